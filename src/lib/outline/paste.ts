import { pasteThings } from '#lib/domain/changes/paste-things.ts'
import { linkTableFor, nodeTableOf } from '#lib/domain/changes/link-kind.ts'
import { clipOf, readClip, type Clip } from '#lib/domain/interchange/clip.ts'
import { knownTable, planPaste, sheetOf, typesFrom, type PastePlan } from '#lib/domain/interchange/paste-plan.ts'
import { readPasted } from '#lib/domain/interchange/pasted-text.ts'
import { nodeTables, type NodeTable } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { pasteWords } from '#lib/wording/paste-words.ts'
import { draftBelow } from './draft.ts'
import type { OutlineTree } from './tree.svelte.ts'

/** The type by which our own copies travel beside plain text; the map's are the same. */
const clipType = 'application/x-channel-atlas'

/** Puts the chosen things on the clipboard: for us with the links among them, and their names for other programs. */
export function copyChosen(tree: OutlineTree, to: DataTransfer): boolean {
	const clip = clipOfChosen(tree)
	if (clip === null) return false
	to.setData('text/plain', clip.things.map(({ fields }) => fields.name).join('\n'))
	to.setData(clipType, JSON.stringify(clip))
	return true
}

/** The chosen things once more, with the links among them. */
export function duplicateChosen(tree: OutlineTree): void {
	const clip = clipOfChosen(tree)
	if (clip !== null) addClip(tree, clip)
}

/** Takes what is on the clipboard at the active row: a copy of ours, a list, an outline with indents, or cells. One step. */
export function pasteAt(tree: OutlineTree, from: DataTransfer): void {
	const text = from.getData('text/plain')
	const clip = readClip(from.getData(clipType)) ?? readClip(text)
	if (clip !== null) addClip(tree, clip)
	else pasteText(tree, text)
}

/** A text as things: what hangs on the active row, unless a header names something else. */
export function pasteText(tree: OutlineTree, text: string): void {
	const { active, session } = tree
	const pasted = readPasted(text)
	if (active === undefined || pasted.lines.length === 0) return
	const words = pasteWords()
	const sheet = sheetOf(pasted, words)
	if (sheet.columns === null && pasted.kind !== 'outline') return tree.pasteNames(text)
	const first = (sheet.table === null ? null : knownTable(sheet, session.atlas, [])) ?? draftBelow(active).table
	const linkWith = active.kind !== 'section' && canHang(tree, active.id, first) ? [active.id] : []
	tellPlan(tree, planPaste(session.atlas, sheet, typesFrom(first, sheet.depths), linkWith, words))
}

/** Several lines pasted where one name was asked for become what the name would have been, and what hangs on it. */
export function pasteIntoDraft(tree: OutlineTree, text: string): void {
	const { draft, session } = tree
	const pasted = readPasted(text)
	if (draft === null || pasted.kind === 'list') return tree.commitDraft(text)
	const words = pasteWords()
	const sheet = sheetOf(pasted, words)
	const first = (sheet.table === null ? null : knownTable(sheet, session.atlas, [])) ?? draft.table
	const linkWith = draft.under !== null && canHang(tree, draft.under, first) ? [draft.under] : []
	tree.draft = null
	tellPlan(tree, planPaste(session.atlas, sheet, typesFrom(first, sheet.depths), linkWith, words))
}

function canHang(tree: OutlineTree, on: string, table: NodeTable): boolean {
	const own = nodeTableOf(tree.session.atlas, on)
	return own !== null && (linkTableFor(own, table) !== null || linkTableFor(table, own) !== null)
}

function tellPlan(tree: OutlineTree, plan: PastePlan): void {
	const outcome = tree.session.run(pasteThings, { things: [...plan.things], links: [...plan.links] })
	tree.tell(outcome)
	if (!outcome.ok) return
	const [first] = outcome.created ?? []
	if (first !== undefined) tree.reveal(first)
	if (plan.found.length > 0) tree.said = m.outline_paste_found({ count: plan.found.length })
}

function clipOfChosen(tree: OutlineTree): Clip | null {
	const ids = tree.chosen.filter(({ kind }) => kind !== 'section').map(({ id }) => id)
	const { positions } = tree.session.atlas
	return clipOf(tree.session.atlas, ids, (id) => positions.get(id) ?? { x: 0, y: 0 })
}

function addClip(tree: OutlineTree, clip: Clip): void {
	// The outline knows no places: the map finds some for what has none.
	const things = clip.things.map(({ position: _position, ...thing }) => thing)
	const outcome = tree.session.run(pasteThings, { things, links: clip.links })
	tree.tell(outcome)
	if (!outcome.ok || outcome.created === undefined) return
	const [first] = outcome.created
	if (first === undefined) return
	tree.reveal(first)
	if (nodeTables.some((table) => tree.session.atlas[table].has(first))) tree.session.selection.select(outcome.created)
}
