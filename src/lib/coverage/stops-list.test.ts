import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { safeStops } from '#lib/domain/plan/safe-stops.ts'
import { stopList } from './stops-list.ts'

test('each delivery that can stop is listed once', () => {
	const atlas = veldhaven()
	const stops = safeStops(atlas, coverage(atlas, 'today'))
	const { together, onlyAlone } = stopList(stops)
	expect(together).toHaveLength(9)
	expect(onlyAlone).toHaveLength(stops.alone.length - 9)
	expect(together.filter((delivery) => onlyAlone.includes(delivery))).toEqual([])
})
