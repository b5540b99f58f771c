import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { LedgerRow, Verdict } from '#lib/domain/coverage/ledger.ts'
import { m } from '#lib/paraglide/messages.js'
import { firstsMissed } from './ledger-table.ts'

/** One sentence that says why a channel has its verdict. */
export function verdictReason(coverage: Coverage, row: LedgerRow): string {
	const count = row.wanted.length
	switch (row.verdict) {
		case 'idle':
			return m.coverage_verdict_idle()
		case 'unwanted':
			return m.coverage_verdict_unwanted()
		case 'unused':
			return m.coverage_verdict_unused({ count })
		case 'wrong-offer':
			return m.coverage_verdict_wrong_offer({ count })
		case 'fallback':
			return m.coverage_verdict_fallback({ count })
		case 'short':
			return m.coverage_verdict_short(firstsMissed(coverage, row))
		case 'balanced':
			return m.coverage_verdict_balanced()
	}
}

/** The icon and tone of each verdict. */
export const verdictLook: Readonly<Record<Verdict, { icon: string; tone: 'plain' | 'good' | 'warn' | 'bad' }>> = {
	idle: { icon: 'i-lucide-moon', tone: 'plain' },
	unwanted: { icon: 'i-lucide-circle-minus', tone: 'plain' },
	unused: { icon: 'i-lucide-circle-slash', tone: 'bad' },
	'wrong-offer': { icon: 'i-lucide-corner-up-right', tone: 'bad' },
	fallback: { icon: 'i-lucide-layers-2', tone: 'plain' },
	short: { icon: 'i-lucide-triangle-alert', tone: 'warn' },
	balanced: { icon: 'i-lucide-circle-check-big', tone: 'good' }
}
