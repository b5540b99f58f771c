import { expect, test } from 'vitest'
import { effortOf } from '../findings/effort.ts'
import { findings } from '../findings/index.ts'
import { findingKinds } from '../model/finding-kind.ts'
import { randomAtlas } from '../model/random-atlas.ts'
import { safeStops } from '../plan/safe-stops.ts'
import { coverage } from './coverage.ts'
import { verdicts } from './ledger.ts'
import { lenses } from './lens.ts'
import { Oracle } from './oracle.ts'
import { pairStatuses } from './pair.ts'

const atlases = 1000

test(`coverage, findings and stops of ${atlases} random atlases are what the model says word by word`, () => {
	const seen = new Set<string>()
	let tried = 0
	for (let seed = 1; seed <= atlases; seed += 1) {
		const atlas = randomAtlas(seed)
		const lens = lenses[seed % 2] ?? 'today'
		const oracle = new Oracle(atlas, lens)
		const covered = coverage(atlas, lens)
		const found = findings(atlas, covered)
		const stops = safeStops(atlas, covered)
		const said = {
			lens,
			served: covered.overall.served,
			firstChoice: covered.overall.firstChoice,
			weight: covered.overall.weight,
			unknown: covered.overall.unknown,
			pairs: covered.pairs.map(({ preferred: _, ...pair }) => pair),
			ledger: covered.ledger,
			findings: found,
			alone: stops.alone,
			personas: both(covered.personas),
			stages: both(Object.entries(covered.stages)),
			kinds: both(Object.entries(covered.kinds))
		}
		expect(said, `seed ${seed}, lens ${lens}`).toEqual(oracle.report())

		const gone = new Set(stops.together)
		expect(oracle.isSafe(covered.deliveries.filter((delivery) => !gone.has(delivery))), `stops of seed ${seed}`).toBe(
			true
		)
		expect(stops.exact).toBe(true)
		expect(stops.effort).toBeCloseTo(
			stops.together.reduce((sum, { channel }) => sum + effortOf(atlas, channel), 0),
			9
		)
		if (covered.deliveries.length <= 12) {
			tried += 1
			expect(stops.effort, `effort of seed ${seed}`).toBeCloseTo(oracle.largestEffort(), 9)
		}
		for (const { kind } of found) seen.add(kind)
		for (const { status } of covered.pairs) seen.add(status)
		for (const { verdict } of covered.ledger) seen.add(verdict)
	}
	// The comparison is worth what the atlases meet: everything that can be said was said of some.
	expect([...seen].sort()).toEqual([...new Set([...findingKinds, ...pairStatuses, ...verdicts])].sort())
	expect(tried).toBeGreaterThan(atlases / 3)
}, 120_000)

function both(indexes: Iterable<[string, { served: number | null; firstChoice: number | null }]>) {
	return Object.fromEntries([...indexes].map(([key, { served, firstChoice }]) => [key, { served, firstChoice }]))
}
