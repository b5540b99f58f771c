const link = /(?:https?:\/\/|www\.)[^\s<>"'，。；、（）]+/giu
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const atName = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.·-]*/gu
const tag = /(?<![\p{L}\p{N}&])[#＃]([\p{L}\p{M}\p{N}_]+)[#＃]?/gu
const emoji =
	/\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F|\u200D\p{Extended_Pictographic}|\p{Regional_Indicator})*|\p{Regional_Indicator}{2}|[\uFE0F\u200D]/gu
const markup = /<\/?[a-z][^<>]{0,300}>/giu

/** A text without what is no word: links, e-mail addresses, @names and emoji are gone, a #tag is taken out and handed back by itself. */
export type Cleaned = { readonly text: string; readonly tags: readonly string[] }

/**
 * Cuts out of a mention what must never be counted as words. Tags come back without their #; markup that a feed left in
 * (`<img …>`) is cut too, so that an attribute's name does not become a word on the wall.
 */
export function clean(text: string): Cleaned {
	const tags: string[] = []
	const rest = text
		.normalize('NFKC')
		.replace(markup, ' ')
		.replace(link, ' ')
		.replace(address, ' ')
		.replace(atName, ' ')
		.replace(tag, (_, name: string) => {
			tags.push(name.toLowerCase())
			return ' '
		})
		.replace(emoji, ' ')
	return { text: rest, tags }
}
