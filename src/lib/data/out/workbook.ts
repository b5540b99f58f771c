import { strToU8, zipSync } from 'fflate'
import { neutralise, type Cell } from '#lib/domain/interchange/csv-text.ts'
import { leftOut } from '#lib/domain/interchange/incoming/cell-value.ts'
import type { TableCells } from '#lib/domain/interchange/table-cells.ts'
import { workbookParts } from './workbook-parts.ts'

/** A table with the name of its sheet: at most 31 characters, none of them one of `[ ] / \ : * ?`. */
export type NamedTable = Readonly<{ name: string; cells: TableCells }>

/** The most characters that a cell of a workbook can hold: with more, spreadsheets call the file damaged. */
const mostInCell = 32_767

/** The styles of `workbook-parts.ts`, by number. */
const styles = { plain: 0, head: 1, long: 2, formula: 3, day: 4 } as const

/**
 * An XLSX workbook (ECMA-376): a sheet for each table, its first row fixed and bold, columns as wide as what stands in them, numbers, booleans and days
 * typed. Texts are inline strings, so nothing in them is ever a formula; those that look like one are marked as quoted, so that editing them makes none
 * either. What a cell cannot hold is left out and says so. Written by hand: the libraries at hand compress in workers made of blobs, which the
 * app's policy forbids. It takes long for large tables: call it in a worker.
 */
export function workbook(tables: readonly NamedTable[]): Uint8Array<ArrayBuffer> {
	const sheets = tables.map(({ cells }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(cells)] as const)
	const parts = [...workbookParts(tables.map(({ name }) => escapeXml(name))), ...sheets]
	return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), { level: 6 })
}

function sheetXml({ columns, rows }: TableCells): string {
	const widths = columns.map((column, at) => {
		const width = widthOf(column, rows, at)
		return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
	})
	const lines = rows.map((row, at) =>
		rowXml(
			at + 2,
			row.map((cell, to) => cellXml(address(to, at + 2), cell, columns[to] ?? ''))
		)
	)
	const head = columns.map((column, at) => textXml(address(at, 1), column, styles.head))
	return [
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
		'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">',
		'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
		`<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`,
		`<sheetData>${rowXml(1, head)}${lines.join('')}</sheetData>`,
		`<autoFilter ref="A1:${address(columns.length - 1, rows.length + 1)}"/></worksheet>`
	].join('')
}

function rowXml(number: number, cells: readonly string[]): string {
	return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(at: string, cell: Cell, column: string): string {
	if (cell === null || cell === '') return ''
	if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
	if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
	const day = column === 'due' ? dayOf(cell) : null
	if (day !== null) return `<c r="${at}" s="${styles.day}"><v>${day}</v></c>`
	const isFormula = neutralise(cell) !== cell
	const isLong = cell.length > 40 || cell.includes('\n')
	return textXml(at, cell, isFormula ? styles.formula : isLong ? styles.long : styles.plain)
}

function textXml(at: string, text: string, style: number): string {
	const escaped = escapeXml(text)
	// The limit is of what a spreadsheet reads, which the escapes are a part of.
	const value = escaped.length > mostInCell && escapedLength(text) > mostInCell ? leftOut : escaped
	return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
}

/** `A1` of a column (from 0) and a row (from 1). */
function address(column: number, row: number): string {
	let letters = ''
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
	}
	return letters + row
}

/** The number by which spreadsheets count a day, from 1900; null for a text that is no day, or one that they cannot count (they take 1900 for a leap year). */
function dayOf(text: string): number | null {
	if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1901-01-01') return null
	const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000
	return Number.isNaN(day) ? null : day + 25_569
}

// What XML cannot hold, or would change as it is read.
const unsafe = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g

/** A text with what XML cannot hold as `_xHHHH_`, and what looks like that with its first character so (ECMA-376 Part 1, 22.9.2.19). */
function spelled(text: string): string {
	return text
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(unsafe, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
}

function escapedLength(text: string): number {
	return spelled(text).length
}

function escapeXml(text: string): string {
	return spelled(text)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
}

/** Characters that fit a column: what most of its cells need, within what can be read. Wide characters count twice. */
function widthOf(column: string, rows: TableCells['rows'], at: number): number {
	let most = column.length
	for (const row of rows.slice(0, 500)) {
		const cell = row[at]
		if (cell === null || cell === undefined) continue
		let width = 0
		for (const sign of String(cell).slice(0, 60)) width += sign > '\u2E7F' ? 2 : 1
		if (width > most) most = width
	}
	return Math.min(48, Math.max(8, most + 2))
}
