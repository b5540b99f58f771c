import { editLink } from '#lib/domain/changes/edit-link.ts'
import { moveLink } from '#lib/domain/changes/move-link.ts'
import { movePreference } from '#lib/domain/changes/move-preference.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { setDeliveryStatus } from '#lib/domain/changes/set-delivery-status.ts'
import { setRank } from '#lib/domain/changes/set-rank.ts'
import { deliveryStatuses } from '#lib/domain/model/links.ts'
import { parentThing, type OutlineRow } from '#lib/domain/outline/outline-rows.ts'
import { m } from '#lib/paraglide/messages.js'
import type { OutlineTree } from './tree.svelte.ts'

/** Takes the chosen rows away: a thing with all its links, a link alone. */
export function removeChosen(tree: OutlineTree): void {
	const { chosen, session, activePlace } = tree
	const ids = chosen.filter(({ kind }) => kind === 'thing').map(({ id }) => id)
	const links = chosen.flatMap(({ link }) => (link === null ? [] : [link]))
	if (ids.length + links.length === 0) return
	const outcome = session.run(removeThings, { ids, links })
	tree.tell(outcome)
	if (outcome.ok) tree.moveTo(activePlace)
}

/** Whether a digit says something on this row: a rank, a strength from 1 to 5, or a status from 1 to 3. */
export function takesDigit(row: OutlineRow): boolean {
	return row.link !== null && row.link.table !== 'fulfils'
}

/** Sets what a link says by a digit: the rank of a preference, the strength of a need or value, the status of a delivery. */
export function setByDigit(tree: OutlineTree, { link }: OutlineRow, digit: number): void {
	const { session } = tree
	const { atlas } = session
	const { table, key } = link ?? { table: null, key: '' }
	if (table === 'prefers') {
		const row = atlas.prefers.get(key)
		if (row) tree.tell(session.run(setRank, { from: row.from, channel: row.channel, rank: digit }))
	} else if (table === 'delivers') {
		const row = atlas.delivers.get(key)
		const status = deliveryStatuses[digit - 1]
		if (row && status) {
			tree.tell(session.run(setDeliveryStatus, { product: row.product, channel: row.channel, status }))
		}
	} else if (table === 'has') tree.tell(session.run(editLink, { table, key, fields: { importance: digit } }))
	else if (table === 'holds') tree.tell(session.run(editLink, { table, key, fields: { weight: digit } }))
}

/** Moves the active preference a place up or down in the ranking. */
export function moveRank(tree: OutlineTree, by: -1 | 1): void {
	const { active, session } = tree
	if (active?.link?.table !== 'prefers') return
	const row = session.atlas.prefers.get(active.link.key)
	if (row) tree.tell(session.run(movePreference, { from: row.from, channel: row.channel, by }))
}

/** Takes up the active link, to hang it elsewhere. */
export function carry(tree: OutlineTree): void {
	const { active } = tree
	if (active?.kind !== 'link') return
	tree.carried = active
	tree.said = m.outline_carried({ name: tree.nameOf(active.id) })
}

/** Hangs the carried link on the active row's thing. */
export function putDown(tree: OutlineTree): void {
	const { carried, active, session } = tree
	if (carried?.link == null || active === undefined || active.kind === 'section') return
	const from = parentThing(tree.rows, carried)
	const end = carried.link.key.startsWith(`${from}:`) ? 'from' : 'to'
	const outcome = session.run(moveLink, { ...carried.link, end, to: active.id })
	tree.tell(outcome)
	if (outcome.ok) tree.carried = null
}
