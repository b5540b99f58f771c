import type { Cause } from '#lib/domain/findings/causes.ts'
import { readFields } from '#lib/domain/findings/facts.ts'
import { nodeTables, type Atlas } from '#lib/domain/model/atlas.ts'
import { kinds, roles, stages } from '#lib/domain/model/fields.ts'
import { deliveryStatuses } from '#lib/domain/model/links.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from './finding.ts'
import { deliveryLabel, kindLabel, roleLabel, stageLabel } from './labels.ts'
import { listText, numberText } from './list.ts'
import { statementText } from './statement.ts'

/** The later atlas with the things that are gone since, so that they can be named. */
export function withGoneThings(before: Atlas, after: Atlas): Atlas {
	const things = nodeTables.map((table) => [table, new Map<string, unknown>([...before[table], ...after[table]])])
	// Each table is made of rows of its own, which types cannot follow.
	return { ...after, ...(Object.fromEntries(things) as Pick<Atlas, (typeof nodeTables)[number]>) }
}

/** What was changed on the map, in words. `names`: an atlas that knows the things of both states. */
export function causeText(before: Atlas, after: Atlas, names: Atlas, cause: Cause): string {
	const statement = statementText(names, cause)
	switch (cause.change) {
		case 'added':
			return addedText(after, cause, statement)
		case 'removed':
			return m.statement_removed({ statement })
		case 'moved':
			return m.cause_moved({ statement, from: nameOf(names, cause.from) })
		case 'changed': {
			const [from, to] = [before, after].map((atlas) => valuesText(atlas, cause))
			return m.cause_changed({ statement, from: from ?? '', to: to ?? '' })
		}
	}
}

/** A new delivery says whether it is only planned; a new wish its rank. */
function addedText(after: Atlas, { table, key }: Cause, statement: string): string {
	const status = table === 'delivers' ? after.delivers.get(key)?.status : undefined
	return status === undefined || status === 'live'
		? m.statement_added({ statement })
		: m.cause_added_as({ statement, status: deliveryLabel[status]() })
}

/** What the analysis reads of a row, in words. */
function valuesText(atlas: Atlas, { table, key }: Cause): string {
	const row: object | undefined = atlas[table].get(key)
	if (row === undefined) return '–'
	const values = readFields[table].map((field) => valueText(Reflect.get(row, field))).filter((text) => text !== '')
	return values.length === 0 ? '–' : values.join(', ')
}

function valueText(value: unknown): string {
	if (typeof value === 'number') return numberText(value, 2)
	if (Array.isArray(value)) return value.length === 0 ? '' : listText(value.map(valueText))
	const status = deliveryStatuses.find((one) => one === value)
	if (status !== undefined) return deliveryLabel[status]()
	const stage = stages.find((one) => one === value)
	if (stage !== undefined) return stageLabel[stage]()
	const kind = kinds.find((one) => one === value)
	if (kind !== undefined) return kindLabel[kind]()
	const role = roles.find((one) => one === value)
	return role === undefined ? '' : roleLabel[role]()
}
