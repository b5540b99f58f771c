import type { TableName } from '../../model/atlas.ts'
import { isRecordTable } from '../../model/records.ts'

/** Fields that hold what people wrote, which may be spelled like an id and is none. */
const spoken: ReadonlySet<string> = new Set([
	...['name', 'text', 'note', 'description', 'evidence', 'contents', 'goal', 'how', 'words', 'footer'],
	...['confidentiality', 'voter', 'owner', 'kind', 'settings']
])

/**
 * The fields of a row with the ids that the atlas knows the file's things by: of what a source, a decision or a record points to. Texts are left alone.
 * `idOf`: the id here of an id there, or null where it is no thing.
 */
export function mappedIds(
	table: TableName,
	fields: Readonly<Record<string, unknown>>,
	idOf: (id: string) => string | null
): Record<string, unknown> {
	const pointsElsewhere = table === 'sources' || table === 'decisions' || isRecordTable(table)
	return pointsElsewhere ? mapped(fields, idOf) : { ...fields }
}

function mapped(fields: object, idOf: (id: string) => string | null): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [name, spoken.has(name) ? value : mappedValue(value, idOf)])
	)
}

function mappedValue(value: unknown, idOf: (id: string) => string | null): unknown {
	if (typeof value === 'string') return idOf(value) ?? value
	if (Array.isArray(value)) return value.map((entry: unknown) => mappedValue(entry, idOf))
	return typeof value === 'object' && value !== null ? mapped(value, idOf) : value
}
