import type { DropReason } from '#lib/domain/feeds/feed-event.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Mention, SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Scoring } from '#lib/domain/words/adjustment.ts'
import type { WordOrigin } from '#lib/domain/wall/moderation.ts'
import type { Topic, TopicKind } from '#lib/domain/words/topics.ts'
import type { PackedMentions } from './packed-mentions.ts'

/** Why the store is not simply ready. The UI words it by this code. */
export type StoreTrouble =
	/** Neither OPFS nor IndexedDB can be used here (a private window, storage switched off): nothing will be kept. */
	| 'no-storage'
	/** The database was written by a newer version of the product: it can be read and exported, not changed. */
	| 'newer-database'
	/** Another tab runs a newer version of the product: this one has stopped writing and must be loaded again. */
	| 'outdated'
	/** The database is held by another tab and this browser cannot share it; it opens here when that tab closes. */
	| 'locked'
	/** The data directory does not open: restore a safety copy. */
	| 'corrupt'
	/** The browser has run out of room: the last changes are on screen but not kept. */
	| 'quota'
	/** Writing failed for another reason: the last changes are on screen but not kept. */
	| 'write-failed'
	/** The worker that holds the database could not be started, or does not answer. */
	| 'no-worker'

/**
 * How the store is. `opening` and `ready` are the ordinary states. `memory-only`: works, keeps nothing. `read-only`: can be read and exported.
 * `unsaved`: the last write failed and is tried again; turns `ready` by itself once a write succeeds. `failed`: nothing can be read.
 */
export type StoreStatus =
	| { readonly state: 'opening' }
	| { readonly state: 'ready'; readonly storage: 'opfs' | 'idb' }
	| {
			readonly state: 'memory-only' | 'read-only' | 'unsaved' | 'failed'
			readonly reason: StoreTrouble
			readonly detail: string
	  }

/** What Home shows of an atlas. Instants are ISO 8601; `bytes` is the size of its document and mentions in the database, estimated. */
export type AtlasSummary = {
	readonly id: string
	readonly name: string
	readonly createdAt: string
	readonly changedAt: string
	/** When it was last saved to a file, or null. */
	readonly savedAt: string | null
	readonly entities: number
	readonly mentions: number
	readonly bytes: number
}

/**
 * A mention with the words that it counts for (final: after stop words and the atlas's own lists; each once), and the ids of the values that it says and denies
 * (left out: none).
 */
export type WordedMention = Mention & {
	readonly words: readonly string[]
	readonly says?: readonly string[]
	readonly denies?: readonly string[]
	/** By which model and adjustment it was scored (see `scoringOf`); null or left out: to be scored anew when there is time. */
	readonly scored?: string | null
}

/** What a person says a mention is about, by id; null: nobody said. */
export type Assignment = {
	readonly channel?: string | null
	readonly persona?: string | null
	readonly need?: string | null
}

/** A mention as kept: with its words, what a person assigned it to, and how many repeats were folded into it. */
export type KeptMention = Required<WordedMention> & {
	readonly persona: string | null
	readonly need: string | null
	readonly repeats: number
}

/** Mentions about one topic: a person's word first, else its words. */
export type TopicFilter = { readonly kind: TopicKind; readonly topic: Topic }
export type TopicQuery = { readonly kind: TopicKind; readonly topics: readonly Topic[] }

/** Which mentions are meant; what is left out does not narrow. */
export type MentionFilter = {
	/** Holds exactly this word. */
	readonly word?: string
	/** The text holds this, without regard to case. */
	readonly text?: string
	readonly label?: SentimentLabel | 'unscored'
	/** Empty: not known. */
	readonly lang?: string
	/** Of this channel, or one of these: the mention's own, else its source's. Empty text: of none. */
	readonly channel?: string | readonly string[]
	readonly source?: string
	/** Whether a person set the label. */
	readonly corrected?: boolean
	/** As mentions name them. */
	readonly author?: string
	/** The id of a value that it says, denies, or either. */
	readonly says?: string
	readonly denies?: string
	readonly value?: string
	readonly about?: TopicFilter
	/** Instants, ISO 8601: `from` inclusive, `to` exclusive. */
	readonly from?: string
	readonly to?: string
}

export type MentionQuery = MentionFilter & {
	readonly offset: number
	readonly limit: number
	readonly order: 'newest' | 'oldest' | 'most-positive' | 'most-negative'
}

/** A word with the number of mentions that hold it. `sentiment`: mean over the scored ones in [−1, 1], null where none is. */
export type WordCount = {
	readonly word: string
	readonly mentions: number
	readonly sentiment: number | null
	readonly positive: number
	readonly neutral: number
	readonly negative: number
}

/** Figures of the mentions that a filter leaves. */
export type MentionSummary = {
	readonly total: number
	readonly repeats: number
	readonly positive: number
	readonly neutral: number
	readonly negative: number
	readonly unscored: number
	/** Instants of the earliest and the latest mention, or null where there is none. */
	readonly first: string | null
	readonly last: string | null
	/** Number of mentions by language (key `` where unknown), by source id and by channel id (key `` where none). */
	readonly languages: Readonly<Record<string, number>>
	readonly sources: Readonly<Record<string, number>>
	readonly channels: Readonly<Record<string, number>>
}

/** What mentions can be grouped by; the key of a time is the instant at which it begins (UTC). */
export type GroupKey = 'channel' | 'source' | 'lang' | 'author' | 'says' | 'denies' | 'hour' | 'day' | 'week' | 'month'

/** Mentions that have something in common. `key`: an id, an author or an instant; empty where there is none. `sentiment`: as of words. */
export type MentionGroup = {
	readonly key: string
	readonly total: number
	readonly positive: number
	readonly neutral: number
	readonly negative: number
	readonly unscored: number
	readonly sentiment: number | null
}

/** How much was said lately. `newest`: the instant of the newest mention that is not of the future; the stretch of time (`from` inclusive, `to` exclusive, as filters have them)
 * ends with it. `total`: the mentions of that stretch; `before`: those of the one before. Without mentions there is no stretch; without a length it has no beginning. */
export type Pulse = {
	readonly newest: string | null
	readonly from: string | null
	readonly to: string | null
	readonly total: number
	readonly before: number | null
}

/** Whether more of the same load is to come. */
export type Load = { readonly more: boolean }

/** What became of mentions that were handed in: new rows, repeats folded into an earlier one, and ones that were there already. */
export type AddedMentions = { readonly added: number; readonly repeats: number; readonly known: number }

/** New words and score of a mention; without words it keeps those it has. A label that a person set is kept. */
export type RewrittenMention = Pick<
	WordedMention,
	'id' | 'says' | 'denies' | 'lang' | 'sentiment' | 'label' | 'scored'
> &
	Partial<Pick<WordedMention, 'words' | 'corrected'>>

/** A copy of an atlas as it was: the state of its document, kept as a plain file beside the database. */
export type SafetyCopy = {
	readonly name: string
	readonly atlas: string
	readonly title: string
	readonly at: string
	readonly entities: number
	readonly bytes: number
}

/** What became of what a source told: everything is counted once, and what was read is the sum of the rest. */
export type SourceCounts = {
	/** Mentions that came in, wanted or not. */
	readonly read: number
	/** New rows. */
	readonly kept: number
	/** Folded into an earlier one of the same author and text. */
	readonly repeats: number
	/** There already. */
	readonly known: number
	/** There already, and now in another wording. */
	readonly changed: number
	/** Not wanted, by reason. */
	readonly dropped: Readonly<Partial<Record<DropReason, number>>>
	/** Taken away because the source said so. */
	readonly deleted: number
	/** Taken away because the source keeps only so many. */
	readonly letGo: number
}

/** How a source stands on this device. `isOn`: it runs here while a tab of its atlas is open. */
export type SourceStanding = {
	readonly source: string
	readonly isOn: boolean
	readonly hasSecret: boolean
	readonly counts: SourceCounts
}

/** What a source told since the last time: first the deletions are done, then the mentions put. */
export type SourceBatch = {
	readonly puts: readonly WordedMention[]
	/** The source's own ids. */
	readonly deletes: readonly string[]
	/** Authors as mentions name them. */
	readonly deleteAuthors: readonly string[]
	/** Where to go on after this; null: as before. */
	readonly cursor: string | null
	readonly read: number
	readonly dropped: SourceCounts['dropped']
	/** How many mentions of the source are kept at the most. */
	readonly most: number
}

/** An error of the store: `code` for programs, `message` for people in English. */
export type StoreErrorCode = StoreTrouble | 'timeout' | 'unknown-atlas' | 'exists' | 'closed' | 'failed'
export class StoreError extends Error {
	override readonly name = 'StoreError'
	readonly code: StoreErrorCode
	constructor(code: StoreErrorCode, message: string) {
		super(message)
		this.code = code
	}
}

/** What changed in the store. `mentions`: rows of `mention` came, went or were edited; `sources`: how sources stand on this device;
 * `atlases`: the list of atlases or a figure in it. */
export type StoreChange =
	| { readonly kind: 'mentions'; readonly atlas: string }
	| { readonly kind: 'sources'; readonly atlas: string }
	| { readonly kind: 'atlases' }

/**
 * The database as a tab sees it. Every promise ends: by a value, by a StoreError, or by the error `timeout` at its time limit.
 * When the worker behind it dies, a new one is started and unanswered calls are sent again: every call may be repeated without harm.
 */
export type Store = {
	readonly status: StoreStatus
	/** Calls the listener at every change of `status`; returns the function that stops it. */
	subscribe(listener: (status: StoreStatus) => void): () => void
	/** Tells of changes that any tab made, this one included; returns the function that stops it. `reconnected` is called after a new worker took over. */
	watch(listener: (change: StoreChange) => void): () => void
	/**
	 * Holds back what `watch` tells in this tab until the function that this returns is called: while nothing but a load is on show, what stands behind it
	 * need not be read again and drawn. What came meanwhile is told then, once.
	 */
	holdNews(): () => void
	onReconnect(listener: () => void): () => void

	listAtlases(): Promise<AtlasSummary[]>
	/** Keeps a new atlas under `atlas.workspace.id`. Refused with `exists` where the id is taken. */
	createAtlas(atlas: Atlas, mentions?: readonly WordedMention[]): Promise<void>
	/** The state of an atlas's document, an update in Yjs's V2 encoding. `unknown-atlas` where there is none. */
	openAtlas(id: string): Promise<{ state: Uint8Array }>
	/** Appends a V2 update; resolves when it is durably kept, with the state vector of what is kept. */
	append(id: string, update: Uint8Array): Promise<{ vector: Uint8Array }>
	/** The state vector of what is kept of an atlas. */
	vector(id: string): Promise<Uint8Array>
	deleteAtlas(id: string): Promise<void>
	/** A copy with its mentions under a new id and name. */
	duplicateAtlas(id: string, copy: { id: string; name: string }): Promise<void>
	/** Remembers when an atlas was saved to a file (ISO 8601). */
	markSavedToFile(id: string, at: string): Promise<void>

	/**
	 * Adds mentions in batches, so that edits are not kept waiting. `signal` stops between batches; what was added stays. `more`: further calls of the same
	 * load follow; then those who watch are told every ten seconds and at its end.
	 */
	addMentions(
		atlas: string,
		mentions: readonly WordedMention[],
		options?: { onprogress?: (done: number) => void; signal?: AbortSignal } & Partial<Load>
	): Promise<AddedMentions>
	/** The same for one batch that `packMentions` packed. */
	addPacked(atlas: string, packed: PackedMentions, load: Load): Promise<AddedMentions>
	mentions(atlas: string, query: MentionQuery): Promise<{ rows: KeptMention[]; total: number }>
	/**
	 * All mentions in the order they came in, page by page: hand `next` back as `after`; null at the end. Begin with 0. `stale`: only those that are to be
	 * scored anew to have that scoring.
	 */
	readMentions(
		atlas: string,
		after: number,
		limit: number,
		stale?: Scoring
	): Promise<{ rows: KeptMention[]; next: number | null }>
	/** The most frequent words of the mentions that the filter leaves; ties by word. */
	words(atlas: string, filter: MentionFilter, limit: number): Promise<WordCount[]>
	summary(atlas: string, filter: MentionFilter): Promise<MentionSummary>
	/** The mentions that the filter leaves in groups, the largest first. */
	groups(atlas: string, filter: MentionFilter, by: GroupKey, limit: number): Promise<MentionGroup[]>
	/** The mentions about each of the topics that has any; the key is the topic's id. */
	topics(atlas: string, filter: MentionFilter, query: TopicQuery): Promise<MentionGroup[]>
	/** How much was said in so many hours up to the newest mention, and in as many before; null: since ever. */
	pulse(atlas: string, hours: number | null): Promise<Pulse>
	/** Who said each of the words, and when it was first said; one that nobody said is left out. */
	wordOrigins(atlas: string, words: readonly string[]): Promise<WordOrigin[]>
	/** A person says what the label is; null takes the correction back (the mention is unscored until scored anew). */
	correctMention(atlas: string, id: string, label: SentimentLabel | null): Promise<void>
	/** A person says what a mention is about; what is left out stays. */
	assignMention(atlas: string, id: string, assignment: Assignment): Promise<void>
	/** Replaces fields of a mention (with the words of its new text). */
	editMention(atlas: string, id: string, fields: Partial<Omit<WordedMention, 'id'>>): Promise<void>
	/** Deletes mentions by id; returns how many there were. */
	deleteMentions(atlas: string, ids: readonly string[]): Promise<number>
	/** Deletes what a source announces as deleted, by the source's own ids; a folded repeat is subtracted. */
	deleteExternal(atlas: string, source: string, externalIds: readonly string[]): Promise<number>
	/** Writes new words and scores, after the word lists or the scoring changed. */
	rewriteWords(atlas: string, rows: readonly RewrittenMention[], load: Load): Promise<void>
	/** By which word lists and values the mentions were read, as whoever read them set it; null: not known. */
	wordedBy(atlas: string): Promise<string | null>
	setWordedBy(atlas: string, worded: string): Promise<void>
	/** How many mentions are to be scored anew to have a scoring (see `scoringOf`): not those that a person or a newer model labelled. */
	staleScores(atlas: string, scoring: Scoring): Promise<number>
	/** Remembers that all mentions have this scoring, where that is so. */
	settleScores(atlas: string, scoring: Scoring): Promise<void>

	/** How the sources of an atlas stand on this device; one that was never switched on, and told nothing, is not among them. */
	sourceStandings(atlas: string): Promise<SourceStanding[]>
	/** Where a source goes on, and its secret, for whoever runs it. */
	sourceStart(
		atlas: string,
		source: string
	): Promise<{ isOn: boolean; cursor: string | null; secret: string | null; counts: SourceCounts }>
	/** Switches a source on or off on this device, or gives it another secret; what is left out stays. */
	setSource(atlas: string, source: string, standing: { isOn?: boolean; secret?: string | null }): Promise<void>
	/** Takes in what a source told, and where it goes on, in one transaction: nothing is lost or counted twice. Returns the counts of all time. */
	takeIn(atlas: string, source: string, batch: SourceBatch): Promise<SourceCounts>
	/** Forgets how a source stands, and deletes its mentions if asked to. Returns how many mentions went. */
	forgetSource(atlas: string, source: string, options: { mentions: boolean }): Promise<number>

	/** The names of the SQL tables that do not hold what an atlas's document says: none, unless something is wrong with the store. */
	verify(atlas: string): Promise<string[]>
	/** SQL text that a PostgreSQL server loads: one atlas, or all of them. */
	sqlDump(atlas?: string): Promise<string>

	/** Safety copies, newest first; works when the database does not open. */
	listCopies(): Promise<SafetyCopy[]>
	/** The state (V2 update) in a safety copy. */
	readCopy(name: string): Promise<Uint8Array>
	/**
	 * Puts the atlas of a copy back as it was then, in a fresh database if the present one does not open. Returns its id: its own,
	 * or a fresh one where an atlas of that id is kept (which is not touched).
	 */
	restoreCopy(name: string): Promise<{ id: string }>
	/** Sets a database that does not open aside (nothing of it is used again) and begins a fresh one. */
	startAfresh(): Promise<void>

	/** Lets go of the worker; calls under way end with `closed`. */
	close(): void
}
