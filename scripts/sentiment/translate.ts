import type { LabelledText } from './rows.ts'

function pairs(written: string): Map<string, string> {
	return new Map(
		written
			.trim()
			.split(/\s*,\s*/)
			.map((pair): [string, string] => {
				const [english = '', other = ''] = pair.split('=')
				return [english, other]
			})
	)
}

/** Small words, which a table of translations of single words gives seldom or wrongly. */
const smallWords = {
	nl: pairs(
		`the=de, a=een, an=een, i=ik, you=je, he=hij, she=ze, it=het, we=we, they=ze, is=is, are=zijn, was=was, were=waren, be=zijn, been=geweest, am=ben, and=en, or=of, but=maar, not=niet, no=geen, never=nooit, nothing=niets, nobody=niemand, without=zonder, of=van, to=te, in=in, on=op, at=bij, for=voor, with=met, from=van, by=door, this=dit, that=dat, these=deze, my=mijn, your=je, his=zijn, her=haar, our=onze, their=hun, me=mij, us=ons, them=hen, have=heb, has=heeft, had=had, do=doe, does=doet, did=deed, don't=niet, doesn't=niet, didn't=niet, isn't=is niet, wasn't=was niet, aren't=zijn niet, can't=kan niet, cannot=kan niet, won't=zal niet, couldn't=kon niet, wouldn't=zou niet, it's=het is, i'm=ik ben, i've=ik heb, that's=dat is, very=heel, so=zo, too=te, really=echt, all=alle, will=zal, would=zou, can=kan, could=kon, if=als, when=wanneer, what=wat, who=wie, as=als, than=dan, there=er, here=hier, just=gewoon, more=meer, most=meest, also=ook, only=alleen, about=over, out=uit, up=op, because=omdat, still=nog, again=weer, even=zelfs, like=zoals, one=een, how=hoe, some=sommige, any=enige, well=goed, much=veel, however=echter, although=hoewel, especially=vooral, always=altijd`
	),
	zh: pairs(
		`not=不, no=不, never=从不, nothing=没什么, nobody=没人, without=没有, don't=不, doesn't=不, didn't=没, isn't=不是, wasn't=不是, aren't=不是, can't=不能, cannot=不能, won't=不会, couldn't=不能, wouldn't=不会, very=很, so=太, too=太, really=真的, but=但是, and=和, is=是, are=是, was=是, i=我, you=你, he=他, she=她, we=我们, they=他们, my=我的, your=你的, this=这, that=那, because=因为, still=还, again=又, most=最, more=更, always=总是, also=也`
	)
}

const pieces = /[a-z]+(?:'[a-z]+)?|[?!.,]+|[:;]-?[()dp]|\p{Extended_Pictographic}/gu

/**
 * Labelled English texts word by word in another language: no sentence that anybody would write, but the words that carry the label are there, in
 * their order. Words that the table does not have are left out. Texts of which too little is left are not handed back.
 */
export function translated(
	texts: readonly LabelledText[],
	table: ReadonlyMap<string, string>,
	into: 'nl' | 'zh'
): LabelledText[] {
	const own = smallWords[into]
	const isKept = into === 'zh' ? /[\p{Script=Han}?!]/u : /./u
	return texts.flatMap((row) => {
		const plain = row.text
			.replace(/https?:\S+|@\w+/g, ' ')
			.replaceAll('’', "'")
			.toLowerCase()
		const words = (plain.match(pieces) ?? [])
			.map((word) => (/^[a-z]/.test(word) ? (own.get(word) ?? table.get(word) ?? '') : word))
			.filter((word) => word !== '' && isKept.test(word))
		return words.length < 2 ? [] : [{ ...row, text: words.join(into === 'zh' ? '' : ' ') }]
	})
}
