import type { Rows, TableName } from '#lib/domain/model/atlas.ts'
import type { RecordTable } from '#lib/domain/model/records.ts'

/** The tables of an atlas with columns of their own; those of records share one. */
export type ColumnTable = Exclude<TableName, RecordTable>

/** A column and the field of the row that it holds. */
export type Column = { readonly name: string; readonly type: string; readonly field: string }

/** Where the rows of a table of the atlas are kept in the database; `key` names the columns that tell rows apart within an atlas. */
export type SqlTable = { readonly name: string; readonly key: readonly string[]; readonly columns: readonly Column[] }

type ColumnTypes<Name extends ColumnTable> = { readonly [Field in keyof Rows[Name]]: string }

/** `types`: the SQL type of every field. `renamed`: fields whose column has another name (words of SQL, capitals). */
function table<Name extends ColumnTable>(
	_of: Name,
	name: string,
	key: readonly string[],
	types: ColumnTypes<Name>,
	renamed: { readonly [Field in keyof Rows[Name]]?: string } = {}
): SqlTable {
	const names: Readonly<Record<string, string | undefined>> = renamed
	const columns = Object.entries<string>(types).map(([field, type]) => ({ name: names[field] ?? field, type, field }))
	return { name, key, columns }
}

const text = 'text'
const texts = 'text[]'
const number = 'double precision'
const whole = 'integer'
const evidence = text

/** Every table of an atlas in SQL, but those of records. The columns are those of the migrations; a test compares them with the database. */
export const sqlTables: Readonly<Record<ColumnTable, SqlTable>> = {
	workspace: table('workspace', 'workspace', [], { id: text, name: text, description: text }),
	frame: table(
		'frame',
		'frame',
		[],
		{
			...{ vision: text, mission: text, relationship: text, coreValues: texts, activities: texts, goals: 'jsonb' },
			...{ slogan: text, tone: text, visuals: text, campaign: text }
		},
		{ coreValues: 'core_values' }
	),
	words: table('words', 'word_list', [], { merge: 'jsonb', together: texts, hide: texts }),
	personas: table('personas', 'persona', ['id'], {
		...{ id: text, name: text, role: text, quote: text, story: text },
		...{ feelings: texts, opinions: texts, goals: texts, pains: texts },
		...{ share: number, avatar: text, color: text, evidence }
	}),
	values: table('values', 'value', ['id'], {
		...{ id: text, name: text, synonyms: texts, opposites: texts, description: text, evidence }
	}),
	needs: table('needs', 'need', ['id'], { id: text, name: text, kind: text, stage: text, description: text, evidence }),
	channels: table(
		'channels',
		'channel',
		['id'],
		{
			...{ id: text, name: text, roles: texts, media: text, setting: text, twoWay: 'boolean', carries: texts },
			...{ effort: number, unique: text, description: text, evidence }
		},
		{ twoWay: 'two_way', unique: 'only_here' }
	),
	products: table('products', 'product', ['id'], {
		...{ id: text, name: text, kind: text, owner: text, description: text, evidence }
	}),
	decisions: table('decisions', 'decision', ['id'], {
		...{ id: text, finding: 'jsonb', remedy: text, owner: text, due: 'date', note: text, done: 'boolean', evidence }
	}),
	holds: table('holds', 'holds', ['persona', 'value'], { persona: text, value: text, weight: whole, evidence }),
	has: table('has', 'has', ['persona', 'need'], { persona: text, need: text, importance: whole, evidence }),
	prefers: table(
		'prefers',
		'prefers',
		['chooser', 'channel'],
		{ from: text, channel: text, rank: whole, evidence },
		{ from: 'chooser' }
	),
	fulfils: table('fulfils', 'fulfils', ['product', 'need'], { product: text, need: text, evidence }),
	delivers: table('delivers', 'delivers', ['product', 'channel'], {
		...{ product: text, channel: text, status: text, evidence }
	}),
	positions: { ...table('positions', 'position', [], { x: number, y: number }), key: ['id'] },
	sources: table('sources', 'source', ['id'], {
		...{ id: text, name: text, kind: text, channel: text, settings: 'jsonb' }
	})
}
