import { wishesByChoice } from './reduce-plan.ts'
import type { PlanProblem } from './plan-problem.ts'

/**
 * A good plan, quickly: choices by gain per effort as long as they fit the limit, then exchanges of one for one as long as they gain. The solver starts
 * from it, so that there is an answer from the first moment. Ascending numbers.
 */
export function greedyPlan(problem: PlanProblem): number[] {
	const wishesOf = wishesByChoice(problem)
	const times = new Int32Array(problem.wishes.length)
	const delivered = new Set<number>()
	let left = problem.limit
	const effort = (choice: number) => problem.choices[choice]?.effort ?? 0

	function gainOf(choice: number): number {
		let gain = 0
		for (const wish of wishesOf[choice] ?? []) if (times[wish] === 0) gain += problem.wishes[wish]?.gain ?? 0
		return gain
	}
	function lossOf(choice: number): number {
		let loss = 0
		for (const wish of wishesOf[choice] ?? []) if (times[wish] === 1) loss += problem.wishes[wish]?.gain ?? 0
		return loss
	}
	function deliver(choice: number, sign: 1 | -1): void {
		if (sign === 1) delivered.add(choice)
		else delivered.delete(choice)
		left -= sign * effort(choice)
		for (const wish of wishesOf[choice] ?? []) times[wish] = (times[wish] ?? 0) + sign
	}
	/** Adds by gain per effort until nothing that gains fits. */
	function fill(): void {
		for (;;) {
			let best = -1
			let bestRate = 0
			for (let choice = 0; choice < problem.choices.length; choice += 1) {
				if (delivered.has(choice) || effort(choice) > left + tolerance) continue
				const rate = gainOf(choice) / Math.max(effort(choice), 1e-9)
				// Of equal ones that which is there: a plan should not move what is well where it is.
				const isBetter = rate > bestRate * (1 + 1e-12)
				const isAlike = rate > 0 && rate >= bestRate * (1 - 1e-12) && problem.choices[best]?.isThere === false
				if (isBetter || (isAlike && problem.choices[choice]?.isThere === true)) {
					best = choice
					bestRate = rate
				}
			}
			if (best === -1) return
			deliver(best, 1)
		}
	}

	fill()
	for (let round = 0; round < 20; round += 1) {
		let improved = false
		for (const out of [...delivered].sort((one, other) => lossOf(one) - lossOf(other))) {
			const loss = lossOf(out)
			deliver(out, -1)
			let best = out
			let bestGain = loss
			for (let choice = 0; choice < problem.choices.length; choice += 1) {
				if (delivered.has(choice) || effort(choice) > left + tolerance) continue
				const gain = gainOf(choice)
				if (gain > bestGain + 1e-9) {
					best = choice
					bestGain = gain
				}
			}
			deliver(best, 1)
			if (best !== out) improved = true
		}
		fill()
		if (!improved) break
	}
	return [...delivered].sort((one, other) => one - other)
}

/** Sums of efforts that are not whole carry rounding errors: what exceeds the limit by less than this does not exceed it. */
export const tolerance = 1e-9
