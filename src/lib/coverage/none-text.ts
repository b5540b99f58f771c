import type { Indexes } from '#lib/domain/coverage/indexes.ts'
import { m } from '#lib/paraglide/messages.js'
import { whyNone } from './breakdown.ts'

/** Why there is no index, for people; undefined where there is one. */
export function whyNoneText(indexes: Indexes): string | undefined {
	const reason = whyNone(indexes)
	if (reason === null) return undefined
	return reason === 'no-pairs' ? m.coverage_none_no_pairs() : m.coverage_none_all_unknown()
}
