import { nodeTables, type Atlas } from '../model/atlas.ts'
import { cardChoiceOf } from '../model/card-choice.ts'
import { deliverableKinds, type Deliverable, type DeliverableKind } from './block.ts'
import { boardSummary } from './board-summary.ts'
import { changeSheet } from './change-sheet.ts'
import { cloudSheet } from './cloud-sheet.ts'
import type { DeliverableContext } from './context.ts'
import { findingsList } from './findings-list.ts'
import { flowSheet } from './flow-sheet.ts'
import { frameSheet } from './frame-sheet.ts'
import { interactionCard } from './interaction-card.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { mapSheet } from './map-sheet.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { planSheet } from './plan-sheet.ts'
import { sheetId } from './sheet.ts'

type SheetKind = Exclude<DeliverableKind, 'card'>

/** How each deliverable about the whole atlas is made. */
const sheets: Readonly<Record<SheetKind, (context: DeliverableContext) => Deliverable>> = {
	board: boardSummary,
	findings: findingsList,
	matrix: matrixSheet,
	ledger: ledgerSheet,
	flow: flowSheet,
	map: mapSheet,
	cloud: cloudSheet,
	change: changeSheet,
	plan: planSheet,
	frame: frameSheet
}

/** The kinds of deliverable about the whole atlas, in the order in which they are offered. */
export const sheetKinds: readonly SheetKind[] = deliverableKinds.filter((kind) => kind !== 'card')

/** The ids of all deliverables that an atlas has: its personas' cards, then one of every other kind. */
export function deliverableIds({ atlas }: Pick<DeliverableContext, 'atlas'>): string[] {
	return [...atlas.personas.keys(), ...sheetKinds.map(sheetId)]
}

const hasPlan = (atlas: Atlas) => [...atlas.delivers.values()].some(({ status }) => status !== 'live')

/**
 * What an atlas has too little for: a frame of which nothing is written, a plan that changes nothing, a map with nothing on it, no mentions.
 */
const hasContent: Partial<Record<SheetKind, (atlas: Atlas, isHeard: boolean) => boolean>> = {
	change: hasPlan,
	plan: hasPlan,
	flow: (atlas) => atlas.has.size > 0,
	cloud: (_, isHeard) => isHeard,
	map: (atlas) => nodeTables.some((table) => atlas[table].size > 0),
	frame: ({ frame }) =>
		Object.values(frame).some((part) => (typeof part === 'string' ? part.trim() !== '' : part.length > 0))
}

/** The ids of the deliverables that are worth making of an atlas, in the order chosen. `isHeard`: there are mentions of it. */
export function offeredIds(atlas: Atlas, isHeard: boolean): string[] {
	const worth = sheetKinds.filter((kind) => hasContent[kind]?.(atlas, isHeard) ?? true).map(sheetId)
	const all = [...atlas.personas.keys(), ...worth]
	const there = new Set(all)
	const first = [...new Set(cardChoiceOf(atlas).order)].filter((id) => there.has(id))
	const named = new Set(first)
	return [...first, ...all.filter((id) => !named.has(id))]
}

/** The kind of the deliverable of that id. */
export function kindOf(id: string): DeliverableKind {
	return sheetKinds.find((kind) => sheetId(kind) === id) ?? 'card'
}

/** The deliverable of that id; null for a persona who is gone. */
export function deliverableOf(id: string, context: DeliverableContext): Deliverable | null {
	const persona = context.atlas.personas.get(id)
	if (persona !== undefined) return interactionCard(persona, context)
	const kind = sheetKinds.find((one) => sheetId(one) === id)
	return kind === undefined ? null : sheets[kind](context)
}
