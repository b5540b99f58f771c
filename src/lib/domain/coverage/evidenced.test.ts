import { expect, test } from 'vitest'
import { assumptionsOf } from '../findings/grounds.ts'
import type { Atlas } from '../model/atlas.ts'
import { coverage } from './coverage.ts'
import { evidencedAtlas } from './evidenced.ts'
import { veldhaven } from './worked-case.ts'

const bare = veldhaven()

/** The sample with evidence for the links whose keys are given. */
function told(keys: Readonly<Partial<Record<'has' | 'prefers' | 'fulfils' | 'delivers', readonly string[]>>>): Atlas {
	const tables = Object.entries(keys).map(([table, wanted]) => {
		const rows = bare[table === 'has' || table === 'prefers' || table === 'fulfils' ? table : 'delivers']
		return [
			table,
			new Map([...rows].map(([key, row]) => [key, wanted.includes(key) ? { ...row, evidence: 'survey' } : row]))
		]
	})
	return { ...bare, ...Object.fromEntries(tables) }
}

test('where nothing is evidenced nothing is left', () => {
	const evidenced = evidencedAtlas(bare)
	expect(evidenced.personas.size + evidenced.needs.size + evidenced.delivers.size + evidenced.positions.size).toBe(0)
	expect(coverage(evidenced, 'today').overall.served).toBe(null)
	expect(evidenced.decisions).toBe(bare.decisions)
})

test('a link counts with evidence, and takes its ends along', () => {
	const evidenced = evidencedAtlas(told({ has: ['P1:N2'] }))
	expect([...evidenced.personas.keys(), ...evidenced.needs.keys()]).toEqual(['P1', 'N2'])
	expect([...evidenced.has.keys()]).toEqual(['P1:N2'])
	expect(evidenced.channels.size).toBe(0)
})

test('a thing with evidence of its own stays, blanks are no evidence', () => {
	const channels = new Map(
		[...bare.channels].map(([id, row]) => [id, { ...row, evidence: id === 'C1' ? 'seen' : ' ' }])
	)
	expect([...evidencedAtlas({ ...bare, channels }).channels.keys()]).toEqual(['C1'])
})

test('the indexes are those of what is evidenced', () => {
	const atlas = told({ has: ['P1:N2'], prefers: [...bare.prefers.keys()], fulfils: ['PR2:N2'], delivers: ['PR2:C1'] })
	const { overall } = coverage(evidencedAtlas(atlas), 'today')
	expect(overall).toMatchObject({ pairs: 1, served: 0, weight: 2 })
})

test('what a finding rests on without evidence is told', () => {
	const finding = { kind: 'off-channel', persona: 'P1', need: 'N2' } as const
	const before = assumptionsOf(bare, finding)
	expect(before).toContainEqual({ table: 'has', key: 'P1:N2' })
	expect(assumptionsOf(told({ has: ['P1:N2'] }), finding)).not.toContainEqual({ table: 'has', key: 'P1:N2' })
	const everything = told({
		has: [...bare.has.keys()],
		prefers: [...bare.prefers.keys()],
		fulfils: [...bare.fulfils.keys()],
		delivers: [...bare.delivers.keys()]
	})
	expect(assumptionsOf(everything, finding)).toEqual([])
})
