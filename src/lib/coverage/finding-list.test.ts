import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { workOf } from '#lib/domain/findings/work.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { decision } from '#lib/domain/model/decision.ts'
import { isGap } from '#lib/domain/model/finding-kind.ts'
import {
	allOwners,
	filterFindings,
	firstOf,
	groupFindings,
	groupings,
	noFilter,
	ownersOf,
	sortFindings,
	type FindingFilter
} from './finding-list.ts'

const compare = (left: string, right: string) => left.localeCompare(right)
const bare = veldhaven()
/** Two decisions, and an owner for the product that Sanne's second need is about. */
const atlas: Atlas = {
	...bare,
	products: new Map([...bare.products].map(([id, row]) => [id, id === 'PR2' ? { ...row, owner: 'Content' } : row])),
	decisions: new Map(
		[
			{
				id: 'D1',
				finding: { kind: 'off-channel', persona: 'P1', need: 'N2' },
				remedy: 'deliver',
				owner: 'Marketing',
				due: '2027-03-01'
			},
			{ id: 'D2', finding: { kind: 'unmet', persona: 'P4', need: 'N12' }, remedy: 'deliver', due: '2027-01-01' }
		].map((row) => [row.id, decision.parse(row)])
	)
}
const covered = coverage(atlas, 'today')
const found = workOf(atlas, findings(atlas, covered)).entries

function filtered(filter: Partial<FindingFilter>) {
	return filterFindings(atlas, covered, found, { ...noFilter, ...filter }, ({ kind }) => `A ${kind} finding`)
}

test('no filter lets everything through, in the order of the model', () => {
	expect(filtered({})).toBe(found)
})

test('a persona filter keeps what is about her', () => {
	const ofSanne = filtered({ persona: 'P1' }).map(({ finding }) => finding)
	expect(ofSanne.map(({ kind }) => kind)).toContain('off-channel')
	expect(ofSanne.every(({ persona }) => persona === 'P1')).toBe(true)
})

test('a channel filter finds what is wanted there, and what is done there', () => {
	const onInstagram = filtered({ channel: 'C6' }).map(({ finding }) => [finding.kind, finding.need ?? finding.product])
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
	expect(gaps.every(({ finding }) => isGap(finding.kind))).toBe(true)
	expect(redundancies.map(({ finding }) => finding.kind)).toContain('orphan-product')
	expect(filtered({ kind: 'unmet' })).toHaveLength(1)
})

test('a role and a stage find the needs of theirs, and the roles that are missing', () => {
	const reach = filtered({ role: 'reach' })
	expect(reach.length).toBeGreaterThan(0)
	for (const { finding } of reach) if (finding.role !== undefined) expect(finding.role).toBe('reach')
	const discover = filtered({ stage: 'discover', kind: 'off-channel' })
	expect(discover.every(({ finding }) => atlas.needs.get(finding.need ?? '')?.stage === 'discover')).toBe(true)
	expect(discover.length).toBeGreaterThan(0)
})

test('an owner filter asks the decision first, then the products', () => {
	expect(filtered({ owner: 'Marketing' }).map(({ finding }) => finding.need)).toEqual(['N2'])
	const content = filtered({ owner: 'Content' }).map(({ finding }) => finding.need)
	expect(content).not.toContain('N2')
	expect(content.length).toBeGreaterThan(0)
	expect(allOwners(atlas, compare)).toEqual(['Content', 'Marketing'])
})

test('what rests on evidence alone is told from what rests on assumptions', () => {
	expect(filtered({ evidence: 'assumed' })).toHaveLength(found.length)
	expect(filtered({ evidence: 'evidenced' })).toEqual([])
})

test('all words of a search must be in the sentence, in any case and order', () => {
	expect(filtered({ text: ' FINDING  unmet ' })).toHaveLength(1)
	expect(filtered({ text: 'unmet orphan' })).toEqual([])
})

test('the soonest due stands first, what has no date keeps its order', () => {
	const sorted = sortFindings(atlas, found, 'due', compare)
	expect(sorted.slice(0, 2).map((entry) => entry.decision?.id)).toEqual(['D2', 'D1'])
	expect(sorted.slice(2)).toEqual(found.filter((entry) => entry.decision === null))
	expect(sortFindings(atlas, found, 'importance', compare)).toBe(found)
	const [first] = sortFindings(atlas, found, 'owner', compare)
	expect(first && ownersOf(atlas, first)).toEqual(['Content'])
})

test('groups hold every finding once, in its order', () => {
	for (const by of groupings) {
		const groups = groupFindings(atlas, covered, found, by)
		const all = groups.flatMap((group) => group.entries)
		expect(new Set(all)).toEqual(new Set(found))
		expect(all).toHaveLength(found.length)
		for (const group of groups) expect(group.entries).toEqual(found.filter((entry) => group.entries.includes(entry)))
	}
	expect(groupFindings(atlas, covered, found, 'persona').at(-1)).toMatchObject({ key: null })
	expect(groupFindings(atlas, covered, found, 'stage').map(({ key }) => key)[0]).toBe('discover')
	expect(groupFindings(atlas, covered, found, 'owner').map(({ key }) => key)).toContain('Marketing')
	expect(groupFindings(atlas, covered, [], 'none')).toEqual([])
})

test('the beginning of a grouped list is cut within a group', () => {
	const groups = groupFindings(atlas, covered, found, 'kind')
	expect(firstOf(groups, 7).flatMap((group) => group.entries)).toEqual(
		groups.flatMap((group) => group.entries).slice(0, 7)
	)
	expect(firstOf(groups, 1000)).toEqual(groups)
})
