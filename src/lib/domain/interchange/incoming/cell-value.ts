import type { z } from 'zod'
import { remedies } from '../../model/decision.ts'
import { fieldProblems, type FieldProblem } from '../../model/field-problem.ts'
import { findingKinds } from '../../model/finding-kind.ts'
import { kinds, roles, stages } from '../../model/fields.ts'
import { mediaKinds, settings } from '../../model/channel.ts'
import { deliveryStatuses } from '../../model/links.ts'
import { readList } from '../list-cell.ts'
import { memberNamed, type PasteWords } from '../paste-columns.ts'
import { goalSeparator, mergeSeparator } from '../table-cells.ts'

/** What a cell of a sheet may be; a date is that day at midnight, UTC. */
export type SheetCell = string | number | boolean | Date | null

/** The value of a cell, nothing where the cell says nothing, or why it cannot be understood. */
export type CellRead =
	| Readonly<{ ok: true; value: unknown }>
	| Readonly<{ ok: true; nothing: true }>
	| Readonly<{ ok: false; problem: Pick<FieldProblem, 'rule' | 'params'> }>

/** What is written in place of what a cell cannot hold: such a cell says nothing. */
export const leftOut = '#left out: too long for a cell'

const members: Readonly<Record<string, readonly string[]>> = {
	stage: stages,
	roles,
	media: mediaKinds,
	setting: settings,
	status: deliveryStatuses,
	carries: kinds,
	remedy: remedies
}
const sets: ReadonlySet<string> = new Set(['roles', 'carries'])
const lists: ReadonlySet<string> = new Set([
	...['feelings', 'opinions', 'goals', 'pains', 'synonyms', 'opposites', 'coreValues', 'activities'],
	...['together', 'hide', 'merge', 'products', 'needs']
])
const numbers: ReadonlySet<string> = new Set(['share', 'effort', 'weight', 'importance', 'rank', 'x', 'y'])
const booleans: ReadonlySet<string> = new Set(['twoWay', 'done'])
const nullable: ReadonlySet<string> = new Set(['share', 'avatar', 'color', 'media', 'setting', 'due', 'channel'])

/** A cell as text, exactly as it stands; a date as ISO 8601. */
export function cellText(cell: SheetCell | undefined): string {
	if (cell === null || cell === undefined) return ''
	if (!(cell instanceof Date)) return String(cell)
	if (Number.isNaN(cell.getTime())) return ''
	const iso = cell.toISOString()
	return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
}

/**
 * The value of a cell for a field. `schema`: that of the field, which the value then fits. `table`: where it stands, since goals of a frame have owners.
 * An empty cell empties the field where a field may be empty, and says nothing where it may not.
 */
export function readCell(
	table: string,
	field: string,
	cell: SheetCell,
	schema: z.ZodType,
	words: PasteWords
): CellRead {
	const text = cellText(cell)
	if (text === leftOut) return { ok: true, nothing: true }
	const value = text.trim() === '' ? emptyOf(field, text) : valueOf(table, field, text, cell, words)
	if (value === undefined) return { ok: true, nothing: true }
	const parsed = schema.safeParse(value)
	if (parsed.success) return { ok: true, value: parsed.data }
	const [problem] = fieldProblems(parsed.error, value)
	const { rule, params } = problem ?? { rule: 'invalid' as const, params: {} }
	return { ok: false, problem: { rule, params } }
}

function emptyOf(field: string, text: string): unknown {
	if (lists.has(field) || sets.has(field)) return []
	if (nullable.has(field)) return null
	if (field === 'settings') return {}
	if (field in members || numbers.has(field) || booleans.has(field) || field === 'kind' || field === 'name')
		return undefined
	return text
}

function valueOf(table: string, field: string, text: string, cell: SheetCell, words: PasteWords): unknown {
	if (field === 'kind') return table === 'sources' ? text.trim() : (oneOf('kind', text, words) ?? text.trim())
	if (sets.has(field))
		return text
			.split(/[;；、|,，/]/)
			.flatMap((word) => (word.trim() === '' ? [] : (oneOf(field, word, words) ?? word.trim())))
	if (field in members) return oneOf(field, text, words) ?? text.trim()
	if (field === 'goals' && table === 'frame') return readList(text).map(goalOf)
	if (field === 'merge') return readList(text).map((entry) => readList(entry, mergeSeparator))
	if (lists.has(field)) return readList(text)
	if (numbers.has(field)) return typeof cell === 'number' ? cell : numberOf(text)
	if (booleans.has(field)) return typeof cell === 'boolean' ? cell : booleanOf(text)
	if (field === 'due') return text.trim().slice(0, 10)
	if (field === 'settings') return jsonOf(text)
	if (field === 'avatar' || field === 'color' || field === 'channel') return text.trim()
	return text
}

function oneOf(field: string, word: string, words: PasteWords): string | null {
	if (field === 'remedy') return remedies.find((one) => one === word.trim().toLowerCase()) ?? null
	return memberNamed(field, word, words)
}

function goalOf(entry: string): unknown {
	const [text = '', owner = '', measure = ''] = readList(entry, goalSeparator)
	return { text, owner, measure }
}

/** A number, with a comma or a point and with a percent sign or without; the text itself where it is none, for the schema to refuse. */
function numberOf(text: string): unknown {
	const plain = text.trim().replace('%', '')
	const number = Number(/^[-+]?\d*,\d+$/.test(plain) ? plain.replace(',', '.') : plain)
	return Number.isFinite(number) ? number : text
}

function booleanOf(text: string): unknown {
	if (/^(?:yes|true|1|x|✓|ja|waar|是|对|真)$/iu.test(text.trim())) return true
	if (/^(?:no|false|0|-|nee|onwaar|否|不|假)$/iu.test(text.trim())) return false
	return text
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return text
	}
}

/** The finding of a decision from its own cells, by the names of their columns without `finding_`. */
export function findingOf(cell: (part: string) => string): Record<string, unknown> {
	const single = ['persona', 'need', 'role', 'product', 'channel'].flatMap((part) => {
		const text = cell(part).trim()
		return text === '' ? [] : [[part, text] as const]
	})
	const several = ['products', 'needs'].flatMap((part) => {
		const entries = readList(cell(part))
		return entries.length === 0 ? [] : [[part, entries] as const]
	})
	const kind = findingKinds.find((one) => one === cell('kind').trim()) ?? cell('kind').trim()
	return Object.fromEntries([['kind', kind], ...single, ...several])
}
