import type { PlanProblem, StopWish } from '#lib/domain/plan/plan-problem.ts'
import type { PlanProgress, PlanSolution } from '../plan-solver.ts'

/** What the worker is asked: the problem to solve, and then the same problem with each of these limits, for the curve. */
export type PlanRequest = Readonly<{
	problem: PlanProblem
	stops: StopWish
	seconds: number
	curve: readonly number[]
}>

/** What the worker tells, in this order: that the solver is loaded, how far it is, what it found (null: no plan keeps to the limit), points of the curve. */
export type PlanAnswer =
	| Readonly<{ is: 'started' }>
	| Readonly<{ is: 'progress'; progress: PlanProgress }>
	| Readonly<{ is: 'found'; solution: PlanSolution | null }>
	| Readonly<{ is: 'point'; limit: number; solution: PlanSolution | null }>
	| Readonly<{ is: 'done' }>
	| Readonly<{ is: 'failed'; message: string }>
