/** How a language turns and strengthens what its words say. Words are in lower case; Chinese ones are found by longest match. */
export type Rules = {
	/** The next feeling word within reach is turned round. */
	readonly negators: ReadonlySet<string>
	/** How many words (or, in Chinese, matches) a negator reaches. */
	readonly reach: number
	/** Strengthens (> 0) or weakens (< 0) the feeling word behind it by this share. */
	readonly degrees: ReadonlyMap<string, number>
	/** What comes after one of these weighs more than what stood before. */
	readonly buts: ReadonlySet<string>
	/** Sayings in which a negator praises ("couldn't be easier"), and the plain words that are read in their place. Matched in the lower-case text. */
	readonly praise: RegExp
	readonly praised: string
}

function list(words: string): string[] {
	return words.trim().split(/\s*,\s*/)
}

function degrees(strong: string, weak: string): Map<string, number> {
	return new Map([
		...list(strong).map((word): [string, number] => [word, 0.3]),
		...list(weak).map((word): [string, number] => [word, -0.35])
	])
}

export const rules: Readonly<Record<'en' | 'nl' | 'zh', Rules>> = {
	en: {
		negators: new Set(
			list(
				`not, no, never, none, nobody, nothing, neither, nor, nowhere, without, hardly, barely, scarcely, rarely, seldom, cannot, cant, can't, couldn't, couldnt, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, werent, won't, wont, wouldn't, wouldnt, shouldn't, shouldnt, hasn't, hasnt, haven't, havent, hadn't, hadnt, ain't, aint, lack, lacks, lacking`
			)
		),
		reach: 3,
		degrees: degrees(
			`very, really, extremely, absolutely, so, too, totally, completely, incredibly, highly, super, most, more, always, truly, especially, particularly, utterly, damn, fucking, freaking, remarkably, exceptionally, amazingly, deeply, entirely, hugely, quite, such`,
			`slightly, somewhat, little, bit, almost, kinda, kind of, sort of, sorta, partly, fairly, less, occasionally, marginally, mildly`
		),
		buts: new Set(['but', 'however', 'yet', 'although', 'nevertheless', 'except']),
		praise:
			/\b(?:could|can|would)(?:n['’]?t| not|not| never)\s+(?:have\s+)?(?:be|been|get|ask for|do|have|make it|wish for|work)\s+(?:\w+\s+)?(?:[a-z]{2,}er\b|more\s+\w+|any\s+\w+er\b)|\bnever\s+(?:been|had|felt|was)\s+(?:\w+\s+)?(?:better|happier|easier|faster|quicker|smoother)|\bno (?:problems?|issues?|complaints?|hassle|fuss|worries)(?= (?:at all|so far|whatsoever)|[.!,;]|$)|\b(?:can|could)(?:['’]?t|not|n['’]?t) (?:complain|fault)|\bnothing but (?:praise|good)/g,
		praised: 'excellent'
	},
	nl: {
		negators: new Set(
			list(`niet, geen, nooit, niets, niks, niemand, nergens, noch, zonder, nauwelijks, amper, zelden, evenmin, nee`)
		),
		reach: 4,
		degrees: degrees(
			`zeer, heel, erg, echt, enorm, ontzettend, super, uiterst, bijzonder, zo, te, veel, absoluut, volledig, totaal, helemaal, ongelooflijk, ongelofelijk, onwijs, vreselijk, ontzettende, meest, altijd, werkelijk, hartstikke, buitengewoon, mega, behoorlijk`,
			`beetje, enigszins, redelijk, vrij, tamelijk, iets, wat, lichtelijk, ietwat, bijna, minder, soms, nogal`
		),
		buts: new Set(['maar', 'echter', 'toch', 'helaas', 'alleen', 'hoewel', 'behalve']),
		praise:
			/\b(?:kan|kon|had)\s+niet\s+(?:\w+\s+)?(?:beter|makkelijker|sneller|eenvoudiger|fijner)|\b(?:beter|makkelijker|sneller|eenvoudiger)\s+(?:kan|kon)\s+niet|\bgeen (?:probleem|problemen|klachten|omkijken|gedoe|moeite)\b|\bniets (?:te klagen|dan lof)|\bzonder (?:gedoe|problemen|moeite)\b|\bniet te stoppen|\bniet (?:kunnen )?(?:weg|neer)\s*(?:te\s*)?leggen/g,
		praised: 'uitstekend'
	},
	zh: {
		negators: new Set(
			list(
				`不, 没, 没有, 无, 未, 别, 非, 不是, 不够, 不太, 不怎么, 不会, 毫无, 从不, 从没, 从未, 并不, 并非, 并没有, 难以, 缺乏, 没那么, 不那么, 不算, 不能, 无法, 不可能, 不很, 没什么, 没啥, 不再, 谈不上, 算不上, 称不上`
			)
		),
		reach: 2,
		degrees: degrees(
			`很, 非常, 太, 特别, 超, 超级, 极, 极其, 十分, 真, 真的, 真是, 挺, 最, 好, 更, 更加, 相当, 尤其, 巨, 老, 实在, 实在是, 完全, 绝对, 简直, 那么, 这么, 总是, 一直, 格外, 无比`,
			`有点, 有点儿, 有些, 稍微, 稍, 略, 略微, 还算, 比较, 一点, 还, 偶尔, 几乎, 勉强`
		),
		buts: new Set(['但', '但是', '不过', '可是', '然而', '只是', '就是', '可惜', '可']),
		praise: /再好不过|不能再(?:好|满意|方便|快)了?|好得没话说/g,
		praised: '非常好'
	}
}
