import { findingKey } from '../findings/finding.ts'
import { isGap } from '../model/finding-kind.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { decisionsByFinding, section, textBlock, type DeliverableContext } from './context.ts'
import { decisionCells } from './decision-cells.ts'
import { indexFigures, sheet } from './sheet.ts'

/** Every finding, the most important first, with what was decided: gaps, then redundancies. */
export function findingsList(context: DeliverableContext): Deliverable {
	return sheet(
		'findings',
		context,
		[
			section(context, 'gaps', tableOf(context, isGap, context.words.none.findings)),
			section(
				context,
				'redundancies',
				tableOf(context, (kind) => !isGap(kind), context.words.none.redundancies)
			)
		],
		{ figures: indexFigures(context.coverage, context) }
	)
}

function tableOf(
	{ atlas, findings, words }: DeliverableContext,
	isWanted: (kind: Parameters<typeof isGap>[0]) => boolean,
	none: string
): Block[] {
	const decided = decisionsByFinding(atlas)
	const wanted = findings.filter(({ kind }) => isWanted(kind))
	if (wanted.length === 0) return textBlock(none)
	const { column } = words
	const columns = [
		{ label: column.priority, share: 1, align: 'middle' as const },
		{ label: column.finding, share: 6.4 },
		{ label: column.remedy, share: 2 },
		{ label: column.owner, share: 1.7 },
		{ label: column.due, share: 1.6 }
	]
	const rows = wanted.map((finding): Cell[] => [
		{ text: words.number(finding.priority), strong: true },
		{ text: words.finding(finding) },
		...decisionCells(decided.get(findingKey(finding)), words)
	])
	return [{ type: 'table', columns, rows }]
}
