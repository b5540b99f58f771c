import type { PairStatus } from '../coverage/pair.ts'
import type { Picture } from '../pictures/picture.ts'

/** A sign before a text whose shape says what its colour says: how a pair is served. */
export type Mark = PairStatus

/** One cell of a table. */
export type Cell = Readonly<{ text: string; mark?: Mark; strong?: boolean; faint?: boolean }>

/** A column of a table; `share` is its part of the width, in relation to the other columns. */
export type Column = Readonly<{ label: string; share: number; align?: 'start' | 'middle' | 'end' }>

/** A figure with a bar: `value` is what is read, `share` (0 to 1, null for none) what is drawn. */
export type Figure = Readonly<{ label: string; value: string; share: number | null; note?: string }>

/** What someone looks like: a picture as a data URL, an emoji, or the letters that stand for the name. */
export type Portrait = Readonly<{ type: 'image' | 'letters'; of: string; color: string | null }>

export type Heading = Readonly<{ type: 'heading'; level: 2 | 3; text: string }>
/** lead: a first sentence; quote: someone's own words; note: small print; aside: what the consultant wrote. */
export type Text = Readonly<{ type: 'text'; text: string; look: 'plain' | 'lead' | 'quote' | 'note' | 'aside' }>
/** Entries of one kind. `lead` stands before the text, in bold. */
export type List = Readonly<{
	type: 'list'
	numbered?: boolean
	items: readonly Readonly<{ text: string; lead?: string; mark?: Mark }>[]
}>
/**
 * `lead`: so many first columns name a row. Where the others are too many for the width, they go on in further tables, each with these first.
 */
export type Table = Readonly<{
	type: 'table'
	lead?: number
	columns: readonly Column[]
	rows: readonly (readonly Cell[])[]
}>
export type Badges = Readonly<{ type: 'badges'; items: readonly Readonly<{ text: string; note?: string }>[] }>
export type Bars = Readonly<{ type: 'bars'; items: readonly Figure[] }>
export type Drawing = Readonly<{ type: 'picture'; picture: Picture }>

/** One part of a page, as plain values: no markup, no colour, no size. */
export type Block = Heading | Text | List | Table | Badges | Bars | Drawing

/** What a deliverable is made of and its user can leave out. `aside`: stands in the narrow column where there are two. */
export type Section = Readonly<{ id: string; aside: boolean; blocks: readonly Block[] }>

/** The kinds of deliverable, in the order in which they are offered. */
export const deliverableKinds = [
	'card',
	'board',
	'findings',
	'change',
	'plan',
	'matrix',
	'ledger',
	'flow',
	'map',
	'cloud',
	'frame'
] as const
export type DeliverableKind = (typeof deliverableKinds)[number]

/** One deliverable: everything that it says, in the language of its reader. Each format is made of this and of nothing else. */
export type Deliverable = Readonly<{
	/** Of a card, its persona; else the kind. */
	id: string
	kind: DeliverableKind
	/** What it is: "Interaction card". */
	kicker: string
	title: string
	subtitle: string
	quote: string
	portrait: Portrait | null
	figures: readonly Figure[]
	sections: readonly Section[]
	/** What its statements rest on: notes of a slide, sentence by sentence. */
	evidence: readonly string[]
	/** The share of statements with evidence, as a sentence of the foot. */
	foot: string
}>

/** Every text of a block that its reader reads, in reading order; what says nothing is left out. */
export function textsOfBlock(block: Block): string[] {
	switch (block.type) {
		case 'heading':
		case 'text':
			return said([block.text])
		case 'list':
			return said(block.items.flatMap(({ lead = '', text }) => [lead, text]))
		case 'table':
			return said([
				...block.columns.map(({ label }) => label),
				...block.rows.flatMap((row) => row.map(({ text }) => text))
			])
		case 'badges':
			return said(block.items.flatMap(({ text, note = '' }) => [text, note]))
		case 'bars':
			return said(block.items.flatMap(textsOfFigure))
		case 'picture':
			return said(block.picture.shapes.map((shape) => (shape.type === 'text' ? shape.text : '')))
	}
}

function textsOfFigure({ label, value, note = '' }: Figure): string[] {
	return [label, value, note]
}

function said(texts: readonly string[]): string[] {
	return texts.filter((text) => text.trim() !== '')
}

/** Every text of a deliverable, in reading order: what each format must show. */
export function textsOf(deliverable: Deliverable): string[] {
	const { kicker, title, subtitle, quote, figures, sections, foot } = deliverable
	return [
		...said([kicker, title, subtitle, quote, ...figures.flatMap(textsOfFigure)]),
		...sections.flatMap(({ blocks }) => blocks.flatMap(textsOfBlock)),
		...said([foot])
	]
}
