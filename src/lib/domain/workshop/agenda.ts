import { byCodeUnit, type Table } from '../model/atlas.ts'
import type { AgendaKind, AgendaStep } from '../model/agenda.ts'

/** How many minutes each step of the method takes with eight people: two and a half hours in all. */
const minutesOf: Readonly<Record<Exclude<AgendaKind, 'other'>, number>> = {
	frame: 15,
	personas: 20,
	values: 15,
	needs: 25,
	preferences: 20,
	products: 20,
	findings: 20,
	decisions: 10,
	close: 5
}

/** The agenda of the method, as it is before anybody edits it. */
export function defaultAgenda(): AgendaStep[] {
	return Object.entries(minutesOf).map(([kind, minutes], order) => ({
		id: kind,
		kind: kind as Exclude<AgendaKind, 'other'>,
		name: '',
		how: '',
		minutes,
		order
	}))
}

/** The steps in their order: the edited ones where there are any, else those of the method. */
export function agendaOf(kept: Table<AgendaStep>): AgendaStep[] {
	if (kept.size === 0) return defaultAgenda()
	return [...kept.values()].sort((left, right) => left.order - right.order || byCodeUnit(left.id, right.id))
}

/** The steps with one moved a place up or down. */
export function movedStep(steps: readonly AgendaStep[], id: string, by: -1 | 1): AgendaStep[] {
	const at = steps.findIndex((step) => step.id === id)
	const moved = steps[at]
	if (moved === undefined || steps[at + by] === undefined) return [...steps]
	return steps.toSpliced(at, 1).toSpliced(at + by, 0, moved)
}
