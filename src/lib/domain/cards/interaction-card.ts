import { isServed, type Pair } from '../coverage/pair.ts'
import { findingKey } from '../findings/finding.ts'
import { isGap } from '../model/finding-kind.ts'
import { linkKey } from '../model/atlas.ts'
import { stages } from '../model/fields.ts'
import type { Persona } from '../model/persona.ts'
import { initialsOf } from '../model/initials.ts'
import { adviceFor } from './advice.ts'
import type { Block, Cell, Deliverable, Figure, Portrait } from './block.ts'
import { darkened } from './contrast.ts'
import {
	decisionsByFinding,
	evidenceOf,
	nameIn,
	noteSection,
	present,
	section,
	textBlock,
	type DeliverableContext,
	type Statement
} from './context.ts'
import { decisionCells } from './decision-cells.ts'
import { storyBlocks } from './out-of-step.ts'
import { wantedChannels } from './wanted-channels.ts'

/** The interaction card of a persona: who she is, how she wants to be served, how she is, and what was agreed. */
export function interactionCard(persona: Persona, context: DeliverableContext): Deliverable {
	const { coverage, words } = context
	const indexes = coverage.personas.get(persona.id)
	const evidence = evidenceOf(statementsAbout(persona, context), words)
	const unknown = indexes?.unknown ?? 0
	const figures: Figure[] = [
		{
			label: words.index.served,
			value: words.percent(indexes?.served ?? null),
			share: indexes?.served ?? null,
			...(unknown === 0 ? {} : { note: words.unknown(unknown) })
		},
		{
			label: words.index.firstChoice,
			value: words.percent(indexes?.firstChoice ?? null),
			share: indexes?.firstChoice ?? null
		}
	]
	return {
		id: persona.id,
		kind: 'card',
		kicker: words.inLens(words.kicker.card, words.lens[coverage.lens]),
		title: persona.name,
		subtitle: persona.role,
		quote: persona.quote,
		portrait: portraitOf(persona),
		figures,
		sections: present([
			section(context, 'person', textBlock(persona.story), { aside: true }),
			section(context, 'inside', insideBlocks(persona, context), { aside: true }),
			section(context, 'values', valueBlocks(persona, context), { aside: true }),
			section(context, 'advice', adviceBlocks(persona, context), { aside: true }),
			section(context, 'needs', needBlocks(persona, context)),
			section(context, 'gaps', gapBlocks(persona, context)),
			section(context, 'channels', channelBlocks(persona, context)),
			noteSection(context, persona.id)
		]),
		evidence: evidence.lines,
		foot: evidence.foot
	}
}

function portraitOf({ avatar, name, color }: Persona): Portrait {
	if (avatar?.startsWith('data:') === true) return { type: 'image', of: avatar, color: null }
	const letters = avatar ?? initialsOf(name)
	return { type: 'letters', of: letters, color: color === null ? null : darkened(color, '#ffffff', 4.5) }
}

function insideBlocks(persona: Persona, { words }: DeliverableContext): Block[] {
	return (['feelings', 'opinions', 'goals', 'pains'] as const).flatMap((part): Block[] =>
		persona[part].length === 0
			? []
			: [
					{ type: 'heading', level: 3, text: words.persona[part] },
					{ type: 'list', items: persona[part].map((text) => ({ text })) }
				]
	)
}

function valueBlocks({ id }: Persona, { atlas, echo, words }: DeliverableContext): Block[] {
	const held = [...atlas.holds.values()]
		.filter(({ persona }) => persona === id)
		.sort((left, right) => right.weight - left.weight)
	if (held.length === 0) return textBlock(words.none.values, 'note')
	const items = held.map(({ value }) => {
		const heard = echo.get(value)
		const text = nameIn(atlas.values, value)
		return heard === undefined ? { text } : { text, note: words.echo(heard.said, heard.denied) }
	})
	return [{ type: 'badges', items }]
}

/** Where she wants to be served, and what of ours answers a need of hers there. */
function channelBlocks({ id }: Persona, context: DeliverableContext): Block[] {
	const { atlas, coverage, words } = context
	const pairs = coverage.pairsOfPersona(id)
	const wanted = wantedChannels(pairs)
	if (wanted.length === 0) return textBlock(words.none.channels, 'note')
	const rows = wanted.map(({ channel, first, further }): Cell[] => {
		const products = new Set(
			pairs
				.filter(({ preferred }) => preferred.some((one) => one.channel === channel))
				.flatMap(({ need }) => coverage.supply(need, channel))
		)
		const names = [...products].map((product) => nameIn(atlas.products, product))
		return [
			{ text: nameIn(atlas.channels, channel), strong: true },
			{ text: words.wantedBy(first, further) },
			names.length === 0 ? { text: words.none.offer, faint: true } : { text: words.list(names) }
		]
	})
	const { column } = words
	const columns = [
		{ label: column.channel, share: 2.4 },
		{ label: column.wish, share: 3.2 },
		{ label: column.delivered, share: 4.8 }
	]
	return [{ type: 'table', columns, rows }, ...storyBlocks(wanted, context)]
}

/** The channels on which a pair is served, or else on which its need is answered without being asked for there. */
export function placesOf(pair: Pair, { coverage }: Pick<DeliverableContext, 'coverage'>): string[] {
	if (isServed(pair))
		return pair.preferred
			.filter(({ channel, rank }) => rank === pair.bestRank && coverage.hasSupply(pair.need, channel))
			.map(({ channel }) => channel)
	if (pair.status !== 'off') return []
	return [...new Set(coverage.fulfilling(pair.need).flatMap((product) => coverage.channelsOf(product)))]
}

function needBlocks({ id }: Persona, context: DeliverableContext): Block[] {
	const { atlas, coverage, words } = context
	const pairs = coverage.pairsOfPersona(id)
	if (pairs.length === 0) return textBlock(words.none.needs)
	const importance = (need: string) => atlas.has.get(linkKey(id, need))?.importance ?? 0
	const byStage = stages.flatMap((stage) =>
		pairs
			.filter(({ need }) => atlas.needs.get(need)?.stage === stage)
			.sort((left, right) => importance(right.need) - importance(left.need))
			.map((pair, at) => ({ pair, stage: at === 0 ? words.stage[stage] : '' }))
	)
	const rows = byStage.map(({ pair, stage }): Cell[] => [
		{ text: stage, strong: true, faint: true },
		{ text: nameIn(atlas.needs, pair.need) },
		{ text: words.number(importance(pair.need)) },
		{ text: words.list(firstChoices(pair).map((channel) => nameIn(atlas.channels, channel))) },
		{
			text: words.statusOn(
				pair.status,
				placesOf(pair, context).map((channel) => nameIn(atlas.channels, channel))
			),
			mark: pair.status,
			strong: true
		}
	])
	const { column } = words
	const columns = [
		{ label: column.stage, share: 1.25 },
		{ label: column.need, share: 3.5 },
		{ label: column.importance, share: 1.15, align: 'middle' as const },
		{ label: column.wanted, share: 1.9 },
		{ label: column.result, share: 2.6 }
	]
	return [{ type: 'table', columns, rows }]
}

function firstChoices({ preferred }: Pair): string[] {
	return preferred.filter(({ rank }) => rank === 1).map(({ channel }) => channel)
}

function gapBlocks({ id }: Persona, context: DeliverableContext): Block[] {
	const { atlas, findings, words } = context
	const decided = decisionsByFinding(atlas)
	const gaps = findings.filter(({ kind, persona }) => persona === id && isGap(kind))
	if (gaps.length === 0) return textBlock(words.none.gaps)
	const rows = gaps.map((gap): Cell[] => [
		{ text: words.finding(gap) },
		...decisionCells(decided.get(findingKey(gap)), words)
	])
	const { column } = words
	const columns = [
		{ label: column.finding, share: 5.2 },
		{ label: column.remedy, share: 1.9 },
		{ label: column.owner, share: 1.6 },
		{ label: column.due, share: 1.5 }
	]
	return [{ type: 'table', columns, rows }]
}

function adviceBlocks(persona: Persona, context: DeliverableContext): Block[] {
	const items = adviceFor(persona, context).map((text) => ({ text }))
	return items.length === 0 ? [] : [{ type: 'list', items }]
}

/** Everything that the card states and that could have evidence. */
function statementsAbout(persona: Persona, { atlas, coverage }: DeliverableContext): Statement[] {
	const { id, name, evidence } = persona
	const needs = new Set(coverage.pairsOfPersona(id).map(({ need }) => need))
	const named = (table: ReadonlyMap<string, Readonly<{ name: string }>>, one: string) => nameIn(table, one)
	return [
		{ subject: name, evidence },
		...[...atlas.holds.values()]
			.filter((link) => link.persona === id)
			.map((link) => ({ subject: named(atlas.values, link.value), evidence: link.evidence })),
		...[...atlas.has.values()]
			.filter((link) => link.persona === id)
			.map((link) => ({ subject: `${name} → ${named(atlas.needs, link.need)}`, evidence: link.evidence })),
		...[...needs].flatMap((need) => {
			const row = atlas.needs.get(need)
			return row === undefined ? [] : [{ subject: row.name, evidence: row.evidence }]
		}),
		...[...atlas.prefers.values()]
			.filter(({ from }) => from === id || needs.has(from))
			.map(({ from, channel, evidence }) => ({
				subject: `${from === id ? name : named(atlas.needs, from)} → ${named(atlas.channels, channel)}`,
				evidence
			}))
	]
}
