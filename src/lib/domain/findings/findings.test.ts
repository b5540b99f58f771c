import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { expectedOf, veldhaven } from '../coverage/worked-case.ts'
import { emptyAtlas } from '../model/atlas.ts'
import { findingKey } from './finding.ts'
import { findings } from './index.ts'

for (const lens of ['today', 'plan'] as const) {
	test(`the worked case has the findings that an independent implementation names, in the lens ${lens}`, () => {
		const atlas = veldhaven()
		const found = findings(atlas, coverage(atlas, lens))
		expect(found.map(findingKey)).toHaveLength(new Set(found.map(findingKey)).size)
		const rounded = (all: readonly { priority: number }[]) =>
			all.map((finding) => ({ ...finding, priority: Number(finding.priority.toFixed(9)) }))
		expect(rounded(found)).toEqual(rounded(expectedOf(lens).findings))
	})
}

test('nothing is found in an empty atlas', () => {
	const empty = emptyAtlas({ id: 'w', name: 'Empty', description: '' })
	expect(findings(empty, coverage(empty, 'today'))).toEqual([])
})
