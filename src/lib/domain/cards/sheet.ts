import type { Coverage } from '../coverage/coverage.ts'
import type { Deliverable, DeliverableKind, Figure, Section } from './block.ts'
import { evidenceOf, noteSection, present, type DeliverableContext, type Statement } from './context.ts'

/** The id of a deliverable about the whole atlas: no id that an atlas makes for a persona begins so. */
export function sheetId(kind: Exclude<DeliverableKind, 'card'>): string {
	return `_${kind}`
}

/** A deliverable about the whole atlas: its name over it, what it is as kicker. */
export function sheet(
	kind: Exclude<DeliverableKind, 'card'>,
	context: DeliverableContext,
	sections: readonly (Section | null)[],
	more: { subtitle?: string; figures?: readonly Figure[] } = {}
): Deliverable {
	const { atlas, coverage, words } = context
	const evidence = evidenceOf(allStatements(context), words)
	return {
		id: sheetId(kind),
		kind,
		kicker:
			kind === 'change' || kind === 'plan' || kind === 'frame' || kind === 'cloud'
				? atlas.workspace.name
				: words.inLens(atlas.workspace.name, words.lens[coverage.lens]),
		title: words.kicker[kind],
		subtitle: more.subtitle ?? '',
		quote: '',
		portrait: null,
		figures: more.figures ?? [],
		sections: present([...sections, noteSection(context, sheetId(kind))]),
		evidence: evidence.lines,
		foot: evidence.foot
	}
}

/** The two indexes of the whole map. */
export function indexFigures({ overall }: Coverage, { words }: DeliverableContext): Figure[] {
	const note = overall.unknown === 0 ? {} : { note: words.unknown(overall.unknown) }
	return [
		{ label: words.index.served, value: words.percent(overall.served), share: overall.served, ...note },
		{ label: words.index.firstChoice, value: words.percent(overall.firstChoice), share: overall.firstChoice }
	]
}

/** Everything that an atlas states and that could have evidence, as the coverage counts it. */
function allStatements({ atlas }: DeliverableContext): Statement[] {
	const named = [atlas.personas, atlas.values, atlas.needs, atlas.channels, atlas.products]
	const name = (id: string) => named.map((table) => table.get(id)?.name).find((one) => one !== undefined) ?? ''
	const link = (from: string, to: string, evidence: string) => ({ subject: `${name(from)} → ${name(to)}`, evidence })
	return [
		...named.flatMap((table) => [...table.values()].map(({ name, evidence }) => ({ subject: name, evidence }))),
		...[...atlas.decisions.values()].map(({ note, evidence }) => ({ subject: note, evidence })),
		...[...atlas.holds.values()].map(({ persona, value, evidence }) => link(persona, value, evidence)),
		...[...atlas.has.values()].map(({ persona, need, evidence }) => link(persona, need, evidence)),
		...[...atlas.prefers.values()].map(({ from, channel, evidence }) => link(from, channel, evidence)),
		...[...atlas.fulfils.values()].map(({ product, need, evidence }) => link(product, need, evidence)),
		...[...atlas.delivers.values()].map(({ product, channel, evidence }) => link(product, channel, evidence))
	]
}
