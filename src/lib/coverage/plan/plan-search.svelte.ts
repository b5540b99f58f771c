import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { curveBudgets } from '#lib/domain/plan/plan-curve.ts'
import { changesOf, planMoves, startPoint, type PlanMove, type PlanPoint } from '#lib/domain/plan/plan-moves.ts'
import { planProblem, type PlanOptions, type PlanProblem } from '#lib/domain/plan/plan-problem.ts'
import type { PlanProgress, PlanSolution } from '../plan-solver.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

/** A budget with the most value that it buys; `isProved`, when it buys no more. */
export type CurvePoint = Readonly<{ budget: number; value: number; bound: number; isProved: boolean }>

/** A plan that was found, with the map that it was found for. */
export type FoundPlan = Readonly<{
	atlas: Atlas
	coverage: Coverage
	options: PlanOptions
	solution: PlanSolution
	start: PlanPoint
	moves: readonly PlanMove[]
}>

export type SearchState =
	| Readonly<{ at: 'idle' }>
	| Readonly<{ at: 'searching'; progress: PlanProgress | null }>
	| Readonly<{ at: 'found'; plan: FoundPlan }>
	| Readonly<{ at: 'impossible' }>
	| Readonly<{ at: 'failed'; message: string }>

/** The longest that a search for the plan itself goes on by itself, in seconds. */
export const mostSeconds = 60

/** The search for the best plan of one atlas: what it is doing and what it found. It works in a worker that is made for each search. */
export class PlanSearch {
	#state = $state.raw<SearchState>({ at: 'idle' })
	#curve = $state.raw<readonly CurvePoint[]>([])
	#isDrawing = $state(false)
	#worker: Worker | null = null
	#asked: { atlas: Atlas; coverage: Coverage; options: PlanOptions; problem: PlanProblem } | null = null

	get state(): SearchState {
		return this.#state
	}

	/** The exact points of the curve of effort against coverage, by budget; more come while `isDrawing`. */
	get curve(): readonly CurvePoint[] {
		return this.#curve
	}

	get isDrawing(): boolean {
		return this.#isDrawing
	}

	/** Begins a search; one that is under way is given up. `coverage`: of the plan lens. */
	start(atlas: Atlas, coverage: Coverage, options: PlanOptions): void {
		this.cancel()
		const problem = planProblem(atlas, coverage, options)
		const limitOf = problem.limit - options.budget
		this.#asked = { atlas, coverage, options, problem }
		this.#curve = []
		this.#state = { at: 'searching', progress: null }
		this.#isDrawing = true
		const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' })
		this.#worker = worker
		worker.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => this.#hear(data, limitOf))
		worker.addEventListener('error', (event) => this.#hear({ is: 'failed', message: event.message }, limitOf))
		const curve = curveBudgets(problem, options.budget).map((budget) => limitOf + budget)
		const request: PlanRequest = { problem, stops: options.stops, seconds: mostSeconds, curve }
		worker.postMessage(request)
	}

	/** Ends the search and takes the best plan so far; without one, the search is given up. */
	stop(): void {
		const state = this.#state
		this.#end()
		if (state.at !== 'searching') return
		if (state.progress === null) this.#state = { at: 'idle' }
		else this.#found({ ...state.progress, isProved: false })
	}

	/** Ends the search and forgets what it found. */
	cancel(): void {
		this.#end()
		this.#state = { at: 'idle' }
	}

	#end(): void {
		this.#worker?.terminate()
		this.#worker = null
		this.#isDrawing = false
	}

	#hear(answer: PlanAnswer, limitOf: number): void {
		switch (answer.is) {
			case 'started':
				return
			case 'progress':
				if (this.#state.at === 'searching') this.#state = { at: 'searching', progress: answer.progress }
				return
			case 'found':
				this.#found(answer.solution)
				return
			case 'point': {
				const { limit, solution } = answer
				if (solution === null) return
				const { value, bound, isProved } = solution
				this.#addPoint({ budget: limit - limitOf, value, bound, isProved })
				return
			}
			case 'done':
				this.#end()
				return
			case 'failed':
				this.#end()
				this.#state = { at: 'failed', message: answer.message }
		}
	}

	#found(solution: PlanSolution | null): void {
		if (this.#asked === null) return
		if (solution === null) {
			this.#end()
			this.#state = { at: 'impossible' }
			return
		}
		const { problem, ...asked } = this.#asked
		const moves = planMoves(asked.atlas, asked.coverage, changesOf(problem, new Set(solution.delivered)))
		this.#state = { at: 'found', plan: { ...asked, solution, moves, start: startPoint(asked.coverage) } }
		const { value, bound, isProved } = solution
		this.#addPoint({ budget: asked.options.budget, value, bound, isProved })
	}

	#addPoint(point: CurvePoint): void {
		this.#curve = [...this.#curve, point].sort((left, right) => left.budget - right.budget)
	}
}
