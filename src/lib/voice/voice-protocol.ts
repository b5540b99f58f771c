import type { ColumnChoice } from '#lib/domain/interchange/mention-table.ts'
import type { MentionNoteRule, MentionRule } from '#lib/domain/interchange/mention-rules.ts'
import type { Mention, SentimentLabel } from '#lib/domain/model/mention.ts'
import type { Learned } from '#lib/domain/words/learn-adjustment.ts'
import type { ScoredLanguage } from '#lib/domain/words/lexicon.ts'
import type { PackedMentions } from '#lib/store/packed-mentions.ts'
import type { KeptMention, RewrittenMention, WordedMention } from '#lib/store/store.ts'
import type { PipelineOptions } from './word-pipeline.ts'
import type { Recognised, Shape } from '#lib/feeds/read-rows.ts'

/** A row that was not taken in, or something in a row that was left out. */
export type ImportNote = {
	readonly row: number
	readonly rule: MentionRule | MentionNoteRule
	readonly value: string
}

/** How an import is to be read. */
export type ImportPlan = {
	readonly file: Blob
	readonly encoding: string
	readonly shape: Shape
	readonly columns: ColumnChoice
	/** The id of the source, and the channel for rows that name none. */
	readonly source: string
	readonly channel: string | null
	/** What a file may call the atlas's channels: name or id, and the id it means. */
	readonly channels: readonly (readonly [name: string, id: string])[]
	readonly now: string
	readonly pipeline: PipelineOptions
}

/** A text with the label that a person gave it. */
export type JudgedMention = { readonly text: string; readonly label: SentimentLabel }

/** What a tab asks of the voice worker. `more` asks for the next batch of the import that is under way. */
export type VoiceRequest =
	| { readonly ask: 'recognise'; readonly file: Blob; readonly name: string }
	| { readonly ask: 'import'; readonly plan: ImportPlan }
	| { readonly ask: 'more' }
	| {
			readonly ask: 'learn'
			readonly judged: readonly JudgedMention[]
			readonly others: readonly string[]
			readonly lang: ScoredLanguage
	  }
	| { readonly ask: 'score'; readonly mentions: readonly KeptMention[]; readonly pipeline: PipelineOptions }
	| { readonly ask: 'word'; readonly mentions: readonly Mention[]; readonly pipeline: PipelineOptions }

/**
 * What it answers: `batch` with what it read since the last one, `learned` what an adjustment comes to and how many of the other texts it would label otherwise.
 */
export type VoiceAnswer =
	| { readonly is: 'recognised'; readonly recognised: Recognised }
	| {
			readonly is: 'batch'
			readonly packed: PackedMentions
			/** The ids of the packed mentions. */
			readonly ids: readonly string[]
			readonly notes: readonly ImportNote[]
			readonly rows: number
			readonly bytes: number
			readonly last: boolean
	  }
	| { readonly is: 'scored'; readonly mentions: readonly RewrittenMention[] }
	| { readonly is: 'worded'; readonly mentions: readonly WordedMention[] }
	| { readonly is: 'learned'; readonly learned: Learned; readonly changes: number }
	| { readonly is: 'error'; readonly message: string }
