import { deliverableKinds, type Deliverable, type DeliverableKind } from './block.ts'
import { boardSummary } from './board-summary.ts'
import { changeSheet } from './change-sheet.ts'
import type { DeliverableContext } from './context.ts'
import { findingsList } from './findings-list.ts'
import { frameSheet } from './frame-sheet.ts'
import { interactionCard } from './interaction-card.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { sheetId } from './sheet.ts'

type SheetKind = Exclude<DeliverableKind, 'card'>

/** How each deliverable about the whole atlas is made. */
const sheets: Readonly<Record<SheetKind, (context: DeliverableContext) => Deliverable>> = {
	board: boardSummary,
	findings: findingsList,
	matrix: matrixSheet,
	ledger: ledgerSheet,
	change: changeSheet,
	frame: frameSheet
}

/** The kinds of deliverable about the whole atlas, in the order in which they are offered. */
export const sheetKinds: readonly SheetKind[] = deliverableKinds.filter((kind) => kind !== 'card')

/** The ids of all deliverables that an atlas has: its personas' cards, then one of every other kind. */
export function deliverableIds({ atlas }: Pick<DeliverableContext, 'atlas'>): string[] {
	return [...atlas.personas.keys(), ...sheetKinds.map(sheetId)]
}

/** The deliverable of that id; null for a persona who is gone. */
export function deliverableOf(id: string, context: DeliverableContext): Deliverable | null {
	const persona = context.atlas.personas.get(id)
	if (persona !== undefined) return interactionCard(persona, context)
	const kind = sheetKinds.find((one) => sheetId(one) === id)
	return kind === undefined ? null : sheets[kind](context)
}
