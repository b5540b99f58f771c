import { endsOf, linkTables, type Atlas } from '#lib/domain/model/atlas.ts'
import { findingReference } from '#lib/domain/model/decision.ts'
import { nameOf } from '#lib/domain/changes/subject.ts'
import { findingSubject } from '#lib/domain/changes/decide.ts'
import { findingKindLabel } from '#lib/wording/labels.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Column, GridTable } from './columns.ts'
import { optionLabel } from './labels.ts'

/** One row as the grid shows it: the key by which changes find it, and its fields. */
export type GridRow = { readonly key: string; readonly fields: Readonly<Record<string, unknown>> }

/** The rows of a table of the atlas, in the atlas's own order. Mentions are rows of the store and not of the atlas. */
export function rowsOf(atlas: Atlas, table: Exclude<GridTable, 'mentions'>): GridRow[] {
	return Array.from<[string, GridRow['fields']], GridRow>(atlas[table], ([key, fields]) => ({ key, fields }))
}

/** What a cell says, as text in the user's language: for the screen, for the filter and for sorting. Empty where nothing is said. */
export function cellText(atlas: Atlas, column: Column, value: unknown): string {
	if (value === null || value === undefined) return ''
	switch (column.kind) {
		case 'choice':
			return optionLabel(column.field, String(value))
		case 'set':
			return textsOf(value)
				.map((option) => optionLabel(column.field, option))
				.join(', ')
		case 'texts':
			return textsOf(value).join(' · ')
		case 'yes-no':
			return value === true ? m.data_yes() : m.data_no()
		case 'thing':
			return nameOf(atlas, String(value)) || String(value)
		case 'picture':
			return String(value).startsWith('data:') ? m.data_picture() : String(value)
		case 'fixed':
			return fixedText(atlas, column, value)
		default:
			return String(value)
	}
}

function fixedText(atlas: Atlas, column: Column, value: unknown): string {
	if (column.field === 'finding') {
		const finding = findingReference.safeParse(value)
		if (finding.success) {
			const about = findingSubject(atlas, finding.data)
			const kind = findingKindLabel[finding.data.kind]()
			return about === '' ? kind : `${kind}: ${about}`
		}
	}
	return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.map(String) : []
}

/** The rows in which any cell holds the text, without regard to case. An empty text leaves them all. */
export function filterRows(
	rows: readonly GridRow[],
	columns: readonly Column[],
	query: string,
	textOf: (column: Column, value: unknown) => string
): readonly GridRow[] {
	const wanted = folded(query.trim())
	if (wanted === '') return rows
	return rows.filter((row) =>
		columns.some((column) => folded(textOf(column, row.fields[column.field])).includes(wanted))
	)
}

/** NFKC and one case, so that full-width letters and capitals are found by plain ones. */
function folded(text: string): string {
	return text.normalize('NFKC').toLowerCase()
}

export type Sort = { readonly field: string; readonly direction: 'ascending' | 'descending' }

/** The rows in the order of a column: numbers by size, choices in the order of the method, texts as the user's language sorts them; empty cells last. */
export function sortRows(
	rows: readonly GridRow[],
	column: Column,
	direction: Sort['direction'],
	locale: string,
	textOf: (column: Column, value: unknown) => string
): readonly GridRow[] {
	const collator = new Intl.Collator(locale, { numeric: true })
	const sign = direction === 'ascending' ? 1 : -1
	const ranked = rows.map((row) => ({ row, rank: rankOf(column, row.fields[column.field], textOf) }))
	ranked.sort((left, right) => {
		if (left.rank === null || right.rank === null) return Number(left.rank === null) - Number(right.rank === null)
		if (typeof left.rank === 'number' && typeof right.rank === 'number') return sign * (left.rank - right.rank)
		return sign * collator.compare(String(left.rank), String(right.rank))
	})
	return ranked.map(({ row }) => row)
}

function rankOf(
	column: Column,
	value: unknown,
	textOf: (column: Column, value: unknown) => string
): number | string | null {
	if (typeof value === 'number') return value
	if (typeof value === 'boolean') return value ? 0 : 1
	if (column.kind === 'choice' && typeof value === 'string') return column.options.indexOf(value)
	const text = textOf(column, value)
	return text === '' ? null : text
}

/** What a row is called in a sentence: its name, its two ends, or what it is about. */
export function rowName(atlas: Atlas, table: GridTable, row: GridRow): string {
	const link = linkTables.find((one) => one === table)
	if (link !== undefined) {
		const stored = atlas[link].get(row.key)
		return stored === undefined
			? ''
			: endsOf(link, stored)
					.map((end) => nameOf(atlas, end))
					.join(' → ')
	}
	const named = row.fields.name ?? row.fields.text
	if (typeof named === 'string') return named
	const finding = findingReference.safeParse(row.fields.finding)
	return finding.success ? findingSubject(atlas, finding.data) : row.key
}
