import type { Coverage } from '../coverage/coverage.ts'
import { canCarry } from '../findings/carries.ts'
import { effortOf } from '../findings/effort.ts'
import { byCodeUnit, linkKey, type Atlas } from '../model/atlas.ts'

/** How a plan treats deliveries that are there: stop none; only as many as the new ones must be paid with; all that the plan makes superfluous. */
export const stopWishes = ['none', 'needed', 'all'] as const
export type StopWish = (typeof stopWishes)[number]

/** What a plan may do. */
export type PlanOptions = Readonly<{
	/** The most effort that it may cost: that of the new deliveries less that of the stopped ones. */
	budget: number
	/** The products and channels whose deliveries may be made or stopped; null: all. */
	products: ReadonlySet<string> | null
	channels: ReadonlySet<string> | null
	/** Deliveries, as link keys, that must stay. */
	stay: ReadonlySet<string>
	stops: StopWish
}>

/** A delivery that a plan decides on: one that is there and may stop, or one that is not and may be made. */
export type PlanChoice = Readonly<{ product: string; channel: string; effort: number; isThere: boolean }>

/** Wishes that are granted as soon as one of some choices is delivered: what that adds to the value of the plan. */
export type PlanWish = Readonly<{ gain: number; choices: readonly number[] }>

/**
 * Which deliveries to have, so that the value is greatest: `granted`, and the gain of every wish of which a choice is delivered. The effort of the
 * delivered choices must not exceed `limit`.
 */
export type PlanProblem = Readonly<{
	/** By product, then channel. */
	choices: readonly PlanChoice[]
	wishes: readonly PlanWish[]
	/** The value that no decision changes. */
	granted: number
	limit: number
}>

/** The value of a lens (model, section 5): the sum of W / best rank, so that a second choice counts half, a third a third. */
export function planValue(coverage: Coverage): number {
	let value = 0
	for (const { weight, bestRank } of coverage.pairs) if (bestRank !== null) value += weight / bestRank
	return value
}

/**
 * What the best plan is the answer to. `coverage` must be of the plan lens: a delivery that is retiring is not there in it, and making it costs its
 * effort again. Only products that answer a need that someone has, on channels that someone with it wants and that can carry them, are proposed.
 */
export function planProblem(atlas: Atlas, coverage: Coverage, options: PlanOptions): PlanProblem {
	const mayTouch = (product: string, channel: string) =>
		(options.products?.has(product) ?? true) && (options.channels?.has(channel) ?? true)
	const numbers = new Map<string, number>()
	const found: PlanChoice[] = []
	for (const { product, channel } of coverage.deliveries) {
		const key = linkKey(product, channel)
		if (options.stops === 'none' || options.stay.has(key) || !mayTouch(product, channel)) continue
		numbers.set(key, found.length)
		found.push({ product, channel, effort: effortOf(atlas, channel), isThere: true })
	}

	/** The number of the choice that delivers a product on a channel; null where the plan may not decide it. */
	function choiceOf(product: string, channel: string): number | null {
		const key = linkKey(product, channel)
		const known = numbers.get(key)
		if (known !== undefined) return known
		if (coverage.isDelivered(product, channel)) return null
		if (!mayTouch(product, channel) || !canCarry(atlas, channel, product)) return null
		numbers.set(key, found.length)
		found.push({ product, channel, effort: effortOf(atlas, channel), isThere: false })
		return found.length - 1
	}

	let granted = 0
	const wishes = new Map<string, { gain: number; choices: number[] }>()
	for (const { need, weight, preferred } of coverage.pairs) {
		const products = coverage.fulfilling(need)
		const last = preferred.at(-1)?.rank ?? 0
		const choices = new Set<number>()
		let isGranted = false
		for (let rank = 1; rank <= last; rank += 1) {
			for (const { channel } of preferred.filter((one) => one.rank === rank)) {
				for (const product of products) {
					const choice = choiceOf(product, channel)
					if (choice !== null) choices.add(choice)
					else if (coverage.isDelivered(product, channel)) isGranted = true
				}
			}
			// Being served on this rank or a better one adds what the next rank would not give.
			const gain = weight / rank - (rank === last ? 0 : weight / (rank + 1))
			if (isGranted) granted += gain
			else if (choices.size > 0) {
				const sorted = [...choices].sort((left, right) => left - right)
				const key = sorted.join()
				const same = wishes.get(key)
				if (same === undefined) wishes.set(key, { gain, choices: sorted })
				else same.gain += gain
			}
		}
	}

	const there = found.reduce((sum, choice) => sum + (choice.isThere ? choice.effort : 0), 0)
	return inOrder({ choices: found, wishes: [...wishes.values()], granted, limit: there + options.budget })
}

/** The same problem with its choices by product, then channel. */
function inOrder(problem: PlanProblem): PlanProblem {
	const order = [...problem.choices.keys()].sort((left, right) => {
		const [one, other] = [problem.choices[left], problem.choices[right]]
		return byCodeUnit(one?.product ?? '', other?.product ?? '') || byCodeUnit(one?.channel ?? '', other?.channel ?? '')
	})
	const places = new Int32Array(order.length)
	for (const [place, number] of order.entries()) places[number] = place
	return {
		...problem,
		choices: order.flatMap((number) => problem.choices[number] ?? []),
		wishes: problem.wishes.map(({ gain, choices }) => ({
			gain,
			choices: choices.map((choice) => places[choice] ?? 0).sort((left, right) => left - right)
		}))
	}
}

/** The value of delivering exactly these choices. */
export function valueOf(problem: PlanProblem, delivered: ReadonlySet<number>): number {
	let value = problem.granted
	for (const { gain, choices } of problem.wishes) if (choices.some((choice) => delivered.has(choice))) value += gain
	return value
}

/** The effort of these choices together. */
export function effortOfChoices(problem: PlanProblem, delivered: Iterable<number>): number {
	let effort = 0
	for (const choice of delivered) effort += problem.choices[choice]?.effort ?? 0
	return effort
}
