import type { AgendaKind, AgendaStep } from '#lib/domain/model/agenda.ts'
import { m } from '#lib/paraglide/messages.js'

/** Something done together in a step: words that are written covered, dots on needs, ballots on channels. */
export type Tool = 'words' | 'dots' | 'ballots'

const names: Readonly<Record<AgendaKind, () => string>> = {
	frame: m.workshop_step_frame,
	personas: m.workshop_step_personas,
	values: m.workshop_step_values,
	needs: m.workshop_step_needs,
	preferences: m.workshop_step_preferences,
	products: m.workshop_step_products,
	findings: m.workshop_step_findings,
	decisions: m.workshop_step_decisions,
	close: m.workshop_step_close,
	other: m.workshop_step_other
}

const hows: Readonly<Record<AgendaKind, () => string>> = {
	frame: m.workshop_how_frame,
	personas: m.workshop_how_personas,
	values: m.workshop_how_values,
	needs: m.workshop_how_needs,
	preferences: m.workshop_how_preferences,
	products: m.workshop_how_products,
	findings: m.workshop_how_findings,
	decisions: m.workshop_how_decisions,
	close: m.workshop_how_close,
	other: m.workshop_how_other
}

/** The page on which a step of each kind is done, by id and view; the first of them that the app has. */
export const pagesOfKind: Readonly<Record<AgendaKind, readonly string[]>> = {
	frame: ['frame', 'data'],
	personas: ['map'],
	values: ['map'],
	needs: ['map'],
	preferences: ['coverage?view=matrix'],
	products: ['map'],
	findings: ['coverage?view=findings'],
	decisions: ['coverage?view=findings'],
	close: ['cards', 'data'],
	other: []
}

export const toolOfKind: Readonly<Partial<Record<AgendaKind, Tool>>> = {
	values: 'words',
	needs: 'dots',
	preferences: 'ballots'
}

export const toolLabel: Readonly<Record<Tool, () => string>> = {
	words: m.workshop_tool_words,
	dots: m.workshop_tool_dots,
	ballots: m.workshop_tool_ballots
}

export const toolIcon: Readonly<Record<Tool, string>> = {
	words: 'i-lucide-eye-off',
	dots: 'i-lucide-circle-dot',
	ballots: 'i-lucide-vote'
}

/** A step's name: its own where it was given one, else the method's. */
export function stepName(step: AgendaStep): string {
	return step.name.trim() || names[step.kind]()
}

/** The sentence that says how a step is done. */
export function stepHow(step: AgendaStep): string {
	return step.how.trim() || hows[step.kind]()
}
