import { enStops, nlStops, zhStops } from './lexicon/stop-words.ts'

/**
 * Words that are frequent in what customers write and say nothing by themselves, beside the general lists: contractions, auxiliaries, addresses.
 * Words that judge (good, great, problem, sorry) are in no list here: on the wall they are what people want to read.
 */
const more: Readonly<Record<string, string>> = {
	en: `so if than then off down again further once here why how all any both few each other some such own same too again about above below them themselves myself yourself himself herself itself ourselves yourselves themselves another every everyone everybody everything someone somebody something anyone anybody anything whatever whoever whether either else ever instead really actually basically literally please hi hello hey dear oh ok okay yes yeah lol today yesterday tomorrow now two three first last next back away around not no nor never i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll that's that'll that'd there's there'd here's who's what's where's when's why's how's let's don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't ain't mustn't needn't im ive id ill dont doesnt didnt cant couldnt wont wouldnt isnt arent wasnt couldn doesn didn don isn wasn won cannot also get gets got getting gonna gotta wanna let lets just even ever still really very much many lot lots one ones would could should may might must shall will can did do does done doing am is are was were be been being have has had having go goes going went gone come comes came make makes made making say says said see sees saw seen know knows knew take takes took taken give gives gave given use used using put set want wants wanted need needs needed try tried keep keeps kept us our mine yours etc via per yet though although however within without upon onto since until till while whilst rt amp re ve ll`,
	nl: `we zo'n 'n 't 's m'n z'n d'r gaat gaan ging gingen gegaan komt komen kwam kwamen gekomen krijg krijgt kreeg kregen gekregen krijgen zeg zegt zegde gezegd zeggen staat staan stond ligt liggen laat laten liet vind vindt vinden vond gevonden geef geeft gaf geven gegeven ga kom wilt wou vandaag morgen gisteren allemaal gaan zit zitten zat iemand ofzo eigenlijk dus nou hoor ben jullie ze hen zelf beetje soort keer maal rt zoveel zoiets waarbij waarin waarop waarmee hierop hiermee daarbij daarmee erin erop eraan ermee eruit ervan ervoor`,
	zh: `这种 那种 一直 一次 一下 一点 一家 一份 一位 不会 不能 不要 不到 不了 没有 还有 还是 真的 真是 已经 觉得 感觉 知道 今天 昨天 明天 现在 刚刚 刚才 时候 东西 大家 自己 我们 你们 他们 可以 可能 应该 需要 出来 起来 进去 出去 回来 过来 上去 下来 有点 有点儿 非常 特别 比较 有些 这样 那样 怎么 什么 为什么 多少 几个 第一 第一次 第二 第三 两个 三个 这个 那个 每次 然后 之后 以后 之前 以前 一样 一般 还要 就要 居然 竟然 总是 终于 确实 完全 其实 只能 只有 看到 收到 说是 表示 希望 请问 不是 就是 但是 而且 所以 因为 如果 的话 转发 回复中 哈哈哈 哈哈 嘻嘻 呵呵 啊啊啊 点点`
}

const sets = new Map<string, ReadonlySet<string>>()
const lists: Readonly<Record<string, string>> = { en: enStops, nl: nlStops, zh: zhStops }

/** The stop words of a language (its tag without region), folded as `fold` folds words; none where the language is not known. */
export function stopWordsOf(lang: string): ReadonlySet<string> {
	const before = sets.get(lang)
	if (before) return before
	const set = new Set(`${lists[lang] ?? ''} ${more[lang] ?? ''}`.split(' ').filter((word) => word !== ''))
	sets.set(lang, set)
	return set
}
