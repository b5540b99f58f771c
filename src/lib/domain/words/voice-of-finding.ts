import type { Finding } from '../findings/finding.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Topic, TopicKind } from './topics.ts'
import { topicsOf } from './topics.ts'
import { vocabularyOf, wordListsOf } from './vocabulary.ts'
import { formsOf } from './words.ts'

/** Which mentions belong to something on the map: about a topic, of a channel, or both. */
export type VoicePart = {
	readonly about?: { readonly kind: TopicKind; readonly topic: Topic }
	readonly channel?: string
}

/**
 * The mentions under a finding: those about its need; where it names none, those of its persona, on its channel, or about its product. `known`: words as mentions
 * show them, the most frequent first.
 */
export function voiceOfFinding(atlas: Atlas, finding: Finding, known: readonly string[]): VoicePart {
	const need = finding.need ?? finding.needs?.[0]
	if (need !== undefined) return part(atlas, 'need', need, known)
	if (finding.persona !== undefined) return part(atlas, 'persona', finding.persona, known)
	if (finding.channel !== undefined) return { channel: finding.channel }
	const product = atlas.products.get(finding.product ?? '')
	if (product === undefined) return {}
	const words = formsOf(product.name, null, vocabularyOf(wordListsOf(atlas))).map(({ form }) => form)
	const needed = Math.min(2, words.length)
	return { about: { kind: 'need', topic: { id: product.id, entries: needed === 0 ? [] : [{ words, needed }] } } }
}

function part(atlas: Atlas, kind: TopicKind, id: string, known: readonly string[]): VoicePart {
	const topic = topicsOf(atlas, kind, known).find((one) => one.id === id)
	return topic === undefined ? {} : { about: { kind, topic } }
}

/** The findings that a word touches: those that name a thing which the word is about. */
export function findingsOfWord(
	atlas: Atlas,
	findings: readonly Finding[],
	word: string,
	topics: readonly Topic[]
): Finding[] {
	const things = new Set(
		topics.filter(({ entries }) => entries.some(({ words }) => words.includes(word))).map(({ id }) => id)
	)
	const vocabulary = vocabularyOf({ ...wordListsOf(atlas), hide: [] })
	const names = (text: string) => formsOf(text, null, vocabulary).some(({ form }) => form === word)
	for (const table of [atlas.channels, atlas.products])
		for (const { id, name } of table.values()) if (names(name)) things.add(id)
	return findings.filter((finding) =>
		[finding.need, finding.product, ...(finding.products ?? []), finding.channel, ...(finding.needs ?? [])].some(
			(id) => id !== undefined && things.has(id)
		)
	)
}
