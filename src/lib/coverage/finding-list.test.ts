import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { filterFindings, firstOf, groupFindings, isGap, noFilter, type FindingFilter } from './finding-list.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')
const found = findings(atlas, covered)

function filtered(filter: Partial<FindingFilter>) {
	return filterFindings(atlas, covered, found, { ...noFilter, ...filter }, ({ kind }) => `A ${kind} finding`)
}

test('no filter lets everything through, in the order of the model', () => {
	expect(filtered({})).toBe(found)
})

test('a persona filter keeps what is about her', () => {
	const ofSanne = filtered({ persona: 'P1' })
	expect(ofSanne.map(({ kind }) => kind)).toContain('off-channel')
	expect(ofSanne.every(({ persona }) => persona === 'P1')).toBe(true)
})

test('a channel filter finds what is wanted there, and what is done there', () => {
	const onInstagram = filtered({ channel: 'C6' }).map(({ kind, need, product }) => [kind, need ?? product])
	expect(onInstagram).toEqual([
		['off-channel', 'N2'],
		['unasked-delivery', 'PR7'],
		['off-channel', 'N7']
	])
})

test('gaps and redundancies part the list', () => {
	const gaps = filtered({ kind: 'gaps' })
	const redundancies = filtered({ kind: 'redundancies' })
	expect(gaps.length + redundancies.length).toBe(found.length)
	expect(gaps.every(({ kind }) => isGap(kind))).toBe(true)
	expect(redundancies.map(({ kind }) => kind)).toContain('orphan-product')
	expect(filtered({ kind: 'unmet' })).toHaveLength(1)
})

test('all words of a search must be in the sentence, in any case and order', () => {
	expect(filtered({ text: ' FINDING  unmet ' })).toHaveLength(1)
	expect(filtered({ text: 'unmet orphan' })).toEqual([])
})

test('groups hold every finding once, in its order', () => {
	for (const by of ['importance', 'kind', 'persona'] as const) {
		const groups = groupFindings(found, by)
		const all = groups.flatMap((group) => group.findings)
		expect(new Set(all)).toEqual(new Set(found))
		expect(all).toHaveLength(found.length)
		for (const group of groups) {
			expect(group.findings).toEqual(found.filter((finding) => group.findings.includes(finding)))
		}
	}
	expect(groupFindings(found, 'persona').at(-1)).toMatchObject({ persona: null })
	expect(groupFindings([], 'importance')).toEqual([])
})

test('the beginning of a grouped list is cut within a group', () => {
	const groups = groupFindings(found, 'kind')
	expect(firstOf(groups, 7).flatMap((group) => group.findings)).toEqual(
		groups.flatMap((group) => group.findings).slice(0, 7)
	)
	expect(firstOf(groups, 1000)).toEqual(groups)
})
