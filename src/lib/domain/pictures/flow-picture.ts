import type { PairStatus } from '../coverage/pair.ts'
import { flowColumns, type Flow, type FlowColumn, type FlowNode } from './flow.ts'
import { layoutFlow, type PlacedNode } from './flow-layout.ts'
import type { Picture, Shape, Tone } from './picture.ts'
import { cutToFit, textWidth } from './text-fit.ts'

/** What a flow says in the user's language. */
export type FlowTexts = Readonly<{
	title: string
	description: string
	columns: Readonly<Record<FlowColumn, string>>
	nameOf: (node: FlowNode) => string
	weightOf: (weight: number) => string
	statuses: Readonly<Record<PairStatus, string>>
}>

export const statusTone: Readonly<Record<PairStatus, Tone>> = {
	first: 'status-first',
	second: 'status-second',
	off: 'status-off',
	undelivered: 'status-undelivered',
	unmet: 'status-unmet',
	unknown: 'status-unknown'
}
const columnTone: Readonly<Record<FlowColumn, Tone>> = {
	personas: 'persona',
	needs: 'need',
	products: 'product',
	channels: 'channel'
}
const legend: readonly PairStatus[] = ['first', 'second', 'off', 'undelivered', 'unmet', 'unknown']

/**
 * How strongly a band is filled: in black and white, what is served is dark, and what is not is pale within dashes. Names lie over it, also light ones in the
 * dark theme, so no band is stronger.
 */
const depth: Readonly<Record<PairStatus, number>> = {
	first: 0.48,
	second: 0.3,
	off: 0.2,
	undelivered: 0.18,
	unmet: 0.18,
	unknown: 0.12
}

function isServed(status: PairStatus): boolean {
	return status === 'first' || status === 'second'
}

const margin = 20
const titledHead = 58
const foot = 34
const size = 12

/**
 * The flow as a picture. Bands have the colour of how the need is served; what goes no further ends in an open, dashed place. `part` of a shape is
 * the id of its place or link, so that a page can highlight ways. It is at least as high as `height`. `titled` false: what it is stands over it already.
 */
export function flowPicture(flow: Flow, texts: FlowTexts, { width = 1200, height = 0, titled = true } = {}): Picture {
	const labelWidth = (width - 2 * margin) * 0.17
	const head = titled ? titledHead : titledHead - 30
	const layout = layoutFlow(flow, width - 2 * margin, labelWidth, Math.max(280, height - head - foot))
	const columnWidth = (width - 2 * margin - labelWidth) / 3
	const shapes: Shape[] = [
		...(titled
			? [{ type: 'text', x: margin, y: 24, text: texts.title, size: 16, tone: 'ink', bold: true } as const]
			: []),
		...flowColumns.map((column, at): Shape => {
			return {
				type: 'text',
				x: margin + at * columnWidth,
				y: head - 12,
				text: texts.columns[column],
				size,
				tone: 'muted',
				bold: true
			}
		}),
		...layout.links.flatMap(({ link, d }): Shape[] => {
			const { status, id: part } = link
			const band = { type: 'path', d: moved(d, head), part } as const
			const filled: Shape = { ...band, fill: statusTone[status], opacity: depth[status] }
			if (isServed(status)) return [filled]
			return [filled, { ...band, line: statusTone[status], lineWidth: 0.8, dashed: true, opacity: 0.8 }]
		}),
		...layout.nodes.flatMap((placed) => {
			return nodeShapes(placed, texts, head, placed.node.column === 'channels' ? labelWidth : columnWidth * 0.86)
		})
	]
	const used = legend.filter((status) => flow.links.some((link) => link.status === status))
	let x = margin
	const y = head + layout.height + 22
	for (const status of used) {
		const swatch = { type: 'rect', x, y: y - 10, width: 16, height: 12, radius: 2 } as const
		shapes.push({ ...swatch, fill: statusTone[status], opacity: depth[status] })
		if (!isServed(status)) shapes.push({ ...swatch, line: statusTone[status], dashed: true, opacity: 0.8 })
		shapes.push({ type: 'text', x: x + 22, y, text: texts.statuses[status], size, tone: 'muted' })
		x += 46 + textWidth(texts.statuses[status], size)
	}
	return { width, height: head + layout.height + foot, title: texts.title, description: texts.description, shapes }
}

/** A path moved to where the columns begin. */
function moved(d: string, head: number): string {
	return d.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) => {
		return `${round(Number(x) + margin)},${round(Number(y) + head)}`
	})
}

function round(value: number): string {
	return String(Math.round(value * 100) / 100)
}

function nodeShapes({ node, x, y, width, height }: PlacedNode, texts: FlowTexts, head: number, room: number): Shape[] {
	const left = x + margin
	const top = y + head
	const isGap = node.kind === 'gap'
	const box: Shape = isGap
		? { type: 'rect', x: left, y: top, width, height, radius: 2, line: 'bad', dashed: true, part: node.id }
		: { type: 'rect', x: left, y: top, width, height, radius: 2, fill: columnTone[node.column], part: node.id }
	const middle = top + height / 2
	const name = cutToFit(texts.nameOf(node), room - width - 10, size, isGap)
	return [
		box,
		{
			type: 'text',
			x: left + width + 6,
			y: middle - 1,
			text: name,
			size,
			tone: isGap ? 'bad' : 'ink',
			bold: isGap,
			part: node.id
		},
		{
			type: 'text',
			x: left + width + 6,
			y: middle + 12,
			text: texts.weightOf(node.weight),
			size: 11,
			tone: 'ink',
			part: node.id
		}
	]
}
