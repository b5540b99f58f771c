/** Why a row of a mention table is not taken in. */
export const mentionRules = [
	'empty-text',
	'text-too-long',
	/** What stands in the date column is no date, or none that exists. */
	'bad-date',
	/** 03/04/2026: March or April? Nothing in the file says which. */
	'ambiguous-date'
] as const
export type MentionRule = (typeof mentionRules)[number]

/** What is left out of a mention that is taken in. */
export const mentionNotes = ['unknown-channel', 'bad-url', 'bad-lang', 'bad-id', 'author-cut'] as const
export type MentionNoteRule = (typeof mentionNotes)[number]
