import type { Block, Deliverable, Section } from '../block.ts'
import { fill } from './flow.ts'
import { footOf } from './foot.ts'
import type { Format } from '../../model/card-choice.ts'
import { pageSettings, type PageSetting } from './format.ts'
import { pageLabel, type Furniture } from './furniture.ts'
import { firstHead, nextHead, type Head } from './head.ts'
import type { Typesetter } from './lines.ts'
import type { Item, Page } from './page.ts'
import type { Strip } from './strip.ts'
import { stripsOf, type Setting } from './strips.ts'
import { typeScale } from './type-scale.ts'

/** By how much text is set smaller from one try to the next. */
const step = 0.95
/** No deliverable has more pages: beyond it something is wrong with the engine, and an endless loop would freeze the page. */
const mostPages = 2000

/**
 * A deliverable as pages of a format. Text is set in its proper size where one page holds it; else smaller, down to the least that is read well;
 * what does not fit then goes on to further pages, in the largest size that needs no more of them. Nothing is cut.
 */
export function layOut(
	deliverable: Deliverable,
	format: Format,
	set: Typesetter,
	furniture: Furniture
): readonly Page[] {
	const page = pageSettings[format]
	const least = page.least / page.text
	const scales: number[] = []
	for (let scale = 1; scale > least; scale *= step) scales.push(scale)
	scales.push(least)
	const [proper = 1] = scales
	const first = compose(deliverable, page, set, furniture, proper)
	if (first.length === 1) return first
	const smallest = compose(deliverable, page, set, furniture, least)
	if (smallest.length >= first.length) return first
	for (const scale of scales.slice(1, -1)) {
		const pages = compose(deliverable, page, set, furniture, scale)
		if (pages.length === smallest.length) return pages
	}
	return smallest
}

/** All blocks of those sections, one after the other. */
function blocksOf(sections: readonly Section[]): readonly Block[] {
	return sections.flatMap(({ blocks }) => blocks)
}

function compose(
	deliverable: Deliverable,
	page: PageSetting,
	set: Typesetter,
	furniture: Furniture,
	scale: number
): Page[] {
	let ids = 0
	const type = typeScale(page, scale)
	const newId = () => `${deliverable.id}-${ids++}`
	const bare: Setting = { type, set, newId, most: page.height, mostOfPicture: page.height }
	const foot = footOf(deliverable, page, bare, furniture)
	const head = firstHead(deliverable, page, bare, furniture)
	const next = nextHead(deliverable, page, bare, furniture)
	const bottom = page.height - foot.height - type.base * 0.8
	const tops = [head, next].map(({ height }) => height + type.base * 1.3)
	const [firstTop = 0, nextTop = 0] = tops
	const most = bottom - nextTop
	// A picture is set so high that it stands on the first page, below a heading, unless the head leaves too little.
	const mostOfPicture = Math.max(bottom - firstTop - type.base * 3.2, most * 0.55)
	const setting: Setting = { ...bare, most, mostOfPicture }

	const width = page.width - 2 * page.margin
	const asideWidth = (width - page.gutter) * page.aside
	const main = [...head.overflow, ...blocksOf(deliverable.sections.filter(({ aside }) => !aside))]
	const aside = blocksOf(deliverable.sections.filter(({ aside }) => aside))
	const bodies = flow(
		main.length > 0 && aside.length > 0
			? [
					{ x: page.margin, width: asideWidth, blocks: aside },
					{ x: page.margin + asideWidth + page.gutter, width: width - asideWidth - page.gutter, blocks: main }
				]
			: [{ x: page.margin, width, blocks: main.length > 0 ? main : aside }],
		{ x: page.margin, width },
		[firstTop, nextTop],
		bottom,
		setting
	)
	return bodies.map((body, at) => {
		const top: Head = at === 0 ? head : next
		return {
			deliverable: deliverable.id,
			label: pageLabel(deliverable, at + 1, bodies.length),
			language: furniture.language,
			width: page.width,
			height: page.height,
			items: [...top.items, ...body, ...foot.items(at + 1, bodies.length, at === 0)],
			notes: at === 0 ? deliverable.evidence : []
		}
	})
}

type Lane = Readonly<{ x: number; width: number; strips: readonly Strip[] }>

/** Fills page after page. Where one of two columns has ended, the other goes on over the whole width. */
function flow(
	columns: readonly Readonly<{ x: number; width: number; blocks: readonly Block[] }>[],
	whole: Readonly<{ x: number; width: number }>,
	[firstTop, nextTop]: readonly [number, number],
	bottom: number,
	setting: Setting
): Item[][] {
	const bodies: Item[][] = []
	let lanes: readonly Lane[] = columns.map(({ x, width, blocks }) => ({
		x,
		width,
		strips: stripsOf(blocks, width, setting)
	}))
	do {
		const top = bodies.length === 0 ? firstTop : nextTop
		const filled = lanes.map((lane) => ({
			lane,
			...fill(lane.strips, { x: lane.x, y: top, bottom, whole: bodies.length > 0 })
		}))
		bodies.push(filled.flatMap(({ items }) => items))
		const left = filled.filter(({ rest }) => rest.length > 0).map(({ lane, rest }) => ({ ...lane, strips: rest }))
		const [only] = left
		lanes = left.length === 1 && only !== undefined ? [widened(only, whole, setting)] : left
	} while (lanes.length > 0 && bodies.length < mostPages)
	return bodies
}

/** A column over the whole width, from the first place at which it can be set anew. */
function widened(lane: Lane, whole: Readonly<{ x: number; width: number }>, setting: Setting): Lane {
	if (lane.width === whole.width) return lane
	const from = lane.strips.findIndex(({ rest }) => rest !== null)
	const blocks = lane.strips[from]?.rest?.() ?? []
	const before = from < 0 ? lane.strips : lane.strips.slice(0, from)
	return { ...whole, strips: [...before, ...stripsOf(blocks, whole.width, setting)] }
}
