import type { Box } from './grid-index.ts'

/** A step to the left or right, up or down: one of the two is 0. */
export type Direction = Readonly<{ x: -1 | 0 | 1; y: -1 | 0 | 1 }>

/** How much more a thing that stands aside costs than one that stands straight on. */
const aside = 2.5
/** What lies rather in another direction comes only where nothing else is. */
const farAside = 100_000

/** The thing that the eye goes to from a box in this direction: near, and rather straight on than aside. Null where nothing is. */
export function neighbour(
	boxes: ReadonlyMap<string, Box>,
	from: Box,
	{ x, y }: Direction,
	without: string | null = null
): string | null {
	let best: string | null = null
	let least = Infinity
	for (const [id, box] of boxes) {
		if (id === without) continue
		const right = (box.left + box.right - from.left - from.right) / 2
		const down = (box.top + box.bottom - from.top - from.bottom) / 2
		const along = right * x + down * y
		if (along <= 1) continue
		// Whatever overlaps when looked at in this direction stands straight on.
		const gap =
			x !== 0
				? Math.max(0, box.top - from.bottom, from.top - box.bottom)
				: Math.max(0, box.left - from.right, from.left - box.right)
		const across = Math.abs(x !== 0 ? down : right)
		const cost = along + aside * gap + across * 0.3 + (across > 2 * along ? farAside : 0)
		if (cost < least) [best, least] = [id, cost]
	}
	return best
}
