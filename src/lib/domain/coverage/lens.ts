import type { DeliveryStatus } from '../model/links.ts'

/** today: what customers meet now; plan: what they will meet once everything planned is done. */
export const lenses = ['today', 'plan'] as const
export type Lens = (typeof lenses)[number]

const counted: Readonly<Record<Lens, readonly DeliveryStatus[]>> = {
	today: ['live', 'retiring'],
	plan: ['live', 'planned']
}

/** Whether a delivery of this status counts in the lens (model, section 4). */
export function countsIn(lens: Lens, status: DeliveryStatus): boolean {
	return counted[lens].includes(status)
}
