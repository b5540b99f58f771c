import { tolerance } from './greedy-plan.ts'
import type { PlanProblem, StopWish } from './plan-problem.ts'
import { wishesByChoice } from './reduce-plan.ts'

/**
 * A plan of the same value with less in it: new deliveries that gain nothing are left out; what is there stays where that keeps to the limit (`needed`)
 * or stops where nothing is lost by it (`all`).
 */
export function tidyPlan(problem: PlanProblem, delivered: Iterable<number>, stops: StopWish): Set<number> {
	const wishesOf = wishesByChoice(problem)
	const kept = new Set(delivered)
	const times = new Int32Array(problem.wishes.length)
	let effort = 0
	const effortAt = (choice: number) => problem.choices[choice]?.effort ?? 0
	const isThere = (choice: number) => problem.choices[choice]?.isThere ?? false

	function put(choice: number): void {
		kept.add(choice)
		effort += effortAt(choice)
		for (const wish of wishesOf[choice] ?? []) times[wish] = (times[wish] ?? 0) + 1
	}
	function take(choice: number): void {
		kept.delete(choice)
		effort -= effortAt(choice)
		for (const wish of wishesOf[choice] ?? []) times[wish] = (times[wish] ?? 0) - 1
	}
	const isMissed = (choice: number) => (wishesOf[choice] ?? []).some((wish) => times[wish] === 1)
	const dearestFirst = (choices: Iterable<number>) =>
		[...choices].sort((left, right) => effortAt(right) - effortAt(left) || left - right)
	/** Takes away, the dearest first, those that nobody would miss; returns them. */
	function drop(choices: Iterable<number>): number[] {
		return dearestFirst(choices).filter((choice) => {
			if (!kept.has(choice) || isMissed(choice)) return false
			take(choice)
			return true
		})
	}

	for (const choice of [...kept]) put(choice)
	drop([...kept].filter((choice) => !isThere(choice)))
	if (stops === 'all') drop([...kept].filter((choice) => isThere(choice) && effortAt(choice) > 0))
	if (stops === 'needed') {
		const stopped = [...problem.choices.keys()].filter((choice) => isThere(choice) && !kept.has(choice))
		for (const choice of dearestFirst(stopped).reverse()) {
			put(choice)
			const neighbours = new Set((wishesOf[choice] ?? []).flatMap((wish) => [...(problem.wishes[wish]?.choices ?? [])]))
			const dropped = drop([...neighbours].filter((other) => kept.has(other) && !isThere(other)))
			if (effort <= problem.limit + tolerance) continue
			take(choice)
			for (const other of dropped) put(other)
		}
	}
	return kept
}
