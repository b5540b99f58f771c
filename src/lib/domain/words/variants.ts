/** A word as it is counted: NFKC, lower case, curly apostrophes straight, without a possessive 's. */
export function fold(word: string): string {
	return word.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/'s$/, '')
}

const accents = /\p{Mn}/gu

function english(word: string): string {
	if (word.length < 4 || /(?:ss|us|is|news)$/.test(word)) return word
	if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
	if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2)
	return word.endsWith('s') ? word.slice(0, -1) : word
}

function dutch(word: string): string {
	let stem = word.replace(/'s$/, '')
	if (stem.length > 4 && /[^s']s$/.test(stem) && /(?:e|el|er|em|en|ie|je|a|o)s$/.test(stem)) stem = stem.slice(0, -1)
	if (stem.length > 4 && stem.endsWith('en') && !/[aeiou]en$/.test(stem)) {
		stem = stem.slice(0, -2)
		if (/([^aeiou])\1$/.test(stem)) stem = stem.slice(0, -1)
		else if (/(?:^|[^aeiou])[aeou][bdfgklmnprstvz]$/.test(stem) && !/[^aeiou]e[lrnm]$/.test(stem)) {
			stem = `${stem.slice(0, -1)}${stem.at(-2) ?? ''}${stem.at(-1) ?? ''}`
		}
		stem = stem.replace(/v$/, 'f').replace(/z$/, 's')
	}
	return stem
}

/**
 * The key that a word shares with its other forms: singular and plural, with and without accents, hyphen or apostrophe.
 * It is never shown: the commonest form stands for all. A rule of thumb, in English and Dutch; elsewhere accents and hyphens only.
 */
export function variantKey(word: string, lang: string | null): string {
	const plain = word.normalize('NFD').replace(accents, '').normalize('NFC')
	const stem = plain.includes(' ') ? plain : lang === 'en' ? english(plain) : lang === 'nl' ? dutch(plain) : plain
	return stem.replaceAll('-', '').replaceAll("'", '')
}

/** One word of a mention: its form there, and the key that its other forms share. */
export type Form = { readonly form: string; readonly key: string }

/**
 * Which form stands for each key in one atlas. A form that the atlas already shows stays; for a new key the commonest form of what is handed in is taken,
 * and of two equally common ones the shorter, then the first by code unit.
 */
export class ShownForms {
	readonly #shown = new Map<string, string>()

	/** `known`: forms that the atlas shows already, the most frequent first. */
	constructor(known: Iterable<Form> = []) {
		for (const { form, key } of known) if (!this.#shown.has(key)) this.#shown.set(key, form)
	}

	/** The words to keep for each mention: every key once, as the form that stands for it. */
	settle(mentions: readonly (readonly Form[])[]): string[][] {
		const counts = new Map<string, Map<string, number>>()
		for (const forms of mentions) {
			for (const { form, key } of forms) {
				if (this.#shown.has(key)) continue
				const ofKey = counts.get(key) ?? new Map<string, number>()
				ofKey.set(form, (ofKey.get(form) ?? 0) + 1)
				counts.set(key, ofKey)
			}
		}
		for (const [key, ofKey] of counts) {
			const best = [...ofKey].sort(
				([left, leftCount], [right, rightCount]) =>
					rightCount - leftCount || left.length - right.length || (left < right ? -1 : 1)
			)[0]
			if (best) this.#shown.set(key, best[0])
		}
		return mentions.map((forms) => [...new Set(forms.map(({ form, key }) => this.#shown.get(key) ?? form))])
	}
}
