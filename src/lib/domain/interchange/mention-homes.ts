import type { Atlas } from '../model/atlas.ts'
import type { Mention } from '../model/mention.ts'
import type { Source } from '../model/source.ts'

/**
 * Mentions as a file can hold them: it refuses what points to nothing, while in the app a channel or a source can go and what was said
 * about it stays. A channel that is gone is left open; a source that is gone comes back under its id, so that no mention is lost.
 */
export function withHomes(atlas: Atlas, mentions: Iterable<Mention>): { atlas: Atlas; mentions: Mention[] } {
	const sources = new Map<string, Source>(atlas.sources)
	const housed: Mention[] = []
	for (const mention of mentions) {
		const { source, channel } = mention
		if (!sources.has(source))
			sources.set(source, { id: source, name: source, kind: 'file', channel: null, settings: {} })
		housed.push(channel === null || atlas.channels.has(channel) ? mention : { ...mention, channel: null })
	}
	return { atlas: sources.size === atlas.sources.size ? atlas : { ...atlas, sources }, mentions: housed }
}
