import { z } from 'zod'
import { pasteThings } from '../changes/paste-things.ts'
import {
	endsOf,
	linkTables,
	nodeTables,
	type Atlas,
	type LinkTable,
	type NodeTable,
	type Position
} from '../model/atlas.ts'

/** What a copy is: things with their places and the links among them, for another atlas, tab or browser. */
const clip = z.strictObject({
	format: z.literal('channel-atlas/clip'),
	version: z.literal(1),
	things: pasteThings.input.shape.things,
	links: pasteThings.input.shape.links
})
export type Clip = z.output<typeof clip>

const fieldsOfLink: Readonly<Record<LinkTable, string | null>> = {
	holds: 'weight',
	has: 'importance',
	prefers: 'rank',
	fulfils: null,
	delivers: 'status'
}

/** These things as a clip; null where none of them is there. */
export function clipOf(atlas: Atlas, ids: Iterable<string>, placeOf: (id: string) => Position): Clip | null {
	const chosen = new Set(ids)
	const things = nodeTables.flatMap((table) =>
		[...atlas[table].values()]
			.filter(({ id }) => chosen.has(id))
			.map(({ id, ...fields }) => ({ ref: id, table, fields, position: placeOf(id) }))
	)
	const links = linkTables.flatMap((table) =>
		[...atlas[table].values()].flatMap((row) => {
			const [from, to] = endsOf(table, row)
			if (!chosen.has(from) || !chosen.has(to)) return []
			const own = fieldsOfLink[table]
			const said = own === null ? {} : { [own]: Reflect.get(row, own) }
			return [{ from, to, fields: { ...said, evidence: row.evidence } }]
		})
	)
	const parsed = clip.safeParse({ format: 'channel-atlas/clip', version: 1, things, links })
	return parsed.success && things.length > 0 ? parsed.data : null
}

/** The clip that a text holds, or null: text of any other kind is no clip. */
export function readClip(text: string): Clip | null {
	if (!text.includes('"channel-atlas/clip"')) return null
	try {
		const parsed = clip.safeParse(JSON.parse(text))
		return parsed.success && parsed.data.things.length > 0 ? parsed.data : null
	} catch {
		return null
	}
}

/** How the columns and values of a copied table are called, in the user's language. */
export type ClipWords = Readonly<{
	type: string
	name: string
	table: Readonly<Record<NodeTable, string>>
	field: (field: string) => string
	member: (field: string, member: string) => string
}>

const told = ['role', 'kind', 'stage', 'roles', 'media', 'setting', 'owner', 'quote', 'description'] as const

/**
 * The same as a table for other programs: a header, a thing a line, and in columns named after a type what it is linked with there.
 * What is pasted back from a spreadsheet is understood by its header.
 */
export function clipText(clip: Clip, words: ClipWords): string {
	const named = new Map(clip.things.map(({ ref, table, fields }) => [ref, { table, name: fields.name }]))
	const linked = new Map<string, string[]>()
	const ranked = clip.links.toSorted((one, other) => (one.fields?.rank ?? 0) - (other.fields?.rank ?? 0))
	for (const { from, to } of ranked) {
		const end = named.get(to)
		if (end === undefined) continue
		const key = `${from} ${end.table}`
		linked.set(key, [...(linked.get(key) ?? []), end.name])
	}
	const one = clip.things.length === 1
	const rows = clip.things.map(({ ref, table, fields }) => [
		words.table[table],
		fields.name,
		...told.map((field) => cellOf(field, Reflect.get(fields, field), words)),
		...nodeTables.map((other) => (linked.get(`${ref} ${other}`) ?? []).join('; '))
	])
	const head = [words.type, words.name, ...told.map(words.field), ...nodeTables.map((table) => words.table[table])]
	// One thing in a program that knows only text is its name.
	if (one) return clip.things[0]?.fields.name ?? ''
	const used = head.map((_, at) => at < 2 || rows.some((row) => row[at] !== ''))
	return [head, ...rows]
		.map((row) =>
			row
				.filter((_, at) => used[at])
				.map(tabFree)
				.join('\t')
		)
		.join('\n')
}

function cellOf(field: string, value: unknown, words: ClipWords): string {
	if (Array.isArray(value)) return value.map((entry) => words.member(field, String(entry))).join('; ')
	return typeof value === 'string' && value !== '' ? words.member(field, value) : ''
}

function tabFree(cell: string): string {
	return cell.replace(/\s+/g, ' ')
}
