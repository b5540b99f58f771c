import type { Atlas } from '../model/atlas.ts'
import { detectLanguage } from './language.ts'
import { fold, variantKey } from './variants.ts'
import { vocabularyOf, wordListsOf, type Vocabulary } from './vocabulary.ts'
import { formsOf } from './words.ts'

/** What mentions can be about, beside channels. */
export const topicKinds = ['persona', 'need'] as const
export type TopicKind = (typeof topicKinds)[number]

/** Words of which a mention holds so many at the least. */
export type WordEntry = { readonly words: readonly string[]; readonly needed: number }

/** What mentions are about by their words, unless a person says otherwise: those that any entry fits. */
export type Topic = { readonly id: string; readonly entries: readonly WordEntry[] }

/** Of the words that a text of the atlas holds, a mention must share so many: one alone says little. */
const shared = 2

/**
 * The topics of a kind. Where a person wrote words for one, each entry's words must all be there; else what the atlas says of it counts: a need by its name, a
 * persona by who they are, what they strive for and what pains them. `known`: words as mentions show them, the most frequent first.
 */
export function topicsOf(atlas: Atlas, kind: TopicKind, known: readonly string[]): Topic[] {
	const vocabulary = unhidden(atlas)
	const shown = shownForms(known)
	/** The words of a text in all forms that mentions show; all of them needed, or so many. */
	const entryOf = (text: string, most: number): WordEntry => {
		const forms = formsOf(text, languageOf(text), vocabulary)
		const words = new Set(forms.flatMap(({ form, key }) => [form, ...(shown.get(key) ?? [])]))
		return { words: [...words], needed: Math.min(most, forms.length) }
	}
	const table = kind === 'persona' ? atlas.personas : atlas.needs
	return [...table.keys()].map((id) => {
		const own = atlas.topicWords.get(id)
		const entries =
			own === undefined
				? [entryOf(ownText(atlas, kind, id), shared)]
				: own.words.map((text) => entryOf(text, Number.POSITIVE_INFINITY))
		return { id, entries: entries.filter(({ needed }) => needed > 0) }
	})
}

/** The atlas's own words for a topic, for a person to begin with. */
export function suggestedWords(atlas: Atlas, kind: TopicKind, id: string): string[] {
	const text = ownText(atlas, kind, id)
	return formsOf(text, languageOf(text), unhidden(atlas)).map(({ form }) => form)
}

/** What is hidden from the cloud still says what a mention is about. */
function unhidden(atlas: Atlas): Vocabulary {
	return vocabularyOf({ ...wordListsOf(atlas), hide: [] })
}

function ownText(atlas: Atlas, kind: TopicKind, id: string): string {
	if (kind === 'need') return atlas.needs.get(id)?.name ?? ''
	const persona = atlas.personas.get(id)
	return persona === undefined ? '' : [persona.role, ...persona.goals, ...persona.pains].join('. ')
}

function languageOf(text: string): string {
	return detectLanguage(text, ['en', 'nl', 'zh']) ?? 'en'
}

/** Every shown form by the key that it shares with other forms. */
function shownForms(known: readonly string[]): ReadonlyMap<string, string[]> {
	const forms = new Map<string, string[]>()
	for (const word of known)
		for (const key of new Set(['en', 'nl', null].map((lang) => variantKey(fold(word), lang)))) {
			const list = forms.get(key)
			if (list === undefined) forms.set(key, [word])
			else list.push(word)
		}
	return forms
}
