import type { PlanProblem } from './plan-problem.ts'

/** A smaller problem with the same greatest value: `numbers` says which choice of the whole each of its choices is. */
export type ReducedPlan = Readonly<{ problem: PlanProblem; numbers: readonly number[]; taken: readonly number[] }>

/**
 * Leaves out what no best plan needs: choices that grant no wish, new ones that cost more than there is, and new ones in whose place another
 * that costs no more grants all the same wishes. Takes what costs nothing. A choice that is there is never left out for a new one.
 */
export function reducePlan(whole: PlanProblem): ReducedPlan {
	const wishesOf = wishesByChoice(whole)
	const cost = (choice: number) => whole.choices[choice]?.effort ?? 0
	const taken: number[] = []
	const isOpen = whole.choices.map(({ effort, isThere }, choice) => {
		if (effort === 0 && (isThere || (wishesOf[choice]?.length ?? 0) > 0)) {
			taken.push(choice)
			return false
		}
		return (wishesOf[choice]?.length ?? 0) > 0 && effort <= whole.limit
	})
	const isTaken = new Set(taken)
	let granted = whole.granted
	const open: { gain: number; choices: number[] }[] = []
	for (const { gain, choices } of whole.wishes) {
		if (choices.some((choice) => isTaken.has(choice))) granted += gain
		else open.push({ gain, choices: choices.filter((choice) => isOpen[choice]) })
	}
	const openOf: number[][] = whole.choices.map(() => [])
	for (const [wish, { choices }] of open.entries()) for (const choice of choices) openOf[choice]?.push(wish)

	/** Whether another choice that costs no more grants all that this one does; of two that are alike the one that is there stays, else the first. */
	function isDominated(choice: number): boolean {
		const granting = openOf[choice] ?? []
		const rarest = granting.reduce<readonly number[] | null>((least, wish) => {
			const members = open[wish]?.choices ?? []
			return least === null || members.length < least.length ? members : least
		}, null)
		return (rarest ?? []).some((other) => {
			if (other === choice || !isOpen[other] || cost(other) > cost(choice)) return false
			const others = openOf[other] ?? []
			if (others.length < granting.length || !containsAll(others, granting)) return false
			const isAlike = others.length === granting.length && cost(other) === cost(choice)
			return !isAlike || whole.choices[other]?.isThere === true || other < choice
		})
	}
	for (const [choice, { isThere }] of whole.choices.entries()) {
		if (!isOpen[choice] || isThere) continue
		if ((openOf[choice]?.length ?? 0) === 0 || isDominated(choice)) isOpen[choice] = false
	}

	const numbers = [...whole.choices.keys()].filter((choice) => isOpen[choice])
	const places = new Map(numbers.map((choice, place) => [choice, place]))
	const wishes = new Map<string, { gain: number; choices: number[] }>()
	for (const { gain, choices } of open) {
		const kept = choices.flatMap((choice) => places.get(choice) ?? [])
		if (kept.length === 0) continue
		const key = kept.join()
		const same = wishes.get(key)
		if (same === undefined) wishes.set(key, { gain, choices: kept })
		else same.gain += gain
	}
	const choices = numbers.flatMap((choice) => whole.choices[choice] ?? [])
	return { problem: { choices, wishes: [...wishes.values()], granted, limit: whole.limit }, numbers, taken }
}

/** The wishes that each choice grants, ascending. */
export function wishesByChoice(problem: PlanProblem): number[][] {
	const wishesOf: number[][] = problem.choices.map(() => [])
	for (const [wish, { choices }] of problem.wishes.entries()) for (const choice of choices) wishesOf[choice]?.push(wish)
	return wishesOf
}

/** Whether an ascending list holds all of another. */
function containsAll(list: readonly number[], wanted: readonly number[]): boolean {
	let at = 0
	for (const one of wanted) {
		while (at < list.length && (list[at] ?? 0) < one) at += 1
		if (list[at] !== one) return false
	}
	return true
}
