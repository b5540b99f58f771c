import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import { linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import type { PlanMove } from '#lib/domain/plan/plan-moves.ts'
import type { FoundPlan } from './plan-search.svelte.ts'

/** Whether a move is on the map already. `lens`: the plan lens of now. */
export function isDone(lens: Coverage, { do: does, product, channel }: PlanMove): boolean {
	return lens.isDelivered(product, channel) === (does === 'deliver')
}

const asked = ['personas', 'needs', 'channels', 'products', 'has', 'prefers', 'fulfils'] as const

/** Whether the map has changed since the plan was made in what it rests on, other than by moves of the plan itself. */
export function isOutdated(
	plan: Pick<FoundPlan, 'atlas' | 'coverage' | 'moves'>,
	atlas: Atlas,
	lens: Coverage
): boolean {
	if (asked.some((table) => atlas[table] !== plan.atlas[table])) return true
	const expected = new Set(plan.coverage.deliveries.map(({ product, channel }) => linkKey(product, channel)))
	for (const move of plan.moves) {
		const key = linkKey(move.product, move.channel)
		if (lens.isDelivered(move.product, move.channel)) expected.add(key)
		else expected.delete(key)
	}
	return (
		expected.size !== lens.deliveries.length ||
		lens.deliveries.some(({ product, channel }) => !expected.has(linkKey(product, channel)))
	)
}
