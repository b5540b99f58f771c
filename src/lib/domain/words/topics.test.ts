import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import { runChange } from '../changes/run-change.ts'
import { setTopicWords } from '../changes/set-topic-words.ts'
import type { Atlas } from '../model/atlas.ts'
import { suggestedWords, topicsOf } from './topics.ts'

/** The small atlas with one persona and one need of our own. */
function anAtlas(words?: readonly string[]): Atlas {
	const atlas = smallAtlas()
	const [persona] = atlas.personas.values()
	const [need] = atlas.needs.values()
	if (persona === undefined || need === undefined) throw new Error('The small atlas has none')
	return {
		...atlas,
		personas: new Map([
			['P', { ...persona, id: 'P', role: 'renovates the house', goals: [], pains: ['scattered policies'] }]
		]),
		needs: new Map([['N', { ...need, id: 'N', name: 'See where my claim stands' }]]),
		topicWords: new Map(words === undefined ? [] : [['N', { id: 'N', words: [...words] }]])
	}
}

test('a need is known by two words of its name, in the form that mentions show', () => {
	const [topic] = topicsOf(anAtlas(), 'need', ['claims', 'stand'])
	expect(topic?.entries).toHaveLength(1)
	expect(topic?.entries[0]?.needed).toBe(2)
	expect(topic?.entries[0]?.words).toEqual(expect.arrayContaining(['claim', 'claims', 'stands', 'stand']))
	expect(topic?.entries[0]?.words).not.toContain('where')
})

test('a persona is known by who they are and what pains them', () => {
	const [topic] = topicsOf(anAtlas(), 'persona', [])
	expect(topic?.entries[0]?.words).toEqual(expect.arrayContaining(['renovates', 'house', 'scattered', 'policies']))
	expect(suggestedWords(anAtlas(), 'persona', 'P')).toContain('house')
})

test("a person's words take the place of the atlas's: any of the entries, all words of an entry", () => {
	expect(topicsOf(anAtlas(['status', 'storm claim', 'the']), 'need', [])).toEqual([
		{
			id: 'N',
			entries: [
				{ words: ['status'], needed: 1 },
				{ words: ['storm', 'claim'], needed: 2 }
			]
		}
	])
	expect(topicsOf(anAtlas([]), 'need', [])).toEqual([{ id: 'N', entries: [] }])
})

test('words of a topic are set and given back', () => {
	const atlas = anAtlas()
	const context = { newId: () => 'x' }
	const set = runChange(atlas, setTopicWords, { id: 'N', words: ['status', 'status'] }, context)
	expect(set.ok && set.rows).toEqual([{ table: 'topicWords', key: 'N', fields: { id: 'N', words: ['status'] } }])
	expect(runChange(atlas, setTopicWords, { id: 'gone', words: [] }, context).ok).toBe(false)
	expect(runChange(anAtlas(['a']), setTopicWords, { id: 'N', words: null }, context)).toMatchObject({ ok: true })
})
