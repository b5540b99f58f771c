import { z } from 'zod'
import { byCodeUnit, endsOf, entityTables, linkTables, tableSchemas } from '../model/atlas.ts'
import type { Atlas, LinkTable, Rows } from '../model/atlas.ts'
import { mention, type Mention } from '../model/mention.ts'
import { isRecordTable } from '../model/records.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { withHomes } from './mention-homes.ts'
import { fileMembers, filePreference, workspaceFormat, workspaceVersion } from './workspace-format.ts'

/**
 * The text of a workspace file, with mentions where they are given. The same atlas gives the same bytes: members in the order of the
 * format, things by id and links by their ends (both by code unit), two spaces, a newline at the end. All tables of the contract are written,
 * empty ones too, so that a simple reader finds them, records only where there are some; in a row what is empty is left out, while numbers, choices and yes-or-no always stand.
 */
export function writeWorkspaceFile(atlas: Atlas, mentions?: Iterable<Mention>): string {
	const housed = mentions === undefined ? { atlas, mentions } : withHomes(atlas, mentions)
	const members = fileMembers.flatMap((name) => {
		const text = memberText(name, housed.atlas, housed.mentions)
		return text === null ? [] : [`  ${JSON.stringify(name)}: ${text.replaceAll('\n', '\n  ')}`]
	})
	return `{\n${members.join(',\n')}\n}\n`
}

function memberText(
	name: (typeof fileMembers)[number],
	atlas: Atlas,
	mentions: Iterable<Mention> | undefined
): string | null {
	switch (name) {
		case 'format':
			return text(workspaceFormat)
		case 'version':
			return text(workspaceVersion)
		case 'workspace':
		case 'frame':
		case 'words':
			return text(written(tableSchemas[name], atlas[name]))
		case 'positions':
			return positionsText(atlas)
		case 'mentions':
			return mentions === undefined ? null : text(byId(mentions).map((row) => written(mention, row)))
		case 'prefers':
			return text(byEnds('prefers', atlas.prefers.values()).map((row) => written(filePreference, spelled(atlas, row))))
		case 'snapshots':
			return atlas.snapshots.size === 0 ? null : text(byId(atlas.snapshots.values()).flatMap(spelledSnapshot))
		default:
			if (isRecordTable(name)) {
				const records = byId<{ id: string }>(atlas[name].values())
				return records.length === 0 ? null : text(records.map((row) => written(tableSchemas[name], row)))
			}
			return text(rowsOf(atlas, name).map((row) => written(tableSchemas[name], row)))
	}
}

function text(value: unknown): string {
	return JSON.stringify(value, null, 2)
}

function rowsOf(atlas: Atlas, table: (typeof entityTables)[number] | LinkTable): object[] {
	const entities = entityTables.find((one) => one === table)
	if (entities !== undefined) return byId<{ id: string }>(atlas[entities].values())
	const links = linkTables.find((one) => one === table)
	return links === undefined ? [] : byEnds<LinkTable>(links, atlas[links].values())
}

function byId<Row extends { id: string }>(rows: Iterable<Row>): Row[] {
	return [...rows].sort((left, right) => byCodeUnit(left.id, right.id))
}

/** The links of a table by source, then by target. */
function byEnds<Table extends LinkTable>(table: Table, rows: Iterable<Rows[Table]>): Rows[Table][] {
	const withEnds = [...rows].map((row) => ({ row, ends: endsOf(table, row) }))
	withEnds.sort((left, right) => byCodeUnit(left.ends[0], right.ends[0]) || byCodeUnit(left.ends[1], right.ends[1]))
	return withEnds.map(({ row }) => row)
}

/** A preference as the file spells it. */
function spelled(
	atlas: Atlas,
	{ from, channel, rank, evidence }: { from: string; channel: string; rank: number; evidence: string }
) {
	return { [atlas.personas.has(from) ? 'persona' : 'need']: from, channel, rank, evidence }
}

/** A snapshot as the file spells it: with its contents as a file in the file. One whose contents are no JSON cannot be written. */
function spelledSnapshot(snapshot: Snapshot): object[] {
	try {
		const contents: unknown = JSON.parse(snapshot.contents)
		return [{ ...written(tableSchemas.snapshots, { ...snapshot, contents: '' }), contents }]
	} catch {
		return []
	}
}

/** Written by hand: an object would put keys that look like numbers first, in the order of their size. */
function positionsText(atlas: Atlas): string {
	const places = [...atlas.positions].sort(([left], [right]) => byCodeUnit(left, right))
	if (places.length === 0) return '{}'
	const lines = places.map(([id, { x, y }]) => `  ${text(id)}: ${text({ x, y }).replaceAll('\n', '\n  ')}`)
	return `{\n${lines.join(',\n')}\n}`
}

/** A row with its fields in the order of its schema, at every depth, without those that are empty. */
function written(schema: z.ZodObject, row: object): object {
	const fields: Record<string, unknown> = {}
	for (const [name, field] of Object.entries(schema.shape)) {
		const value: unknown = Reflect.get(row, name)
		if (!isEmpty(value) && !isEmptyRecord(field, value)) fields[name] = writtenValue(field, value)
	}
	return fields
}

function writtenValue(schema: z.core.$ZodType, value: unknown): unknown {
	const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
	if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null) return written(inner, value)
	if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => writtenValue(inner.element, one))
	return value
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether a field that holds names and values of anybody's choice has none. */
function isEmptyRecord(schema: z.core.$ZodType, value: unknown): boolean {
	const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema
	return inner instanceof z.ZodRecord && typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
