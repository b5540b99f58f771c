import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { partsOf, pointsBetween, whyNone } from './breakdown.ts'

const atlas = veldhaven()

test('every persona, stage and kind has its indexes', () => {
	const parts = partsOf(atlas, coverage(atlas, 'today'))
	expect(parts.persona.map(({ key }) => key)).toEqual(['P1', 'P2', 'P3', 'P4'])
	expect(parts.stage).toHaveLength(5)
	expect(parts.kind.map(({ key }) => key)).toEqual(['information', 'advice', 'product'])
})

test('an index that is none says why', () => {
	const none = { served: null, firstChoice: null, weight: 0, pairs: 0, unknown: 0 }
	expect(whyNone(none)).toBe('no-pairs')
	expect(whyNone({ ...none, pairs: 2, unknown: 2 })).toBe('all-unknown')
	expect(whyNone({ served: 0, firstChoice: 0, weight: 3, pairs: 1, unknown: 0 })).toBe(null)
})

test('the difference of two indexes is that of the percentages people see', () => {
	expect(pointsBetween(0.677, 0.871)).toBe(19)
	expect(pointsBetween(0.5, 0.25)).toBe(-25)
	expect(pointsBetween(null, 0.25)).toBe(null)
})
