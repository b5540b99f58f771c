import type { SourceCounts } from '#lib/store/store.ts'
import type { TroubleReason } from './connection.ts'

/** How a source that runs is doing. Times are milliseconds since 1970. */
export type SourceReport = {
	readonly source: string
	/** `connecting`: trying for the first time; `live`: it works; `failing`: it does not, and is tried again. */
	readonly state: 'connecting' | 'live' | 'failing'
	/** Since when it is in this state. */
	readonly since: number
	/** Why it fails. */
	readonly trouble: { readonly reason: TroubleReason; readonly detail: string } | null
	/** When it is tried, or asked, again; null where that is not settled. */
	readonly next: number | null
	/** How often in a row it failed. */
	readonly attempt: number
	/** When it last gave a sign of life, and when it last told a mention that was kept. */
	readonly aliveAt: number | null
	readonly newsAt: number | null
	/** Of a flood: how many come a second, and the share of them that is kept (1: all). */
	readonly rate: number
	readonly share: number
	/** Since the source began; null until that is known. */
	readonly counts: SourceCounts | null
	/** When something was missed that cannot be had any more. */
	readonly gapAt: number | null
}

/** What is said before anything is known. */
export function firstReport(source: string, now: number): SourceReport {
	return {
		...{ source, state: 'connecting', since: now, trouble: null, next: null, attempt: 0, aliveAt: null, newsAt: null },
		...{ rate: 0, share: 1, counts: null, gapAt: null }
	}
}
