import type { Block } from '../block.ts'
import type { Item, TableRow } from './page.ts'

/** What lies in a strip: items, or a row of a table, which is put together with the rows round it once its page is known. */
export type StripRow = Readonly<{
	table: Readonly<{
		id: string
		size: number
		leading: number
		padX: number
		padY: number
		columns: readonly number[]
	}>
	row: TableRow
}>

/** A part of a column that is not divided: lines of a text, a row, a picture. Its items are placed from its own top left. */
export type Strip = Readonly<{
	height: number
	/** What is left free above it, unless it begins a page. */
	gap: number
	/** Stays on the page of what follows: headings, first lines. */
	keep: boolean
	items: readonly Item[]
	row?: StripRow
	/** Comes before it again where it begins a page: the head of its table. */
	head?: Strip
	/** What is left to place where a page ends before it, to be set anew at another width; null within a text. */
	rest: (() => readonly Block[]) | null
}>
