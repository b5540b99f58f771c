import { nodeTables, tableSchemas, type NodeTable } from '../model/atlas.ts'
import { mediaKinds, settings } from '../model/channel.ts'
import { kinds, roles, stages } from '../model/fields.ts'
import { deliveryStatuses } from '../model/links.ts'
import type { PastedText } from './pasted-text.ts'

/** The words by which columns and values are recognised, in lower case: those of every language of the app. */
export type PasteWords = Readonly<{
	tables: Readonly<Record<NodeTable, readonly string[]>>
	/** By field, `name` among them. */
	fields: Readonly<Record<string, readonly string[]>>
	/** By member of an enumeration, such as `information` or `buy`. */
	members: Readonly<Record<string, readonly string[]>>
}>

/** What stands in a column: the name of the thing, what type it is, a field of it or of its links, things it is linked with, or nothing known. */
export type PasteColumn =
	| Readonly<{ kind: 'name' | 'type' | 'unknown' }>
	| Readonly<{ kind: 'field'; field: string }>
	| Readonly<{ kind: 'link'; table: NodeTable }>

/** What a link says beside its ends. */
export const linkFieldNames = ['importance', 'weight', 'rank', 'status'] as const

/** The columns after the name, where there is no header: in the order in which one would tell of such a thing. */
const byPosition: Readonly<Record<NodeTable, readonly string[]>> = {
	personas: ['role', 'quote', 'story'],
	values: ['description', 'synonyms', 'opposites'],
	needs: ['kind', 'stage', 'description'],
	channels: ['roles', 'media', 'setting', 'description'],
	products: ['kind', 'owner', 'description']
}

const membersOf: Readonly<Record<string, readonly string[]>> = {
	kind: kinds,
	carries: kinds,
	stage: stages,
	roles,
	media: mediaKinds,
	setting: settings,
	status: deliveryStatuses
}

function plain(text: string): string {
	return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The type of thing that a word names, or null. */
export function tableNamed(word: string, words: PasteWords): NodeTable | null {
	const wanted = plain(word)
	return nodeTables.find((table) => words.tables[table].includes(wanted)) ?? null
}

/** A header as columns, and the type of thing that it names; null where the first line is no header. */
export function headerOf(
	text: PastedText,
	words: PasteWords
): Readonly<{ columns: readonly PasteColumn[]; table: NodeTable | null }> | null {
	const [head, ...rows] = text.lines
	if (head === undefined || text.kind !== 'table' || rows.length === 0) return null
	const columns = head.cells.map((cell) => columnNamed(cell, words))
	const known = columns.filter(({ kind }) => kind !== 'unknown').length
	if (known < 2 || known * 2 < columns.length) return null
	// Where no column is the name, the first that names a type is: "Need, Stage, Channel" are needs with their channels.
	const main = columns.some(({ kind }) => kind === 'name') ? -1 : columns.findIndex(({ kind }) => kind === 'link')
	const first = columns[main]
	const table = first?.kind === 'link' ? first.table : null
	const named = columns.map((column, at): PasteColumn => (at === main ? { kind: 'name' } : column))
	if (!named.some(({ kind }) => kind === 'name')) return null
	return { columns: named.map((column, at) => typeColumn(column, at, text, words)), table }
}

/** "Type" is said of needs (information, advice, product) and of things (need, channel): what stands below decides. */
function typeColumn(column: PasteColumn, at: number, { lines }: PastedText, words: PasteWords): PasteColumn {
	if (column.kind !== 'field' || column.field !== 'kind') return column
	const cells = lines.slice(1).map(({ cells }) => cells[at] ?? '')
	const said = cells.filter((cell) => cell !== '')
	const isType = said.length > 0 && said.every((cell) => tableNamed(cell, words) !== null)
	return isType && said.some((cell) => memberNamed('kind', cell, words) === null) ? { kind: 'type' } : column
}

function columnNamed(cell: string, words: PasteWords): PasteColumn {
	const wanted = plain(cell)
	if (wanted === '') return { kind: 'unknown' }
	const field = Object.keys(words.fields).find((name) => words.fields[name]?.includes(wanted))
	if (field === 'name') return { kind: 'name' }
	const table = tableNamed(cell, words)
	if (table !== null) return { kind: 'link', table }
	return field === undefined ? { kind: 'unknown' } : { kind: 'field', field }
}

/** The columns of a table without a header, for things of this type: as many as there are cells. */
export function columnsByPosition(table: NodeTable, count: number): PasteColumn[] {
	return Array.from({ length: count }, (_, at): PasteColumn => {
		const field = byPosition[table][at - 1]
		return at === 0 ? { kind: 'name' } : field === undefined ? { kind: 'unknown' } : { kind: 'field', field }
	})
}

/** The member of an enumeration that a word names, or null. */
export function memberNamed(field: string, word: string, words: PasteWords): string | null {
	const wanted = plain(word)
	return membersOf[field]?.find((member) => member === wanted || words.members[member]?.includes(wanted)) ?? null
}

/** Entries of a list in a cell. */
export function entriesOf(cell: string): string[] {
	return cell
		.split(/[;；、|\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
}

/** A persona has a role (who she is), a channel has roles (what it is for): the same word in a header. */
export function fieldFor(table: NodeTable, field: string): string | null {
	const asked =
		field === 'role' && table === 'channels' ? 'roles' : field === 'roles' && table === 'personas' ? 'role' : field
	return asked !== 'id' && asked !== 'name' && Object.hasOwn(tableSchemas[table].shape, asked) ? asked : null
}

/** What a cell says of a field; undefined where it cannot be understood. */
export function fieldValue(field: string, cell: string, words: PasteWords): unknown {
	switch (field) {
		case 'kind':
		case 'stage':
		case 'media':
		case 'setting':
		case 'status':
			return memberNamed(field, cell, words) ?? undefined
		case 'roles':
		case 'carries': {
			const members = cell.split(/[;；、|,，/]/).flatMap((word) => memberNamed(field, word, words) ?? [])
			return members.length > 0 ? members : undefined
		}
		case 'importance':
		case 'weight':
			return numberIn(cell, 1, 5)
		case 'rank':
			return numberIn(cell, 1, 9)
		case 'effort':
			return numberFrom(cell, (number) => number >= 0)
		case 'share':
			return numberFrom(cell, (number) => number > 0)
		case 'twoWay':
			return /^(?:yes|true|1|x|✓|ja|是|对|双向)$/iu.test(cell.trim())
		case 'feelings':
		case 'opinions':
		case 'goals':
		case 'pains':
		case 'synonyms':
		case 'opposites':
			return entriesOf(cell)
		case 'avatar':
		case 'color':
			return undefined
		default:
			return cell
	}
}

function numberFrom(cell: string, fits: (number: number) => boolean): number | undefined {
	const number = Number(cell.replace(',', '.').replace('%', '').trim())
	return cell.trim() !== '' && Number.isFinite(number) && fits(number) ? number : undefined
}

function numberIn(cell: string, least: number, most: number): number | undefined {
	return numberFrom(cell, (number) => Number.isInteger(number) && number >= least && number <= most)
}
