import { linkEnds, linkKey, linkTables, nodeTables, tableOf } from '../model/atlas.ts'
import type { Atlas, LinkTable, NodeTable, Rows } from '../model/atlas.ts'
import { deliveryStatuses } from '../model/links.ts'
import { evidence, wholeNumber } from '../model/fields.ts'
import { put, type RowChange } from '../model/row-change.ts'
import { refuse, type Refusal } from './change.ts'
import { patchOf } from './patch.ts'
import { z } from 'zod'

/** What a link may say beside its ends; which of them fit depends on its kind. */
export const linkFields = patchOf(
	z.strictObject({
		weight: wholeNumber(1, 5),
		importance: wholeNumber(1, 5),
		rank: wholeNumber(1, 9),
		status: z.enum(deliveryStatuses),
		evidence
	})
)
export type LinkFields = z.output<typeof linkFields>

const fieldsOfKind: Readonly<Record<LinkTable, readonly (keyof LinkFields)[]>> = {
	holds: ['weight', 'evidence'],
	has: ['importance', 'evidence'],
	prefers: ['rank', 'evidence'],
	fulfils: ['evidence'],
	delivers: ['status', 'evidence']
}

/** A link that could be: its table, and its ends in the direction of the model. */
export type LinkKind = { table: LinkTable; from: string; to: string }

/** The kind of link between things of two tables, in that direction; null where there is none. */
export function linkTableFor(from: NodeTable, to: NodeTable): LinkTable | null {
	return (
		linkTables.find((table) => {
			const ends = linkEnds[table]
			return ends.toTable === to && ends.fromTables.some((start) => start === from)
		}) ?? null
	)
}

/** What a thing of this table can be linked to, whichever end it is drawn from. */
export function possibleLinks(table: NodeTable): { link: LinkTable; with: NodeTable }[] {
	return nodeTables.flatMap((other) => {
		const link = linkTableFor(table, other) ?? linkTableFor(other, table)
		return link === null ? [] : [{ link, with: other }]
	})
}

/** The table of the entity with this id if it stands on the map, else null. */
export function nodeTableOf(atlas: Atlas, id: string): NodeTable | null {
	const table = tableOf(atlas, id)
	return nodeTables.find((node) => node === table) ?? null
}

/** The link that two things could have, in whichever direction they are given; null where one is gone or the pair makes no sense. */
export function linkKindBetween(atlas: Atlas, one: string, other: string): LinkKind | null {
	const start = nodeTableOf(atlas, one)
	const end = nodeTableOf(atlas, other)
	return start === null || end === null ? null : directed(one, start, other, end)
}

function directed(one: string, start: NodeTable, other: string, end: NodeTable): LinkKind | null {
	const forward = linkTableFor(start, end)
	if (forward !== null) return { table: forward, from: one, to: other }
	const backward = linkTableFor(end, start)
	return backward === null ? null : { table: backward, from: other, to: one }
}

/** How a thing of each table is called in an English sentence. */
export const nodeNames: Readonly<Record<NodeTable, string>> = {
	personas: 'persona',
	values: 'value',
	needs: 'need',
	channels: 'channel',
	products: 'product'
}

/** Things that a change has made already and the atlas does not know yet. */
export type Pending = { tables: ReadonlyMap<string, NodeTable>; rows: readonly RowChange[] }
const nothingPending: Pending = { tables: new Map(), rows: [] }

/** A row change, or why there is none. */
export type LinkOutcome = { ok: true; row: RowChange; kind: LinkKind } | Refusal

/**
 * The row of a new link between two things, with the defaults of its kind; in either direction.
 * Refused: a thing that is gone, a pair that makes no sense, a link to itself, a link that exists, a field of another kind.
 */
export function newLink(
	atlas: Atlas,
	one: string,
	other: string,
	fields: LinkFields = {},
	pending: Pending = nothingPending
): LinkOutcome {
	const start = pending.tables.get(one) ?? nodeTableOf(atlas, one)
	const end = pending.tables.get(other) ?? nodeTableOf(atlas, other)
	if (start === null || end === null) return notThere(start === null ? one : other)
	if (one === other) return refuse('link-to-itself', 'A thing cannot be linked to itself.')
	const kind = directed(one, start, other, end)
	if (kind === null) return makesNoSense(start, end)
	const key = linkKey(kind.from, kind.to)
	const isPending = pending.rows.some((row) => row.table === kind.table && row.key === key)
	if (isPending || atlas[kind.table].has(key)) return refuse('link-exists', 'These two are linked already.')
	const stranger = Object.keys(fields).find((name) => !fieldsOfKind[kind.table].some((field) => field === name))
	if (stranger !== undefined) {
		return refuse('link-field', `This kind of link has no ${stranger}.`, { field: stranger, link: kind.table })
	}
	return { ok: true, row: linkRow(atlas, kind, fields, pending), kind }
}

function linkRow(atlas: Atlas, { table, from, to }: LinkKind, fields: LinkFields, pending: Pending): RowChange {
	const key = linkKey(from, to)
	const evidence = fields.evidence ?? ''
	switch (table) {
		case 'holds':
			return put('holds', key, { persona: from, value: to, weight: fields.weight ?? 3, evidence })
		case 'has':
			return put('has', key, { persona: from, need: to, importance: fields.importance ?? 3, evidence })
		case 'prefers':
			return put('prefers', key, {
				from,
				channel: to,
				rank: fields.rank ?? nextRank(ranksOf(atlas, from, pending)),
				evidence
			})
		case 'fulfils':
			return put('fulfils', key, { product: from, need: to, evidence })
		case 'delivers':
			return put('delivers', key, { product: from, channel: to, status: fields.status ?? 'live', evidence })
	}
}

function ranksOf(atlas: Atlas, from: string, pending: Pending): number[] {
	const ranks: number[] = []
	for (const link of atlas.prefers.values()) if (link.from === from) ranks.push(link.rank)
	for (const row of pending.rows) {
		if (row.table !== 'prefers' || 'gone' in row) continue
		if (row.fields.from === from && row.fields.rank !== undefined) ranks.push(row.fields.rank)
	}
	return ranks
}

/** The rank of a preference that names none (model, section 2): one more than the largest of the same source, at most 9. */
export function nextRank(ranks: readonly number[]): number {
	return Math.min(9, ranks.reduce((most, rank) => Math.max(most, rank), 0) + 1)
}

/** The refusal of a pair that cannot be linked; says what the first of the two could be linked to. */
export function makesNoSense(start: NodeTable, end: NodeTable): Refusal {
	const possible = possibleLinks(start).map((link) => link.with)
	const names = possible.map((table) => `a ${nodeNames[table]}`).join(' or ')
	return refuse(
		'link-makes-no-sense',
		`A ${nodeNames[start]} cannot be linked to a ${nodeNames[end]}. It can be linked to ${names}.`,
		{ from: start, to: end, possible: possible.join(',') }
	)
}

/** The refusal for a thing that is not in the atlas, or not any more. */
export function notThere(id: string): Refusal {
	return refuse('not-there', 'This is not in the atlas any more.', { id })
}

/** The refusal for a link that is not in the atlas, or not any more. */
export function linkNotThere(table: LinkTable): Refusal {
	return refuse('link-not-there', 'This link is not in the atlas any more.', { link: table })
}

/** A row of a link table by key, or null. */
export function linkAt(atlas: Atlas, table: LinkTable, key: string): Rows[LinkTable] | null {
	return atlas[table].get(key) ?? null
}
