import type { Picture, Shape, Tone } from './picture.ts'
import { cutToFit, textWidth } from './text-fit.ts'

/** A part of a bar: its weight, its colour, what it is called and what stands in it. `open`: drawn as an outline, for what is missing. */
export type BarPart = Readonly<{ key: string; value: number; tone: Tone; name: string; text: string; open?: boolean }>
/** A bar of parts. */
export type Bar = Readonly<{ head: string; parts: readonly BarPart[] }>
/** Bars that belong together under one name. */
export type BarGroup = Readonly<{ head: string; bars: readonly Bar[] }>
export type Bars = Readonly<{ title: string; description: string; groups: readonly BarGroup[] }>

const margin = 20
const headWidth = 220
const size = 12
const thick = 22

/** Stacked bars, each as long as the others: shares are compared, not sizes. Parts say their share where there is room. */
export function barsPicture(bars: Bars, width = 900): Picture {
	const shapes: Shape[] = [{ type: 'text', x: margin, y: 26, text: bars.title, size: 16, tone: 'ink', bold: true }]
	const left = margin + headWidth
	const room = width - margin - left
	let y = 44
	for (const group of bars.groups) {
		shapes.push({
			type: 'text',
			x: margin,
			y: y + 14,
			text: cutToFit(group.head, width - 2 * margin, 13, true),
			size: 13,
			tone: 'ink',
			bold: true
		})
		y += 24
		for (const bar of group.bars) {
			shapes.push({
				type: 'text',
				x: margin,
				y: y + 15,
				text: cutToFit(bar.head, headWidth - 12, size),
				size,
				tone: 'muted'
			})
			shapes.push(...barShapes(bar, left, y, room))
			y += thick + 6
		}
		y += 12
	}
	const legend = legendShapes(bars, y, width)
	return {
		width,
		height: legend.bottom,
		title: bars.title,
		description: bars.description,
		shapes: [...shapes, ...legend.shapes]
	}
}

function barShapes(bar: Bar, left: number, y: number, room: number): Shape[] {
	const whole = bar.parts.reduce((sum, { value }) => sum + value, 0)
	let x = left
	return bar.parts.flatMap(({ value, tone, text, open = false }): Shape[] => {
		if (value <= 0 || whole <= 0) return []
		const width = (room * value) / whole
		const at = x
		x += width
		const box = {
			type: 'rect' as const,
			x: at + 0.5,
			y: y + 0.5,
			width: Math.max(1, width - 1.5),
			height: thick - 1,
			radius: 3
		}
		const fits = textWidth(text, size, true) + 8 <= width
		return [
			open ? { ...box, line: tone, dashed: true } : { ...box, fill: tone },
			...(fits
				? [
						{
							type: 'text' as const,
							x: at + width / 2,
							y: y + 15,
							text,
							size,
							tone: open ? tone : ('surface' as const),
							bold: true,
							anchor: 'middle' as const
						}
					]
				: [])
		]
	})
}

function legendShapes(bars: Bars, y: number, width: number): { shapes: Shape[]; bottom: number } {
	const all = bars.groups.flatMap(({ bars }) => bars).flatMap(({ parts }) => parts)
	const used = new Set(all.filter(({ value }) => value > 0).map(({ key }) => key))
	// In the order in which the parts stand in a bar, not in which they are met.
	const parts = new Map(all.filter(({ key }) => used.has(key)).map((part) => [part.key, part]))
	const shapes: Shape[] = []
	let x = margin
	let top = y
	for (const { name, tone, open = false } of parts.values()) {
		const room = 18 + textWidth(name, size) + 24
		if (x + room > width - margin && x > margin) {
			x = margin
			top += 22
		}
		const box = { type: 'rect' as const, x, y: top, width: 12, height: 12, radius: 2 }
		shapes.push(open ? { ...box, line: tone, dashed: true } : { ...box, fill: tone })
		shapes.push({ type: 'text', x: x + 18, y: top + 10, text: name, size, tone: 'muted' })
		x += room
	}
	return { shapes, bottom: top + 32 }
}
