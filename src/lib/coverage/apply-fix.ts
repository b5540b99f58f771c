import type { Fix } from '#lib/domain/findings/fix.ts'
import { m } from '#lib/paraglide/messages.js'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { Toasts } from '#lib/state/toasts.svelte.ts'
import { fixDoneText } from '#lib/wording/fix.ts'

/** What applying a fix came to: whether it was done, and what to say where its effect is not seen in the lens that is shown. */
export type Applied = Readonly<{ done: boolean; elsewhere: string | null }>

/** Fixes whose effect shows in the plan only: what is planned is not there today, and what retires is there still. */
const plannedOnly: readonly Fix['id'][] = ['deliver', 'stop']

/** Applies a fix through the one door and says so with a message that offers to undo exactly this step. */
export function applyFix(session: AtlasSession, toasts: Toasts, fix: Fix): Applied {
	const done = fixDoneText(session.atlas, fix)
	const outcome = session.runNamed(fix.change, fix.input)
	if (!outcome.ok) return { done: false, elsewhere: null }
	sayWithUndo(session, toasts, done)
	const isElsewhere = session.lens === 'today' && plannedOnly.includes(fix.id)
	return { done: true, elsewhere: isElsewhere ? m.coverage_note_plan({ done }) : null }
}

/** Says what was just done, with a button that takes back exactly this step. */
export function sayWithUndo(session: AtlasSession, toasts: Toasts, text: string): void {
	const step = session.undoStep
	toasts.show({
		text,
		tone: 'good',
		action: {
			label: m.coverage_undo(),
			run() {
				// Undo takes back the last step; this message promises to take back its own.
				if (session.undoStep === step) session.undo()
				else toasts.show({ text: m.coverage_undo_later(), tone: 'info' })
			}
		}
	})
}
