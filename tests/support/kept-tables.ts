import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { goTo } from './test.ts'

export type Row = Readonly<Record<string, unknown>>
/** The members of a workspace file that are lists, and its places. */
export type SavedFile = Readonly<{
	tables: Readonly<Record<string, readonly Row[]>>
	positions: Readonly<Record<string, Row>>
}>

/** Saves the atlas to a file and returns what is in it: what the document holds. */
export async function savedRows(page: Page): Promise<SavedFile> {
	const download = page.waitForEvent('download')
	await page.keyboard.press('ControlOrMeta+s')
	return readSaved(readFileSync(await (await download).path(), 'utf8'))
}

/** What is in a workspace file. */
export function readSaved(text: string): SavedFile {
	const { positions = {}, ...tables } = JSON.parse(text)
	return { tables, positions }
}

/** The rows of every table of the database, by the name of the table, each a list of texts in the order of the columns. */
export async function keptRows(page: Page): Promise<Map<string, Map<string, string | null>[]>> {
	await goTo(page, 'Data')
	await page
		.getByRole('navigation', { name: 'Tables and files' })
		.getByRole('link', { name: 'Export', exact: true })
		.click()
	const download = page.waitForEvent('download')
	await page.getByRole('button', { name: 'Export SQL' }).click()
	return readInserts(readFileSync(await (await download).path(), 'utf8'))
}

/** Reads the rows of `insert into "table" ("column", …) values ('…', null), …;`. */
function readInserts(sql: string): Map<string, Map<string, string | null>[]> {
	const tables = new Map<string, Map<string, string | null>[]>()
	for (const [, table = '', columns = '', values = ''] of sql.matchAll(
		/^insert into "?([a-z_]+)"? \(([^)]*)\) values\n([\s\S]*?\));$/gm
	)) {
		const names = columns.split(', ').map((name) => name.replaceAll('"', ''))
		const rows = tables.get(table) ?? []
		for (const cells of readRows(values)) rows.push(new Map(names.map((name, at) => [name, cells[at] ?? null])))
		tables.set(table, rows)
	}
	return tables
}

function readRows(values: string): (string | null)[][] {
	const rows: (string | null)[][] = []
	for (const [sign, text, none] of values.matchAll(/'((?:[^']|'')*)'|\b(NULL|null)\b|\(|\)/g)) {
		if (sign === '(') rows.push([])
		else if (sign !== ')') rows.at(-1)?.push(none === undefined ? (text ?? '').replaceAll("''", "'") : null)
	}
	return rows
}

const things = {
	personas: 'persona',
	values: 'value',
	needs: 'need',
	channels: 'channel',
	products: 'product'
} as const
const links = {
	holds: ['holds', 'persona', 'value', 'weight'],
	has: ['has', 'persona', 'need', 'importance'],
	prefers: ['prefers', 'chooser', 'channel', 'rank'],
	fulfils: ['fulfils', 'product', 'need'],
	delivers: ['delivers', 'product', 'channel', 'status']
} as const

/** What a file and the tables say of things, links, places and areas, in a form in which they can be compared. */
export function saidByFile({ tables, positions }: SavedFile): Record<string, string[]> {
	const said: Record<string, string[]> = {}
	for (const name of Object.keys(things))
		said[name] = (tables[name] ?? []).map((row) => `${String(row['id'])} ${String(row['name'])}`).toSorted()
	for (const [name, [, from, ...others]] of Object.entries(links)) {
		const start = from === 'chooser' ? ['persona', 'need'] : [from]
		said[name] = (tables[name] ?? [])
			.map((row) => [start.map((field) => row[field] ?? '').join(''), ...others.map((field) => row[field])].join(' '))
			.toSorted()
	}
	said['positions'] = Object.entries(positions)
		.map(([id, { x, y }]) => `${id} ${String(x)} ${String(y)}`)
		.toSorted()
	for (const kind of ['areas', 'pins', 'views'])
		said[kind] = (tables[kind] ?? []).map((row) => String(row['id'])).toSorted()
	return said
}

/** The same of the tables of the database. */
export function saidByTables(
	tables: ReadonlyMap<string, readonly Map<string, string | null>[]>
): Record<string, string[]> {
	const rows = (table: string) => tables.get(table) ?? []
	const texts = (table: string, columns: readonly string[]) =>
		rows(table)
			.map((row) => columns.map((column) => row.get(column)).join(' '))
			.toSorted()
	const said: Record<string, string[]> = {}
	for (const [name, table] of Object.entries(things)) said[name] = texts(table, ['id', 'name'])
	for (const [name, [table, ...columns]] of Object.entries(links)) said[name] = texts(table, columns)
	said['positions'] = texts('position', ['id', 'x', 'y'])
	for (const kind of ['areas', 'pins', 'views'])
		said[kind] = rows('record')
			.filter((row) => row.get('kind') === kind)
			.map((row) => String(row.get('id')))
			.toSorted()
	return said
}
