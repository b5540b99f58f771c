import type { Badges, Bars, Block, Drawing, Heading, List, Text } from '../block.ts'
import type { Item, TextItem } from './page.ts'
import type { Strip } from './strip.ts'
import { tableStrips } from './table-strips.ts'
import type { TypeScale, TypeStyle } from './type-scale.ts'
import type { Typesetter } from './lines.ts'

/** What blocks are set with. */
export type Setting = Readonly<{
	type: TypeScale
	set: Typesetter
	/** The height that no strip may exceed: the room of a page that begins with it. */
	most: number
	mostOfPicture: number
	newId(): string
}>

/** Blocks as strips of a column of that width, from top to bottom. */
export function stripsOf(blocks: readonly Block[], width: number, setting: Setting): Strip[] {
	return blocks.flatMap((block, at) => {
		const after = blocks.slice(at + 1)
		return stripsOfBlock(block, width, setting).map((strip) => {
			const own = strip.rest
			return own === null ? strip : { ...strip, rest: () => [...own(), ...after] }
		})
	})
}

function stripsOfBlock(block: Block, width: number, setting: Setting): Strip[] {
	switch (block.type) {
		case 'heading':
			return headingStrips(block, width, setting)
		case 'text':
			return textStrips(block, width, setting)
		case 'list':
			return listStrips(block, width, setting)
		case 'table':
			return tableStrips(block, width, setting)
		case 'badges':
			return badgeStrips(block, width, setting)
		case 'bars':
			return barStrips(block, width, setting)
		case 'picture':
			return pictureStrips(block, width, setting)
	}
}

/** A text item with these lines, from the top left of its strip. */
export function textItem(
	style: TypeStyle,
	id: string,
	lines: readonly string[],
	place: { x?: number; y?: number; width: number; align?: TextItem['align']; list?: string; repeated?: boolean }
): TextItem {
	const { x = 0, y = 0, width, align = 'start', repeated = false } = place
	const { role, size, leading, face, ink } = style
	return {
		type: 'text',
		id,
		role,
		...(place.list === undefined ? {} : { list: place.list }),
		x,
		y,
		width,
		height: lines.length * leading,
		lines,
		size,
		leading,
		face,
		ink,
		align,
		repeated
	}
}

/** Lines of one text as strips: short texts whole, longer ones by lines of which two stay together at either end. */
function lineStrips(
	lines: readonly string[],
	gap: number,
	place: (lines: readonly string[], at: number) => readonly Item[],
	leading: number,
	rest: () => readonly Block[],
	most: number
): Strip[] {
	if (lines.length <= 3 && lines.length * leading <= most)
		return [{ height: lines.length * leading, gap, keep: false, items: place(lines, 0), rest }]
	return lines.map((line, at) => ({
		height: leading,
		gap: at === 0 ? gap : 0,
		keep: at === 0 || at === lines.length - 2,
		items: place([line], at),
		rest: at === 0 ? rest : null
	}))
}

function headingStrips(block: Heading, width: number, { type, set, newId }: Setting): Strip[] {
	const style = block.level === 2 ? type.h2 : type.h3
	const lines = set.lines(block.text, style.face, style.size, width)
	const height = lines.length * style.leading
	const items: Item[] = [textItem(style, newId(), lines, { width })]
	if (lines.length === 0) return []
	if (block.level === 3)
		return [{ height: height + type.base * 0.15, gap: type.base * 0.75, keep: true, items, rest: () => [block] }]
	const rule = height + type.base * 0.22
	items.push({ type: 'shape', shape: { type: 'rect', x: 0, y: rule, width, height: 0.9, fill: 'accent' } })
	return [{ height: rule + type.base * 0.62, gap: type.base * 1.5, keep: true, items, rest: () => [block] }]
}

function textStrips(block: Text, width: number, { type, set, newId, most }: Setting): Strip[] {
	const style = { plain: type.plain, lead: type.lead, quote: type.quote, note: type.note, aside: type.aside }[
		block.look
	]
	const id = newId()
	const barred = block.look === 'quote' || block.look === 'aside'
	const indent = barred ? type.base * 1.1 : 0
	const lines = set.lines(block.text, style.face, style.size, width - indent)
	return lineStrips(
		lines,
		type.base * 0.45,
		(part) => [
			...(barred
				? [
						{
							type: 'shape',
							ink: 'secondary',
							shape: { type: 'rect', x: 0, y: 0, width: 2.2, height: part.length * style.leading, fill: 'accent' }
						} as const
					]
				: []),
			textItem(style, id, part, { x: indent, width: width - indent })
		],
		style.leading,
		() => [block],
		most
	)
}

function listStrips(block: List, width: number, { type, set, newId, most }: Setting): Strip[] {
	const list = newId()
	const indent = type.base * 1.15
	const dot = type.base * 0.17
	return block.items.flatMap(({ text, lead = '', mark }, at) => {
		const rest = () => [{ ...block, items: block.items.slice(at) }]
		const strong = { ...type.strong, role: 'li' as const }
		const leadLines = set.lines(lead, strong.face, strong.size, width - indent)
		const textLines = set.lines(text, type.item.face, type.item.size, width - indent)
		const [leadId, textId] = [newId(), newId()]
		const gap = type.base * (at === 0 ? 0.3 : lead === '' ? 0.22 : 0.42)
		const sign = (leading: number): Item =>
			mark === undefined
				? { type: 'shape', shape: { type: 'circle', x: dot + 0.5, y: leading / 2, radius: dot, fill: 'accent' } }
				: { type: 'mark', mark, x: 0, y: (leading - type.base) / 2, size: type.base }
		const place = (style: TypeStyle, id: string, signed: boolean) => (part: readonly string[], line: number) => [
			...(line === 0 && signed ? [sign(style.leading)] : []),
			textItem(style, id, part, { x: indent, width: width - indent, list })
		]
		const leads = lineStrips(leadLines, gap, place(strong, leadId, true), strong.leading, rest, most)
		const alone = leads.length === 0
		const texts = lineStrips(textLines, alone ? gap : 0, place(type.item, textId, alone), type.item.leading, rest, most)
		return [
			...leads.map((strip, line) => (line === leads.length - 1 && texts.length > 0 ? { ...strip, keep: true } : strip)),
			...texts.map((strip) => (alone ? strip : { ...strip, rest: null }))
		]
	})
}

function badgeStrips(block: Badges, width: number, setting: Setting): Strip[] {
	const { type, set, newId, most } = setting
	const list = newId()
	const strong = { ...type.strong, role: 'li' as const }
	const small = { ...type.note, role: 'li' as const }
	const pad = type.base * 0.65
	const between = type.base * 0.45
	const boxes = block.items.map(({ text, note = '' }) => {
		const lines = set.lines(text, strong.face, strong.size, width - 2 * pad)
		const notes = set.lines(note, small.face, small.size, width - 2 * pad)
		const widest = Math.max(
			...lines.map((line) => set.width(line.trimEnd(), strong.face, strong.size)),
			...notes.map((line) => set.width(line.trimEnd(), small.face, small.size)),
			0
		)
		return { lines, notes, width: Math.min(width, widest + 2 * pad + 1) }
	})
	const strips: Strip[] = []
	let at = 0
	while (at < boxes.length) {
		const start = at
		const items: Item[] = []
		let x = 0
		let height = 0
		for (let box = boxes[at]; box !== undefined && (x === 0 || x + box.width <= width); box = boxes[at]) {
			const tall = box.lines.length * strong.leading + box.notes.length * small.leading + type.base * 0.5
			const room = { x: x + pad, width: box.width - 2 * pad + 1, list }
			items.push(
				{
					type: 'shape',
					ink: 'secondary-soft',
					line: 'secondary',
					shape: {
						type: 'rect',
						x,
						y: 0,
						width: box.width,
						height: tall,
						radius: type.base * 0.4,
						fill: 'accent-soft',
						line: 'accent'
					}
				},
				textItem(strong, newId(), box.lines, { ...room, y: type.base * 0.25 }),
				...(box.notes.length === 0
					? []
					: [
							textItem(small, newId(), box.notes, {
								...room,
								y: type.base * 0.25 + box.lines.length * strong.leading
							})
						])
			)
			height = Math.max(height, tall)
			x += box.width + between
			at += 1
		}
		// A text of many pages in a badge is no badge: it is set as a list, which can go on to another page.
		if (height > most) {
			const tall = block.items.slice(start, at).map(({ text, note }) => ({ text: note ?? '', lead: text }))
			strips.push(...listStrips({ type: 'list', items: tall }, width, setting))
			continue
		}
		const rest = () => [{ ...block, items: block.items.slice(start) }]
		strips.push({ height, gap: type.base * (start === 0 ? 0.4 : 0.45), keep: false, items, rest })
	}
	return strips
}

function barStrips(block: Bars, width: number, setting: Setting): Strip[] {
	const { type, set, newId } = setting
	return block.items.map(({ label, value, share, note = '' }, at) => {
		const right = Math.min(set.width(value, type.strong.face, type.strong.size) + 2, width * 0.4)
		const labels = set.lines(label, type.plain.face, type.plain.size, width - right - type.base)
		const values = set.lines(value, type.strong.face, type.strong.size, right)
		const notes = set.lines(note, type.note.face, type.note.size, width)
		const top = Math.max(labels.length, values.length) * type.plain.leading
		const bar = type.base * 0.42
		const under = top + bar + type.base * 0.35
		const items: Item[] = [
			textItem(type.plain, newId(), labels, { width: width - right - type.base }),
			textItem(type.strong, newId(), values, { x: width - right, width: right, align: 'end' }),
			...barItems(share, 0, top + type.base * 0.12, width, bar),
			...(notes.length === 0 ? [] : [textItem(type.note, newId(), notes, { y: under, width })])
		]
		return {
			height: under + notes.length * type.note.leading,
			gap: type.base * 0.5,
			keep: false,
			items,
			rest: () => [{ ...block, items: block.items.slice(at) }]
		}
	})
}

/** A bar of that share of a width, with its frame, so that it is read in black and white too. */
export function barItems(share: number | null, x: number, y: number, width: number, height: number): Item[] {
	const radius = height / 2
	const frame = { type: 'rect', x, y, width, height, radius, fill: 'surface', line: 'line-strong' } as const
	if (share === null || share <= 0) return [{ type: 'shape', shape: frame }]
	const full = { type: 'rect', x, y, width: Math.max(width * Math.min(share, 1), height), height, radius } as const
	return [
		{ type: 'shape', shape: frame },
		{ type: 'shape', shape: { ...full, fill: 'accent' } }
	]
}

function pictureStrips(block: Drawing, width: number, { type, mostOfPicture }: Setting): Strip[] {
	const { picture } = block
	if (picture.width <= 0 || picture.height <= 0) return []
	const scale = Math.min(width / picture.width, mostOfPicture / picture.height, 1)
	const [wide, high] = [picture.width * scale, picture.height * scale]
	const item = { type: 'picture', picture, x: (width - wide) / 2, y: 0, width: wide, height: high } as const
	return [{ height: high, gap: type.base * 0.6, keep: false, items: [item], rest: () => [block] }]
}
