import type { Decision } from '#lib/domain/model/decision.ts'
import { isGap, type FindingKind } from '#lib/domain/model/finding-kind.ts'

/** A decision while it is being made. */
export type DecisionDraft = Pick<Decision, 'remedy' | 'owner' | 'due' | 'note' | 'done'>

/** What the form begins with: the decision that is there, else what is usual for the kind of finding. */
export function draftOf(kind: FindingKind, decision: Decision | null): DecisionDraft {
	if (decision !== null) {
		const { remedy, owner, due, note, done } = decision
		return { remedy, owner, due, note, done }
	}
	return { remedy: isGap(kind) ? 'deliver' : 'stop', owner: '', due: null, note: '', done: false }
}

/** Whether what is left as it is lacks its reason. */
export function lacksReason(draft: DecisionDraft): boolean {
	return draft.remedy === 'accept' && draft.note.trim() === ''
}

/** Today as a date of the calendar here, to compare dates of decisions with. */
export function dateOf(moment: Date): string {
	const two = (part: number) => String(part).padStart(2, '0')
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** Whether something that is due has not been done in time. */
export function isOverdue({ due, done, remedy }: DecisionDraft, today: string): boolean {
	return due !== null && !done && remedy !== 'accept' && due < today
}
