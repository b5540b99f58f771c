import type { Database } from './database.ts'

/** Columns by which mentions are narrowed, grouped and ordered; to look at texts and addresses too would take twice as long. */
const columns =
	'atlas, source, at, lang, author, channel, sentiment, label, corrected, words, says, denies, persona, need'

/**
 * Lets the planner look at the mentions again where their table has grown by a fifth since it last did: nothing else does that in PGlite, and a planner that takes
 * 100,000 mentions for a few hundred sorts on disk what fits into a table in memory. Returns whether it looked.
 */
export async function keepStatistics(database: Database): Promise<boolean> {
	const [table] = await database.rows<{ known: number; now: number }>(
		`select relpages as known, (pg_relation_size(oid) / current_setting('block_size')::integer)::integer as now
		from pg_class where oid = 'mention'::regclass`
	)
	if (table === undefined || table.now <= table.known * 1.2 + 20) return false
	await database.maintain(`analyze mention (${columns})`)
	return true
}
