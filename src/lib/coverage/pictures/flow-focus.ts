import { flowColumns, type Flow, type FlowNode, type FlowPath } from '#lib/domain/pictures/flow.ts'

/** The ways that pass a place or a band, the heaviest first, and all parts of the picture that they pass. */
export type Focus = Readonly<{ ways: readonly FlowPath[]; parts: ReadonlySet<string>; weight: number }>

/** What to light up for a part of the picture: the id of a place or of a band. */
export function focusOn(flow: Flow, part: string): Focus {
	const passing = flow.ways.filter(({ nodes, links }) => nodes.includes(part) || links.includes(part))
	return {
		ways: passing.map(({ path }) => path).sort((left, right) => right.weight - left.weight),
		parts: new Set(passing.flatMap(({ nodes, links }) => [...nodes, ...links])),
		weight: passing.reduce((sum, { path }) => sum + path.weight, 0)
	}
}

/** The place that a key leads to: up and down in its column, left and right to the column beside, by its heaviest band; null for other keys. */
export function placeAfter(flow: Flow, order: readonly FlowNode[], from: string, key: string): string | null {
	const node = order.find(({ id }) => id === from)
	if (node === undefined) return order[0]?.id ?? null
	const column = order.filter((one) => one.column === node.column)
	const at = column.indexOf(node)
	switch (key) {
		case 'ArrowDown':
			return column[Math.min(column.length - 1, at + 1)]?.id ?? null
		case 'ArrowUp':
			return column[Math.max(0, at - 1)]?.id ?? null
		case 'ArrowRight':
			return (
				heaviest(flow.links.flatMap(({ from: one, to, weight }) => (one === from ? [{ id: to, weight }] : []))) ?? from
			)
		case 'ArrowLeft':
			return (
				heaviest(flow.links.flatMap(({ from: one, to, weight }) => (to === from ? [{ id: one, weight }] : []))) ?? from
			)
		case 'Home':
			return order.find((one) => one.column === flowColumns[0])?.id ?? null
		case 'End':
			return order.at(-1)?.id ?? null
		default:
			return null
	}
}

function heaviest(ends: readonly { id: string; weight: number }[]): string | null {
	return (
		ends.reduce<{ id: string; weight: number } | null>(
			(most, one) => (most === null || one.weight > most.weight ? one : most),
			null
		)?.id ?? null
	)
}
