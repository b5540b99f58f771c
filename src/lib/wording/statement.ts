import type { FactChange } from '#lib/domain/findings/facts.ts'
import type { Statement } from '#lib/domain/findings/grounds.ts'
import { linkTables, type Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from './finding.ts'
import { entityLabel, linkVerb } from './labels.ts'

/** What the map says, in words: "Sanne has the need “Report a theft”"; of an entity its kind and name. */
export function statementText(atlas: Atlas, { table, key }: Statement): string {
	const link = linkTables.find((one) => one === table)
	if (link === undefined) {
		return table in entityLabel ? m.statement_entity({ kind: entityText(table), name: nameOf(atlas, key) }) : key
	}
	const [from = '', to = ''] = key.split(':')
	const target = link === 'has' || link === 'fulfils' ? m.quote_name({ name: nameOf(atlas, to) }) : nameOf(atlas, to)
	return m.map_link_sentence({ from: nameOf(atlas, from), verb: linkVerb[link](), to: target })
}

function entityText(table: Statement['table']): string {
	switch (table) {
		case 'personas':
		case 'values':
		case 'needs':
		case 'channels':
		case 'products':
			return entityLabel[table]()
		default:
			return table
	}
}

/** What has become of a statement, in words. */
export function factChangeText(atlas: Atlas, change: FactChange): string {
	const statement = statementText(atlas, change)
	if (change.change === 'added') return m.statement_added({ statement })
	return change.change === 'removed' ? m.statement_removed({ statement }) : m.statement_changed({ statement })
}
