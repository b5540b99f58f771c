import { findingKey } from '../findings/finding.ts'
import { isGap } from '../model/finding-kind.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { decisionsByFinding, section, textBlock, type DeliverableContext } from './context.ts'
import { decisionCells } from './decision-cells.ts'
import { indexFigures, sheet } from './sheet.ts'

/** So many findings of a kind are on a board's page; all of them are in the list of findings. */
const shown = { gaps: 6, redundancies: 4 }

/** What a board decides on: how well customers are served, where it hurts most, what costs effort for nobody, and what was agreed. */
export function boardSummary(context: DeliverableContext): Deliverable {
	const { coverage, words, atlas } = context
	return sheet(
		'board',
		context,
		[
			section(context, 'standing', standingBlocks(context)),
			section(context, 'worst', gapBlocks(context)),
			section(context, 'redundancies', redundancyBlocks(context)),
			section(context, 'personas', personaBlocks(context), { aside: true }),
			section(context, 'plan', planBlocks(context), { aside: true })
		],
		{ subtitle: atlas.frame.vision || atlas.workspace.description, figures: indexFigures(coverage, context) }
	)

	function standingBlocks({ findings }: DeliverableContext): Block[] {
		const { served, firstChoice } = coverage.overall
		if (served === null) return textBlock(words.none.needs, 'lead')
		const gaps = findings.filter(({ kind, priority }) => isGap(kind) && priority > 0)
		const decided = decisionsByFinding(atlas)
		return [
			...textBlock(
				words.board.standing(
					words.percent(served),
					words.percent(firstChoice),
					atlas.personas.size,
					atlas.needs.size,
					atlas.channels.size
				),
				'lead'
			),
			...textBlock(words.board.gaps(gaps.length, gaps.filter((gap) => decided.has(findingKey(gap))).length))
		]
	}
}

function gapBlocks(context: DeliverableContext): Block[] {
	const { atlas, findings, words } = context
	const decided = decisionsByFinding(atlas)
	const gaps = findings.filter(({ kind, priority }) => isGap(kind) && priority > 0).slice(0, shown.gaps)
	if (gaps.length === 0) return textBlock(words.none.findings)
	const { column } = words
	const columns = [
		{ label: column.finding, share: 5.2 },
		{ label: column.remedy, share: 1.9 },
		{ label: column.owner, share: 1.6 },
		{ label: column.due, share: 1.5 }
	]
	const rows = gaps.map((gap): Cell[] => [
		{ text: words.finding(gap) },
		...decisionCells(decided.get(findingKey(gap)), words)
	])
	return [{ type: 'table', columns, rows }]
}

function redundancyBlocks({ findings, words }: DeliverableContext): Block[] {
	const more = findings.filter(({ kind, priority }) => !isGap(kind) && priority > 0)
	if (more.length === 0) return textBlock(words.none.redundancies)
	return [
		...textBlock(words.board.stops(more.length)),
		{ type: 'list', items: more.slice(0, shown.redundancies).map((finding) => ({ text: words.finding(finding) })) }
	]
}

function personaBlocks({ atlas, coverage, words }: DeliverableContext): Block[] {
	const items = [...atlas.personas.values()].map(({ id, name }) => {
		const served = coverage.personas.get(id)?.served ?? null
		return { label: name, value: words.percent(served), share: served }
	})
	return items.length === 0 ? [] : [{ type: 'bars', items }]
}

function planBlocks({ today, plan, atlas, words }: DeliverableContext): Block[] {
	const planned = [...atlas.delivers.values()].filter(({ status }) => status !== 'live')
	if (planned.length === 0) return textBlock(words.board.noPlan)
	const { served, firstChoice } = plan.overall
	return [
		...textBlock(words.board.plan(words.percent(served), words.percent(firstChoice))),
		{
			type: 'bars',
			items: ([today, plan] as const).map((one) => ({
				label: words.lens[one.lens],
				value: words.percent(one.overall.served),
				share: one.overall.served
			}))
		}
	]
}
