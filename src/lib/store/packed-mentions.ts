import type { WordedMention } from './store.ts'

/** A batch of mentions as bytes: on its way from one worker to another through the window it is copied as one piece, not field by field. */
export type PackedMentions = Uint8Array<ArrayBuffer>

export function packMentions(mentions: readonly WordedMention[]): PackedMentions {
	return new TextEncoder().encode(JSON.stringify(mentions))
}

/** The mentions that `packMentions` packed. */
export function unpackMentions(packed: PackedMentions): readonly WordedMention[] {
	// Both ends are of one build: what was packed are mentions.
	return JSON.parse(new TextDecoder().decode(packed)) as readonly WordedMention[]
}
