import { editLinks } from '#lib/domain/changes/edit-links.ts'
import { moveLink } from '#lib/domain/changes/move-link.ts'
import { movePreference } from '#lib/domain/changes/move-preference.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { deliveryStatuses } from '#lib/domain/model/links.ts'
import type { LinkTable } from '#lib/domain/model/atlas.ts'
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

/** What a digit says of a link of each table; nothing where it says nothing. */
function fieldsByDigit(table: LinkTable, digit: number) {
	switch (table) {
		case 'prefers':
			return { rank: digit }
		case 'delivers': {
			const status = deliveryStatuses[digit - 1]
			return status === undefined ? null : { status }
		}
		case 'has':
			return digit > 5 ? null : { importance: digit }
		case 'holds':
			return digit > 5 ? null : { weight: digit }
		case 'fulfils':
			return null
	}
}

/** Sets what the chosen links say by a digit, in one step: the rank of a preference, the strength of a need or value, the status of a delivery. */
export function setByDigit(tree: OutlineTree, digit: number): void {
	const links = tree.chosen.flatMap(({ link }) => {
		const fields = link === null ? null : fieldsByDigit(link.table, digit)
		return link === null || fields === null ? [] : [{ ...link, fields }]
	})
	if (links.length > 0) tree.tell(tree.session.run(editLinks, { links }))
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
