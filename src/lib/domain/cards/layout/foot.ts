import type { Deliverable } from '../block.ts'
import type { PageSetting } from './format.ts'
import type { Furniture } from './furniture.ts'
import { textItem, type Setting } from './strips.ts'
import type { Item } from './page.ts'

/** The foot of a page: what is said there, from the top of its room down. */
type FootTexts = Readonly<{ left: readonly string[]; right: readonly string[] }>

/** How high the foot is, the same on every page of a deliverable, and how it is drawn on one. */
export type Foot = Readonly<{ height: number; items(page: number, pages: number, first: boolean): readonly Item[] }>

/** At the left what the page rests on, who made it and who may read it; at the right the day and the number of the page. */
export function footOf(deliverable: Deliverable, page: PageSetting, setting: Setting, furniture: Furniture): Foot {
	const { type, set, newId } = setting
	const style = type.foot
	const width = page.width - 2 * page.margin
	const leftWidth = width * 0.78
	const rightWidth = width * 0.2
	const ids = { left: [newId(), newId()], right: [newId(), newId()] }
	const joined = [furniture.footer, furniture.confidentiality].filter((text) => text.trim() !== '').join(' · ')

	function texts(number: number, pages: number): FootTexts {
		return { left: [deliverable.foot, joined], right: [furniture.date, furniture.pageOf(number, pages)] }
	}
	function column(parts: readonly string[], room: number): string[][] {
		return parts.map((text) => set.lines(text, style.face, style.size, room))
	}
	function lineCount(parts: readonly string[][]): number {
		return parts.reduce((sum, lines) => sum + lines.length, 0)
	}
	const widest = texts(88, 88)
	const lines = Math.max(lineCount(column(widest.left, leftWidth)), lineCount(column(widest.right, rightWidth)))
	const height = lines * style.leading + type.base * 0.7
	const top = page.height - Math.max(page.margin * 0.5, 14) - height

	function items(number: number, pages: number, first: boolean): Item[] {
		const said = texts(number, pages)
		const placed: Item[] = [
			{
				type: 'shape',
				shape: { type: 'rect', x: page.margin, y: top, width, height: 0.6, fill: 'line-strong' }
			}
		]
		for (const side of ['left', 'right'] as const) {
			let y = top + type.base * 0.7
			const room = side === 'left' ? leftWidth : rightWidth
			for (const [at, part] of column(said[side], room).entries()) {
				if (part.length === 0) continue
				placed.push(
					textItem(style, ids[side][at] ?? '', part, {
						x: side === 'left' ? page.margin : page.margin + width - room,
						y,
						width: room,
						align: side === 'left' ? 'start' : 'end',
						repeated: !first
					})
				)
				y += part.length * style.leading
			}
		}
		return placed
	}
	return { height: page.height - top, items }
}
