import type { PastePlan } from '#lib/domain/interchange/paste-plan.ts'
import type { Position } from '#lib/domain/model/atlas.ts'
import { boxAround, type Box } from './grid-index.ts'
import { sizeOfType, typeOfTable } from './node-shape.ts'

const columnGap = 120
const rowGap = 14
/** From how many lines on a flat list stands in several columns. */
const tallest = 12

/** Where pasted lines stand, the first at (0, 0): a column a depth, what belongs to a line beside it; a long flat list in several columns. */
export function pastePlaces(tree: PastePlan['tree']): Map<string, Position> {
	const deepest = tree.reduce((most, { depth }) => Math.max(most, depth), 0)
	const rows = deepest === 0 && tree.length > tallest ? Math.ceil(Math.sqrt(tree.length * 3)) : Infinity
	const lefts = columnLefts(tree, deepest)
	const places = new Map<string, Position>()
	let bottom = 0
	let last = -1
	tree.forEach(({ ref, table, depth }, at) => {
		const { width, height } = sizeOfType[typeOfTable[table]]
		if (rows < Infinity) {
			places.set(ref, { x: Math.floor(at / rows) * (width + 40), y: (at % rows) * (height + rowGap) })
			return
		}
		// The first below a line stands beside it, the next ones under that.
		const above = tree[at - 1]
		const y = depth > last && above !== undefined ? (places.get(above.ref)?.y ?? bottom) : bottom
		places.set(ref, { x: lefts[depth] ?? 0, y })
		bottom = Math.max(bottom, y + height + rowGap)
		last = depth
	})
	return places
}

function columnLefts(tree: PastePlan['tree'], deepest: number): number[] {
	const lefts = [0]
	for (let depth = 0; depth < deepest; depth += 1) {
		const widths = tree.filter((line) => line.depth === depth).map(({ table }) => sizeOfType[typeOfTable[table]].width)
		lefts.push((lefts.at(-1) ?? 0) + Math.max(160, ...widths) + columnGap)
	}
	return lefts
}

/** The rectangle that these places take. */
export function boxOfPlaces(tree: PastePlan['tree'], places: ReadonlyMap<string, Position>): Box {
	const boxes = tree.map(({ ref, table }) => {
		const { x, y } = places.get(ref) ?? { x: 0, y: 0 }
		const { width, height } = sizeOfType[typeOfTable[table]]
		return { left: x, top: y, right: x + width, bottom: y + height }
	})
	return boxAround(boxes) ?? { left: 0, top: 0, right: 0, bottom: 0 }
}
