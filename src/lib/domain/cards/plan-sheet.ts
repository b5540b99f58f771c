import type { LensDelivery } from '../coverage/coverage.ts'
import type { DeliveryStatus } from '../model/links.ts'
import { planMoves } from '../plan/plan-moves.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { nameIn, section, textBlock, type DeliverableContext } from './context.ts'
import { indexFigures, sheet } from './sheet.ts'

/**
 * The plan that was applied, move by move: what is planned and what is to stop, the most gain per effort first, with where each leaves
 * the indexes when those before it are done.
 */
export function planSheet(context: DeliverableContext): Deliverable {
	return sheet('plan', context, [section(context, 'moves', moveBlocks(context))], {
		figures: indexFigures(context.plan, context)
	})
}

function moveBlocks({ atlas, today, words }: DeliverableContext): Block[] {
	const of = (wanted: DeliveryStatus): LensDelivery[] =>
		[...atlas.delivers.values()].flatMap(({ product, channel, status }) =>
			status === wanted ? [{ product, channel }] : []
		)
	const moves = planMoves(atlas, today, { deliver: of('planned'), stop: of('retiring') })
	if (moves.length === 0) return textBlock(words.board.noPlan)
	const { column } = words
	const columns = [
		{ label: column.move, share: 5 },
		{ label: column.effort, share: 1, align: 'end' as const },
		{ label: column.gain, share: 1, align: 'end' as const },
		{ label: words.index.served, share: 1.2, align: 'end' as const },
		{ label: words.index.firstChoice, share: 1.3, align: 'end' as const }
	]
	const all = today.overall.weight
	const share = (weight: number) => words.percent(all === 0 ? null : weight / all)
	const rows = moves.map((move): Cell[] => {
		const names = [nameIn(atlas.products, move.product), nameIn(atlas.channels, move.channel)] as const
		return [
			{ text: move.do === 'deliver' ? words.board.start(...names) : words.board.stop(...names) },
			{ text: words.number(move.effort) },
			{ text: words.number(move.gain) },
			{ text: share(move.after.served) },
			{ text: share(move.after.firstChoice) }
		]
	})
	const sum = (read: (move: (typeof moves)[number]) => number) => moves.reduce((total, move) => total + read(move), 0)
	const total: Cell[] = [
		{ text: words.planTotal(moves.length), strong: true },
		{ text: words.number(sum(({ effort }) => effort)), strong: true },
		{ text: words.number(sum(({ gain }) => gain)), strong: true },
		...(rows.at(-1) ?? []).slice(3).map((cell) => ({ ...cell, strong: true }))
	]
	return [...textBlock(words.planOrder), { type: 'table', columns, rows: [...rows, total] }]
}
