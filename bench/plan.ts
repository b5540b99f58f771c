// Measures the search for the best plan: integer programs solved by HiGHS in WebAssembly, one thread.
import loadHighs from 'highs'
import { coverage } from '../src/lib/domain/coverage/coverage.ts'
import { findings } from '../src/lib/domain/findings/index.ts'
import { planProblem, type StopWish } from '../src/lib/domain/plan/plan-problem.ts'
import { solvePlan } from '../src/lib/coverage/plan-solver.ts'
import { atlasOf, described, sizes } from './coverage.ts'
import type { BenchRow } from './row.ts'

/** How long a search may take: where the optimum is not proved by then, the remaining gap is the figure. */
const seconds = 30

const tasks: readonly { size: number; budget: number; stops: StopWish; says: string }[] = [
	{ size: 1, budget: 10, stops: 'none', says: 'new deliveries for an effort of 10' },
	{ size: 1, budget: 50, stops: 'none', says: 'new deliveries for an effort of 50' },
	{ size: 1, budget: 200, stops: 'none', says: 'new deliveries for an effort of 200' },
	{ size: 1, budget: 0, stops: 'needed', says: 'new deliveries paid for by stops' },
	{ size: 1, budget: -1600, stops: 'all', says: 'saving an effort of 1,600' },
	{ size: 2, budget: 100, stops: 'none', says: 'new deliveries for an effort of 100' }
]

/** The rows of the best plan for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const highs = await loadHighs()
	return tasks.flatMap(({ size: number, budget, stops, says }) => {
		const size = sizes[number]
		if (size === undefined) return []
		const atlas = atlasOf(size)
		const passStart = performance.now()
		const covered = coverage(atlas, 'plan')
		findings(atlas, covered)
		const pass = performance.now() - passStart
		const problem = planProblem(atlas, covered, { budget, stops, products: null, channels: null, stay: new Set() })
		const start = performance.now()
		const found = solvePlan(highs, problem, { stops, seconds })
		const figure = performance.now() - start
		if (found === null) throw new Error('No plan keeps to the limit')
		const gap = (100 * (found.bound - found.value)) / found.value
		return {
			what: `best plan, ${says}: ${found.isProved ? 'proved' : `gap ${gap.toFixed(2)} %`}`,
			on: described(size),
			figure,
			unit: 'ms',
			baseline: { what: 'coverage and findings', figure: pass },
			ratio: figure / pass,
			bar: `proved within ${seconds} s`,
			holds: found.isProved
		}
	})
}
