import { stages, type Stage } from '../model/fields.ts'
import type { Persona } from '../model/persona.ts'
import { nameIn, type DeliverableContext } from './context.ts'
import { wantedChannels } from './wanted-channels.ts'

/** How many channels or values a sentence of advice names: whoever serves her must be able to keep it in mind. */
const most = 3

/**
 * How to deal with a persona, in sentences that follow from the map: where to meet her, where in each stage, what she should say of us, what to
 * spare her, how to speak, where she expects an answer, and what only one of her channels can do.
 */
export function adviceFor(persona: Persona, context: DeliverableContext): string[] {
	const { atlas, coverage, words } = context
	const pairs = coverage.pairsOfPersona(persona.id)
	const wanted = wantedChannels(pairs)
	const names = (ids: readonly string[]) => ids.map((id) => nameIn(atlas.channels, id))
	const firsts = wanted.filter(({ first }) => first > 0).map(({ channel }) => channel)
	const values = [...atlas.holds.values()]
		.filter((link) => link.persona === persona.id)
		.sort((left, right) => right.weight - left.weight)
		.map(({ value }) => nameIn(atlas.values, value))

	const advice: string[] = []
	if (firsts.length > 0) advice.push(words.advice.meet(names(firsts.slice(0, most))))
	for (const stage of stages) {
		const here = wantedIn(stage, context, persona.id)
		// A stage that is met on her main channels needs no sentence of its own.
		if (here.length > 0 && here.some((channel) => !firsts.slice(0, most).includes(channel)))
			advice.push(words.advice.stage(words.stage[stage], names(here.slice(0, most))))
	}
	const twoWay = firsts.filter((channel) => atlas.channels.get(channel)?.twoWay === true).slice(0, most)
	if (twoWay.length > 0) advice.push(words.advice.twoWay(names(twoWay)))
	if (values.length > 0) advice.push(words.advice.values(values.slice(0, most)))
	if (persona.pains.length > 0) advice.push(words.advice.pains(persona.pains))
	if (atlas.frame.tone.trim() !== '') advice.push(words.advice.tone(atlas.frame.tone))
	for (const { channel } of wanted) {
		const row = atlas.channels.get(channel)
		if (row !== undefined && row.unique.trim() !== '') advice.push(words.advice.only(row.name, row.unique))
	}
	return advice
}

/** The first choices of her needs in a stage, the most wanted first. */
function wantedIn(stage: Stage, { atlas, coverage }: DeliverableContext, persona: string): string[] {
	const pairs = coverage.pairsOfPersona(persona).filter(({ need }) => atlas.needs.get(need)?.stage === stage)
	return wantedChannels(pairs)
		.filter(({ first }) => first > 0)
		.map(({ channel }) => channel)
}
