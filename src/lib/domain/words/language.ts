/** Words that are frequent in one of these languages and rare or absent in the others; the last three are known so that they stay unscored. */
const markers: Readonly<Record<string, string>> = {
	en: `the and is are was were be been have has had of to in that it its this for with on my your you i we they not but at from by an as so if no can could would will just what when who how there their his her our me do does did don't didn't can't i'm it's isn't wasn't very all more than again please thanks thank after always never`,
	nl: `de het een en is zijn was waren ben bent van ik je jij u wij we ze hij dat die deze dit niet geen maar op aan met voor door over naar om te er ook nog wel bij uit als dan zo mijn jouw uw onze hun heb hebt heeft hadden had kan kunnen moet moeten wordt worden werd zou zal al veel meer zeer heel erg goed weer altijd nooit wat wie waar hoe waarom omdat daar hier toch snel iets niets alles bedankt prima graag`,
	de: `der die das und ist nicht ich du sie wir ein eine einen dem den des mit auf für von zu im auch aber sehr sind war wird haben hat habe kein keine bei nach wie noch nur mein meine ihr über oder wenn`,
	fr: `le la les un une et est pas je tu nous vous il elle ils des du de que qui dans pour sur avec ce cette mon ma mes très mais plus ne sont été avoir être aux au par chez c'est j'ai n'est`,
	es: `el la los las un una y es no yo tú que en por para con su sus muy pero más está están son fue ser mi mis del al lo le se como cuando porque todo gracias`
}
const markersOf = new Map(Object.entries(markers).map(([lang, words]) => [lang, new Set(words.split(' '))]))

/** Characters that written Cantonese has and written Mandarin has not. */
const cantonese =
	/[嘅咗喺冇嘢啲佢哋嗰噉嚟瞓嘥攞揾畀諗㗎]|唔[係知好該使會到得可同識穩]|(?<![關聯])係(?!數|列)|點解|邊個|宜家|依家/gu
/** Characters that are frequent in Cantonese and seldom in Mandarin: one alone decides nothing. */
const perhapsCantonese = /[唔咁乜咩仲俾睇靚喎囉晒啱咪嬲攰鬧邊撚仔嘛]|有無|[係買食變](?:左|黎)/gu
/** Groups of letters that are usual in one language and rare in the other. */
const spellings = new Map([
	['en', /th|sh|ght|ou(?!de)|ing\b|tion|ly\b|ea|wh|[a-z]y\b|ck|ow/g],
	['nl', /ij|aa|uu|oe|ee|oo|sch|lijk|heid|eu|ui|ge[a-z]|ver[a-z]|en\b|z|k[a-z]/g]
])
const han = /\p{Script=Han}/u
const latinWord = /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu

/** The language without region or script: `zh` of `zh-Hant-TW`; null stays null. */
export function primaryLanguage(tag: string | null): string | null {
	return tag === null ? null : (tag.toLowerCase().split('-')[0] ?? null)
}

/**
 * The language of a text, as a tag: by script, then by the frequent words it holds. `zh` and `yue` (Cantonese) are told apart by their characters.
 * `among`: the languages that are likely here, the likeliest first; a text in letters without any frequent word (`Nice ad.`) is taken for the first of them
 * that is written in letters. Null where it is none that is known (Cyrillic, Thai …) or there is no text.
 */
export function detectLanguage(text: string, among: readonly string[]): string | null {
	const hanCount = count(text, /\p{Script=Han}/gu)
	const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.replace(/の/g, ''))
	const latin = text.match(latinWord) ?? []
	if (hanCount > 0 && hanCount >= latin.length) {
		if (kana && count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 5 > hanCount) return 'ja'
		return 2 * count(text, cantonese) + count(text, perhapsCantonese) > 1 ? 'yue' : 'zh'
	}
	if (latin.length === 0) return han.test(text) ? 'zh' : null
	const others = count(
		text,
		/[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}\p{Script=Thai}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Devanagari}]/gu
	)
	if (others > latin.length) return null
	const counts = new Map<string, number>()
	for (const word of latin) {
		const folded = word.toLowerCase().replace('’', "'")
		for (const [lang, set] of markersOf) if (set.has(folded)) counts.set(lang, (counts.get(lang) ?? 0) + 1)
	}
	// Too short for frequent words ("Nette mensen"): the spelling decides.
	const spelling = (lang: string) => {
		const pattern = spellings.get(lang)
		return pattern ? Math.min(0.9, count(text.toLowerCase(), pattern) * 0.15) : 0
	}
	// A likely language wins a tie, and a language that nobody listed must be clearly ahead.
	const rank = (lang: string) =>
		(counts.get(lang) ?? 0) + spelling(lang) + (among.includes(lang) ? 0.5 - among.indexOf(lang) * 0.01 : -1)
	const best = [...markersOf.keys()].sort((left, right) => rank(right) - rank(left))[0]
	return best !== undefined && (among.includes(best) || (counts.get(best) ?? 0) > 1) ? best : null
}

function count(text: string, expression: RegExp): number {
	return text.match(expression)?.length ?? 0
}
