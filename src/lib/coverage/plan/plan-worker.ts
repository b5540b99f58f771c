import loadHighs from 'highs'
import wasm from 'highs/runtime?url'
import { solvePlan } from '../plan-solver.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

/** Searches for the best plan beside the window. The solver blocks while it computes: to stop it, this worker is ended. */
addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
	search(data).catch((error: unknown) =>
		tell({ is: 'failed', message: error instanceof Error ? error.message : String(error) })
	)
})

/** The longest that the points of the curve may take, each and together. */
const mostPointSeconds = 10
const mostCurveSeconds = 60

function tell(answer: PlanAnswer): void {
	postMessage(answer)
}

async function search({ problem, stops, seconds, curve }: PlanRequest): Promise<void> {
	const highs = await loadHighs({ locateFile: () => wasm })
	tell({ is: 'started' })
	const onprogress = (progress: Extract<PlanAnswer, { is: 'progress' }>['progress']) =>
		tell({ is: 'progress', progress })
	tell({ is: 'found', solution: solvePlan(highs, problem, { stops, seconds, onprogress }) })
	const end = performance.now() + 1000 * mostCurveSeconds
	for (const limit of curve) {
		const left = (end - performance.now()) / 1000
		if (left <= 0) break
		const options = { stops: null, seconds: Math.min(mostPointSeconds, left) }
		tell({ is: 'point', limit, solution: solvePlan(highs, { ...problem, limit }, options) })
	}
	tell({ is: 'done' })
}
