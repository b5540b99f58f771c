import type { Block, Deliverable } from '../block.ts'
import type { PageSetting } from './format.ts'
import type { Furniture, Logo } from './furniture.ts'
import { barItems, textItem, type Setting } from './strips.ts'
import type { Item } from './page.ts'

/** The top of a page: its items, how far down it reaches, and texts that are too long for it and begin the page instead. */
export type Head = Readonly<{ items: readonly Item[]; height: number; overflow: readonly Block[] }>

/** The most lines of a subtitle and of a quote in the head; a longer one is a text of the page. */
const most = { subtitle: 3, quote: 4 }

/** The head of a deliverable's first page: who or what it is about at the left, the figures at the right, on a tinted band. */
export function firstHead(deliverable: Deliverable, page: PageSetting, setting: Setting, furniture: Furniture): Head {
	const { type, set, newId } = setting
	const { kicker, title, subtitle, quote, portrait, figures } = deliverable
	const base = type.base
	const logo = furniture.logo === null ? null : logoSize(furniture.logo, base * 11, base * 2.9)
	const figureWidth = figures.length === 0 ? 0 : base * 10.5
	const figureRoom = figures.length * figureWidth + Math.max(0, figures.length - 1) * base * 1.6
	const rightRoom = Math.max(figureRoom, logo?.width ?? 0)
	const picture = portrait === null ? 0 : base * (page.height > page.width || page.height > 560 ? 7 : 5.8)
	const x = page.margin + (picture === 0 ? 0 : picture + base * 1.5)
	const width = page.width - page.margin - x - (rightRoom === 0 ? 0 : rightRoom + base * 2.4)
	const top = Math.max(page.margin * 0.55, base * 1.6)
	const items: Item[] = []
	const overflow: Block[] = []

	let y = top
	const kickers = set.lines(kicker, type.kicker.face, type.kicker.size, width)
	items.push(textItem(type.kicker, newId(), kickers, { x, y, width }))
	y += kickers.length * type.kicker.leading + base * 0.1

	// The largest size at which the name has two lines; a name of two hundred letters is set smaller rather than cut.
	const titles = type.title.map((style) => ({ style, lines: set.lines(title, style.face, style.size, width) }))
	const chosen = titles.find(({ lines }) => lines.length <= 2) ?? titles.at(-1)
	if (chosen !== undefined) {
		items.push(textItem(chosen.style, newId(), chosen.lines, { x, y, width }))
		y += chosen.lines.length * chosen.style.leading + base * 0.2
	}
	const subtitles = set.lines(subtitle, type.subtitle.face, type.subtitle.size, width)
	if (subtitles.length > most.subtitle) overflow.push({ type: 'text', text: subtitle, look: 'lead' })
	else if (subtitles.length > 0) {
		items.push(textItem(type.subtitle, newId(), subtitles, { x, y, width }))
		y += subtitles.length * type.subtitle.leading
	}
	const bar = base * 1.1
	const quotes = set.lines(quote, type.quote.face, type.quote.size, width - bar)
	if (quotes.length > most.quote) overflow.push({ type: 'text', text: quote, look: 'quote' })
	else if (quotes.length > 0) {
		y += base * 0.7
		const height = quotes.length * type.quote.leading
		items.push(
			{
				type: 'shape',
				ink: 'secondary',
				shape: { type: 'rect', x, y, width: 2.4, height, fill: 'accent' }
			},
			textItem(type.quote, newId(), quotes, { x: x + bar, y, width: width - bar })
		)
		y += height
	}

	const right = page.width - page.margin
	let rightY = top
	const beside: Item[] = []
	if (logo !== null && furniture.logo !== null) {
		beside.push({
			type: 'image',
			href: furniture.logo.href,
			alt: furniture.logoAlt,
			round: false,
			x: right - logo.width,
			y: rightY,
			...logo
		})
		rightY += logo.height + base * 0.9
	}
	const figureHeights = figures.map((figure, at) => {
		const left = right - figureRoom + at * (figureWidth + base * 1.6)
		return { left, ...figureItems(figure, figureWidth, setting) }
	})
	const figureHeight = Math.max(0, ...figureHeights.map(({ height }) => height))
	const inner = Math.max(y, rightY + figureHeight, top + picture) - top
	// Figures stand at the foot of the band, on one line with what the left says last.
	const figureTop = Math.max(rightY, top + (inner - figureHeight) / (logo === null ? 2 : 1))
	for (const { left, items: parts } of figureHeights)
		for (const item of parts) beside.push(shifted(item, left, figureTop))

	const bottom = top + inner + Math.max(page.margin * 0.42, base * 1.2)
	const band: Item[] = [
		{ type: 'shape', shape: { type: 'rect', x: 0, y: 0, width: page.width, height: bottom, fill: 'accent-soft' } },
		{ type: 'shape', shape: { type: 'rect', x: 0, y: 0, width: page.width, height: base * 0.5, fill: 'accent' } }
	]
	const face =
		portrait === null ? [] : portraitItems(deliverable, page.margin, top + (inner - picture) / 2, picture, setting)
	return { items: [...band, ...face, ...items, ...beside], height: bottom, overflow }
}

function shifted(item: Item, x: number, y: number): Item {
	if (item.type === 'shape') {
		const { shape } = item
		return shape.type === 'path' ? item : { ...item, shape: { ...shape, x: shape.x + x, y: shape.y + y } }
	}
	return { ...item, x: item.x + x, y: item.y + y }
}

/** A logo's size in points: as large as its room allows, never larger than it is. */
function logoSize(logo: Logo, width: number, height: number): { width: number; height: number } {
	const scale = Math.min(width / logo.width, height / logo.height)
	return { width: logo.width * scale, height: logo.height * scale }
}

function figureItems(
	{ label, value, share, note = '' }: Deliverable['figures'][number],
	width: number,
	{ type, set, newId }: Setting
): { items: Item[]; height: number } {
	const labels = set.lines(label, type.h3.face, type.h3.size, width)
	const values = set.lines(value, type.figure.face, type.figure.size, width)
	const notes = set.lines(note, type.note.face, type.note.size, width)
	const items: Item[] = [textItem({ ...type.h3, role: 'p' }, newId(), labels, { width })]
	let y = labels.length * type.h3.leading
	items.push(textItem(type.figure, newId(), values, { y, width }))
	y += values.length * type.figure.leading + type.base * 0.25
	items.push(...barItems(share, 0, y, width, type.base * 0.5))
	y += type.base * 0.75
	if (notes.length > 0) items.push(textItem(type.note, newId(), notes, { y, width }))
	return { items, height: y + notes.length * type.note.leading }
}

function portraitItems(
	{ portrait, title }: Deliverable,
	x: number,
	y: number,
	size: number,
	{ type, newId }: Setting
): Item[] {
	if (portrait === null) return []
	if (portrait.type === 'image')
		return [{ type: 'image', href: portrait.of, alt: title, round: true, x, y, width: size, height: size }]
	const style = {
		...type.figure,
		role: 'foot' as const,
		size: size * 0.36,
		leading: size * 0.44,
		ink: 'surface' as const
	}
	const isEmoji = /^\p{Extended_Pictographic}/u.test(portrait.of)
	const disc: Item = {
		type: 'shape',
		...(portrait.color === null ? {} : { color: portrait.color }),
		shape: {
			type: 'circle',
			x: x + size / 2,
			y: y + size / 2,
			radius: size / 2,
			fill: isEmoji ? 'surface' : 'accent',
			...(isEmoji ? { line: 'line-strong' as const } : {})
		}
	}
	const letters = textItem(style, newId(), [portrait.of], {
		x,
		y: y + (size - style.leading) / 2,
		width: size,
		align: 'middle',
		repeated: true
	})
	return [disc, letters]
}

/** The head of the pages after the first: what goes on here. */
export function nextHead(deliverable: Deliverable, page: PageSetting, setting: Setting, furniture: Furniture): Head {
	const { type, set, newId } = setting
	const width = page.width - 2 * page.margin
	const top = Math.max(page.margin * 0.6, type.base * 1.8)
	const text = `${deliverable.kicker} · ${furniture.continued(deliverable.title)}`
	const lines = set.lines(text, type.kicker.face, type.kicker.size, width)
	const height = lines.length * type.kicker.leading
	return {
		items: [
			{
				type: 'shape',
				shape: { type: 'rect', x: 0, y: 0, width: page.width, height: type.base * 0.5, fill: 'accent' }
			},
			textItem(type.kicker, newId(), lines, { x: page.margin, y: top, width, repeated: true })
		],
		height: top + height,
		overflow: []
	}
}
