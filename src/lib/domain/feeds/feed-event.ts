/** Why something that a source told was not kept. */
export const dropReasons = [
	'malformed',
	'empty',
	'too-long',
	'bad-date',
	'words',
	'language',
	'adult',
	'not-public',
	'boost',
	'deleted',
	'sampled'
] as const
export type DropReason = (typeof dropReasons)[number]

/**
 * What a source tells, in one form whatever it speaks. Texts are as the source has them, empty where it says nothing. `cursor`: where to go on
 * after this, where the source has such a thing.
 */
export type FeedEvent = {
	/** Where to go on after this; left out where the source says nothing of it. */
	readonly cursor?: string
} & (
	| FeedPut
	| { readonly op: 'delete'; readonly id: string; readonly revision?: string }
	/** The author is gone: nothing of theirs may be kept. */
	| { readonly op: 'delete-author'; readonly author: string }
	/** The source cannot tell what was missed. */
	| { readonly op: 'resync' }
	/** Something was told that is no mention. */
	| { readonly op: 'drop'; readonly reason: DropReason }
)

/** A mention came, or came again in another wording. */
export type FeedPut = {
	readonly op: 'put'
	readonly id: string
	readonly author: string
	readonly text: string
	readonly lang: string
	/** As the source writes it; empty: now. */
	readonly at: string
	readonly url: string
	/** A channel by its name in the source. */
	readonly channel: string
	/** Versions of one mention in the order of this text; empty where the source has none. */
	readonly revision?: string
}

/** A mention of that text; the rest as far as it is given. */
export function putOf(fields: Partial<Omit<FeedPut, 'op'>> & { text: string }): FeedPut {
	return { op: 'put', id: '', author: '', lang: '', at: '', url: '', channel: '', ...fields }
}

/** What could not be understood. */
export const malformed: FeedEvent = { op: 'drop', reason: 'malformed' }
