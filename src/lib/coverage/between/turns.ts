import type { ChangedDecision } from '#lib/domain/findings/changed-decisions.ts'
import type { PairTurn } from '#lib/domain/findings/changed-pairs.ts'
import { m } from '#lib/paraglide/messages.js'

export type Turn = PairTurn | ChangedDecision['turn']

/** How what has become of something looks and is called; the shapes differ, so that the colour is not needed. */
export const turnLook: Readonly<Record<Turn, string>> = {
	closed: 'i-lucide-circle-check-big text-good',
	opened: 'i-lucide-circle-alert text-bad',
	better: 'i-lucide-trending-up text-good',
	worse: 'i-lucide-trending-down text-bad',
	other: 'i-lucide-circle-dot text-muted',
	same: 'i-lucide-equal text-muted',
	gone: 'i-lucide-circle-minus text-muted'
}

export const turnLabel: Readonly<Record<Turn, () => string>> = {
	closed: m.between_closed,
	opened: m.between_opened,
	better: m.between_better,
	worse: m.between_worse,
	other: m.between_other,
	same: m.between_same,
	gone: m.between_gone
}
