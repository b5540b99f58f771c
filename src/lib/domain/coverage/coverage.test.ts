import { expect, test } from 'vitest'
import { emptyAtlas } from '../model/atlas.ts'
import { coverage } from './coverage.ts'
import { expectedOf, veldhaven } from './worked-case.ts'

const nothing = { served: null, firstChoice: null, weight: 0, pairs: 0, unknown: 0 }

test('an empty atlas has no index rather than a bad one', () => {
	const empty = coverage(emptyAtlas({ id: 'w', name: 'Empty', description: '' }), 'today')
	expect(empty.overall).toEqual(nothing)
	expect(empty.stages.buy).toEqual(nothing)
	expect(empty.pairs).toEqual([])
	expect(empty.ledger).toEqual([])
	expect(empty.evidence).toEqual({ stated: 0, total: 0 })
})

for (const lens of ['today', 'plan'] as const) {
	test(`the worked case is covered as an independent implementation says, in the lens ${lens}`, () => {
		const found = coverage(veldhaven(), lens)
		const expected = expectedOf(lens)
		expect(found.pairs).toMatchObject(expected.pairs)
		expect(found.ledger).toEqual(expected.ledger)
		expect(found.overall).toMatchObject({
			served: expected.served,
			firstChoice: expected.firstChoice,
			weight: expected.weight,
			unknown: expected.unknown
		})
		expect(Object.fromEntries(found.personas)).toMatchObject(expected.personas)
		expect(found.stages).toMatchObject(expected.stages)
	})
}
