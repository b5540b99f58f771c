// Measures the analysis in memory: coverage with findings, one edit, safe stops.
import { coverage } from '../src/lib/domain/coverage/coverage.ts'
import { findings } from '../src/lib/domain/findings/index.ts'
import { emptyAtlas, linkKey, tableSchemas, type Atlas } from '../src/lib/domain/model/atlas.ts'
import { kinds, roles, stages } from '../src/lib/domain/model/fields.ts'
import { seededRandom } from '../src/lib/domain/seeded-random.ts'
import { safeStops, searchSteps } from '../src/lib/domain/plan/safe-stops.ts'
import type { BenchRow } from './row.ts'

type Size = { personas: number; needsEach: number; products: number; channels: number; deliveries: number }

export const sizes: readonly Size[] = [
	{ personas: 12, needsEach: 20, products: 50, channels: 40, deliveries: 350 },
	{ personas: 50, needsEach: 20, products: 200, channels: 40, deliveries: 1400 },
	{ personas: 200, needsEach: 20, products: 800, channels: 40, deliveries: 5600 }
]

/** An atlas of exactly that size: each need has three preferred channels, two of which may tie, and about three products that answer it. */
export function atlasOf({ personas, needsEach, products, channels, deliveries }: Size): Atlas {
	const random = seededRandom(7)
	const below = (limit: number) => Math.floor(random() * limit)
	const one = <Entry>(entries: readonly Entry[]) => entries.slice(below(entries.length))[0]
	const named = (id: string) => ({ id, name: id, evidence: random() < 0.3 ? 'interview' : '' })
	const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number}`)
	const offers = ids('PR', products)
	const places = ids('C', channels)
	const atlas = {
		...emptyAtlas({ id: 'bench', name: 'Bench', description: '' }),
		personas: new Map(ids('P', personas).map((id) => [id, tableSchemas.personas.parse(named(id))])),
		needs: new Map(
			ids('N', personas * needsEach).map((id) => [
				id,
				tableSchemas.needs.parse({ ...named(id), kind: one(kinds), stage: one(stages) })
			])
		),
		channels: new Map(
			places.map((id) => [
				id,
				tableSchemas.channels.parse({
					...named(id),
					roles: [one(roles), one(roles)],
					carries: random() < 0.3 ? [one(kinds), one(kinds)] : [],
					effort: 1 + below(3)
				})
			])
		),
		products: new Map(offers.map((id) => [id, tableSchemas.products.parse({ ...named(id), kind: one(kinds) })]))
	}
	const has = new Map<string, Atlas['has'] extends ReadonlyMap<string, infer Row> ? Row : never>()
	const prefers = new Map<string, Atlas['prefers'] extends ReadonlyMap<string, infer Row> ? Row : never>()
	const fulfils = new Map<string, Atlas['fulfils'] extends ReadonlyMap<string, infer Row> ? Row : never>()
	const delivers = new Map<string, Atlas['delivers'] extends ReadonlyMap<string, infer Row> ? Row : never>()
	for (const [number, need] of [...atlas.needs.keys()].entries()) {
		const persona = `P${Math.floor(number / needsEach)}`
		has.set(linkKey(persona, need), { persona, need, importance: 1 + below(5), evidence: '' })
		for (let wish = 0; wish < 3; wish += 1) {
			const channel = one(places) ?? ''
			prefers.set(linkKey(need, channel), { from: need, channel, rank: 1 + below(3), evidence: '' })
			const product = one(offers) ?? ''
			if (random() < 0.95) fulfils.set(linkKey(product, need), { product, need, evidence: '' })
		}
	}
	while (delivers.size < deliveries) {
		const [product, channel] = [one(offers) ?? '', one(places) ?? '']
		const status = random() < 0.8 ? 'live' : random() < 0.5 ? 'planned' : 'retiring'
		delivers.set(linkKey(product, channel), { product, channel, status, evidence: '' })
	}
	return { ...atlas, has, prefers, fulfils, delivers }
}

/** The median of the times of `runs` runs in milliseconds, after some that do not count. */
function median(runs: number, run: (number: number) => unknown): number {
	for (let warm = 0; warm < Math.min(runs, 20); warm += 1) run(warm)
	const times: number[] = []
	for (let number = 0; number < runs; number += 1) {
		const start = performance.now()
		run(number)
		times.push(performance.now() - start)
	}
	return times.sort((left, right) => left - right)[runs >> 1] ?? 0
}

function analyse(atlas: Atlas): number {
	const covered = coverage(atlas, 'today')
	return findings(atlas, covered).length + covered.pairs.length
}

/** The atlas with one delivery more or less, as an edit leaves it: a new value that shares all other tables. */
function edited(atlas: Atlas, number: number): Atlas {
	const delivers = new Map(atlas.delivers)
	const [product, channel] = [`PR${number % atlas.products.size}`, `C${(number * 7) % atlas.channels.size}`]
	const key = linkKey(product, channel)
	if (!delivers.delete(key)) delivers.set(key, { product, channel, status: 'live', evidence: '' })
	return { ...atlas, delivers }
}

export function described({ personas, needsEach, products, channels, deliveries }: Size): string {
	const count = (number: number) => number.toLocaleString('en')
	return `${personas} personas × ${needsEach} needs, ${count(products)} products, ${channels} channels, ${count(deliveries)} deliveries`
}

function row(
	what: string,
	on: string,
	figure: number,
	baseline: BenchRow['baseline'],
	more: Partial<BenchRow>
): BenchRow {
	const ratio = baseline === undefined ? {} : { baseline, ratio: figure / baseline.figure }
	return { what, on, figure, unit: 'ms', ...ratio, ...more }
}

/** The rows of the analysis for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const atlases = sizes.map((size) => ({ size, atlas: atlasOf(size) }))
	const whole = atlases.map(({ atlas }) => median(40, () => analyse(atlas)))
	const copies = atlases.map(({ atlas }) => median(20, () => structuredClone(atlas)))
	const growth = (times: readonly number[], factor: number) =>
		Math.log((times.at(-1) ?? 1) / (times[0] ?? 1)) / Math.log(factor)
	const factor = (sizes.at(-1)?.deliveries ?? 1) / (sizes[0]?.deliveries ?? 1)

	const table = atlases.map(({ size }, at) =>
		row(
			'coverage and findings, whole map',
			described(size),
			whole[at] ?? 0,
			{ what: 'structuredClone of the atlas', figure: copies[at] ?? 0 },
			{ ...(at === 1 ? { bar: 16 } : {}), ...(at === 2 ? { exponent: growth(whole, factor) } : {}) }
		)
	)

	const edits = atlases.map(({ atlas }) => median(40, (number) => analyse(edited(atlas, number))))
	for (const [at, { size }] of atlases.entries()) {
		const more = { ...(at === 1 ? { bar: 8 } : {}), ...(at === 2 ? { exponent: growth(edits, factor) } : {}) }
		const baseline = { what: 'structuredClone of the atlas', figure: copies[at] ?? 0 }
		table.push(row('coverage and findings after one edit', described(size), edits[at] ?? 0, baseline, more))
	}

	const counts = [100, 300, 500]
	const stops = counts.map((deliveries) => {
		const size = { personas: 20, needsEach: 15, products: 100, channels: 20, deliveries: Math.round(deliveries * 1.12) }
		const atlas = atlasOf(size)
		const covered = coverage(atlas, 'today')
		const { exact } = safeStops(atlas, covered, searchSteps.thorough)
		const time = median(9, () => safeStops(atlas, covered, searchSteps.thorough))
		const pass = median(9, () => analyse(atlas))
		return { count: covered.deliveries.length, exact, time, pass }
	})
	for (const [at, { count, exact, time, pass }] of stops.entries()) {
		const more =
			at === 2
				? {
						exponent: growth(
							stops.map((one) => one.time),
							5
						)
					}
				: {}
		const what = `safe stops, ${exact ? 'exact' : 'not exact'}`
		table.push(row(what, `${count} deliveries, 300 needs`, time, { what: 'coverage and findings', figure: pass }, more))
	}
	return table
}
