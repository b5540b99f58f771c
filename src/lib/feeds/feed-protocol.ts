import type { WordLists } from '#lib/domain/words/vocabulary.ts'
import type { FeedPlan } from '#lib/domain/feeds/source-settings.ts'
import type { SourceBatch, SourceCounts } from '#lib/store/store.ts'
import type { TroubleReason } from './connection.ts'
import type { SourceReport } from './report.ts'

/** A source that is to run, as its worker needs it. */
export type SourceOrder = {
	readonly source: string
	readonly plan: FeedPlan
	/** The channel of mentions that name none. */
	readonly channel: string | null
}

/** What all sources of an atlas need. */
export type AtlasOrder = {
	readonly atlas: string
	readonly lists: WordLists
	/** What a source may call the atlas's channels, and the id it means. */
	readonly channels: readonly (readonly [name: string, id: string])[]
	readonly sources: readonly SourceOrder[]
}

/** What came of trying a source: the first mentions it told, or why it does not work. */
export type Trial = {
	readonly isOpen: boolean
	readonly trouble: { readonly reason: TroubleReason; readonly detail: string } | null
	readonly read: number
	/** How many of them the filters leave. */
	readonly wanted: number
	readonly texts: readonly string[]
}

/** What the store is asked for; a worker has no connection of its own, so its tab asks. */
export type StoreCalls = {
	start: { parameters: [source: string]; value: { cursor: string | null; secret: string | null; counts: SourceCounts } }
	takeIn: { parameters: [source: string, batch: SourceBatch]; value: SourceCounts }
	knownWords: { parameters: []; value: readonly string[] }
}
export type StoreCallName = keyof StoreCalls

/** From a tab to its worker. */
export type ToFeedWorker =
	| { readonly kind: 'run'; readonly order: AtlasOrder }
	| { readonly kind: 'try'; readonly id: number; readonly order: AtlasOrder; readonly token: string }
	| { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

/** From a worker to its tab. */
export type FromFeedWorker =
	| {
			readonly kind: 'call'
			readonly id: number
			readonly name: StoreCallName
			readonly parameters: readonly unknown[]
	  }
	| { readonly kind: 'tried'; readonly id: number; readonly trial: Trial }

/** Among all tabs and workers of an atlas: how its sources are doing, asked and told; and that one is to be tried at once. */
export type FeedNews =
	| { readonly kind: 'report'; readonly report: SourceReport }
	| { readonly kind: 'ask' }
	| { readonly kind: 'retry'; readonly source: string }
	| { readonly kind: 'ended'; readonly source: string }

/** The name of the channel on which that is said. */
export function feedChannel(atlas: string): string {
	return `channel-atlas-sources-${atlas}`
}

/** The lock that whoever runs a source holds: so that it runs once, in however many tabs its atlas is open. */
export function feedLock(atlas: string, source: string): string {
	return `channel-atlas-source ${atlas} ${source}`
}
