/**
 * Words that are frequent in one of these languages and rare or absent in the others: the small words, and for the languages that are scored also what
 * short praise and complaints are made of ("Good food", "Nette mensen"). The languages after the first two are known so that they stay unscored.
 */
const markers: Readonly<Record<string, string>> = {
	en: `the and is are was were be been have has had of to in that it its this for with on my your you i we they not but at from by an as so if no can could would will just what when who how there their his her our me do does did don't didn't can't i'm it's isn't wasn't very all more than again please thanks thank after always never good great best better worst love loved like nice bad awful food service staff place price prices screen battery flight delayed cancelled app works worked working way big looking cool got get gets fixed yes now out up about only really still too much many some any every ever because while before down off also here today tomorrow last next first new old other even make made know think say said see go going come want need day time year people man woman thing things life world house live news party amazing awesome excellent terrible horrible poor slow fast quick easy clean fresh friendly rude happy sad sorry wow okay he she him them us am which where why should must may might than then those these such own same both few most each into through over under between against without within around`,
	nl: `de het een en is zijn was waren ben bent van ik je jij u wij we ze hij dat die deze dit niet geen maar op aan met voor door over naar om te er ook nog wel bij uit als dan zo mijn jouw uw onze hun heb hebt heeft hadden had kan kunnen moet moeten wordt worden werd zou zal al veel meer zeer heel erg goed weer altijd nooit wat wie waar hoe waarom omdat daar hier toch snel iets niets alles bedankt prima graag goede goeie beste beter slecht slechte lekker lekkere mooi mooie leuk leuke fijn fijne nette netjes vriendelijk vriendelijke bediening eten gerechten keuken prijs prijzen kwaliteit inrichting gastvrouw gezellig gezellige gezelligheid sfeer boek verhaal schrijver lezen gelezen leest leesbaar klant klanten klantenservice bestelling besteld levering geleverd minuten vanaf dik orde uur uren dag dagen jaar week keer mensen personeel ober tafel echt gewoon hele helemaal beetje altijd vaak soms weinig zonder tegen tussen onder na sinds totdat tot per elk elke ieder iedere geholpen schade polis verzekering rekening waarom wanneer welke hoeveel gaan gaat ging komen komt kwam doen doet deed maken maakt gemaakt zeggen zegt zei willen wil wilde zullen mogen mag zien ziet gezien vinden vindt vond krijgen krijgt kreeg gekregen nooit meteen eindelijk vandaag morgen gisteren geweldig geweldige heerlijk heerlijke duidelijk saai spannend aanrader jammer helaas tevreden genieten genoten hoofdpersonen bladzijde`,
	de: `der die das und ist nicht ich du sie wir ein eine einen dem den des mit auf für von zu im auch aber sehr sind war wird haben hat habe kein keine bei nach wie noch nur mein meine ihr über oder wenn gut schlecht danke bitte schnell dass als nie immer mehr schon einfach alles wieder leider heute jetzt`,
	fr: `le la les un une et est pas je tu nous vous il elle ils des du de que qui dans pour sur avec ce cette mon ma mes très mais plus ne sont été avoir être aux au par chez c'est j'ai n'est bien merci trop tout rien jamais toujours bonjour votre notre ça`,
	es: `el la los las un una y es no yo tú que en por para con su sus muy pero más está están son fue ser mi mis del al lo le se como cuando porque todo gracias bien mal nunca siempre hola ya también esto`,
	it: `il lo gli una e è non che di per con sono ho hai ha molto ma più questo questa della del dei nel anche come perché tutto bene grazie mai sempre buono ottimo ciao`,
	pt: `o os as um uma e é não que de do da dos das em no na por para com muito mas mais está são foi meu minha você tudo bem obrigado obrigada nunca sempre também isso`,
	pl: `nie jest się na w z to że do jak ale bardzo co już tak po tylko dla są był mam dziękuję dobrze wszystko nigdy zawsze`,
	sv: `och är att det som på jag inte en ett för med har var vi du av så men till om mycket bra tack aldrig alltid bara`,
	tr: `ve bir bu çok için ama değil ile ben sen var yok da de daha iyi kötü teşekkürler hiç her ne`,
	id: `yang dan di itu dengan untuk tidak ini dari saya aku kamu ada akan bisa sudah juga sangat tapi karena terima kasih bagus gak nggak lagi`
}
const markersOf = new Map(Object.entries(markers).map(([lang, words]) => [lang, new Set(words.split(' '))]))

/** Characters and words that written Cantonese has and written Mandarin has not. */
const cantonese =
	/[嘅咗喺冇嘢啲佢哋嗰噉嚟瞓嘥攞揾搵畀諗㗎囉喎嗌睇啱冚攰嬲撳孭掟揼]|唔(?=\p{Script=Han})|(?<![關聯])係(?!數|列)|點[解樣知]|邊[個度間]|依家|屋企|乜[嘢野]|幾時|[琴尋聽]日(?!本)|頭先|收皮|[返番放]工|返學|傾偈|靚[仔女]|老母|仆街|無[得咩]|咩事|做咩|仲[有係未要可會想]|[食買飲睇打做講聽搞賣脫過輸贏]左|好正(?=$|[!！,，。 ])|好?抵[食飲買]|呢[個間班隻種條首篇隊]|[今下]集|識[得搵講做]/gu
/** Characters that are frequent in Cantonese and seldom in Mandarin: one alone decides nothing. */
const perhapsCantonese =
	/[咁乜咩俾靚晒咪鬧撚噶啫屌揀隻]|宜家|而家|喇(?![叭嘛])|[出去死]左|有無|(?<=\p{Script=Han})既(?![然要是能有不可定往得])|[好咩做啲]野|黎(?=$|[!！,，。 ])|返[去嚟黎學]|[好都]幾|同埋|阿[媽爸]/gu
/** Groups of letters that are usual in one language and rare in the other. */
const spellings = new Map([
	['en', /th|sh|ght|ou(?!de)|ing\b|tion|ly\b|ea|wh|[a-z]y\b|ck|ow/g],
	['nl', /ij|aa|uu|oe|ee|oo|sch|lijk|heid|eu|ui|ge[a-z]|ver[a-z]|en\b|z|k[a-z]/g]
])
const han = /\p{Script=Han}/u
/** Links, addresses and @names are of no language. */
const foreign = /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}._%+-]{0,64}@[\p{L}\p{N}_.-]+/giu
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
	const own = text.replace(foreign, ' ')
	const hanCount = count(own, /\p{Script=Han}/gu)
	const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.replace(/の/g, ''))
	const latin = own.match(latinWord) ?? []
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
