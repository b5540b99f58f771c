import type { Coverage, LensDelivery } from '../coverage/coverage.ts'
import type { Pair } from '../coverage/pair.ts'
import { effortOf } from '../findings/effort.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import type { PlanProblem } from './plan-problem.ts'

/** What a plan changes. */
export type PlanChanges = Readonly<{ deliver: readonly LensDelivery[]; stop: readonly LensDelivery[] }>

/** A pair whose best rank a move changes; null: not served on any wished channel. */
export type PlanEffect = Readonly<{ persona: string; need: string; from: number | null; to: number | null }>

/** Where a plan stands: the effort that it has cost, its value, and the weights of the pairs that are served, and served on their first choice. */
export type PlanPoint = Readonly<{ effort: number; value: number; served: number; firstChoice: number }>

/** One delivery made or stopped, with what it brings when the moves before it are done. */
export type PlanMove = Readonly<{
	do: 'deliver' | 'stop'
	product: string
	channel: string
	/** Below zero for a stop that saves effort. */
	effort: number
	/** The value that it adds; below zero for a stop that costs value. */
	gain: number
	effects: readonly PlanEffect[]
	/** Where the plan stands after it. */
	after: PlanPoint
}>

/** The deliveries that a solution makes and stops. */
export function changesOf(problem: PlanProblem, delivered: ReadonlySet<number>): PlanChanges {
	const pick = (isThere: boolean) =>
		problem.choices.flatMap(({ product, channel, isThere: there }, choice) =>
			there === isThere && delivered.has(choice) !== isThere ? [{ product, channel }] : []
		)
	return { deliver: pick(false), stop: pick(true) }
}

/**
 * The moves of a plan in the order in which they bring most per effort: first what can stop at no loss, then the new deliveries by gain per effort, each
 * counted on top of those before it, and last the stops that cost value, the cheapest first. `coverage` is of the lens
 * that the changes start from: the plan lens for a new plan, today for what is planned already.
 */
export function planMoves(atlas: Atlas, coverage: Coverage, changes: PlanChanges): PlanMove[] {
	const state = new PlanState(coverage)
	const left = [
		...changes.stop.map((delivery) => ({
			...delivery,
			do: 'stop' as const,
			effort: -effortOf(atlas, delivery.channel)
		})),
		...changes.deliver.map((delivery) => ({
			...delivery,
			do: 'deliver' as const,
			effort: effortOf(atlas, delivery.channel)
		}))
	]
	const moves: PlanMove[] = []
	let effort = 0
	while (left.length > 0) {
		let best = 0
		let bestGain = 0
		let bestOrder = [Infinity, Infinity]
		for (const [at, move] of left.entries()) {
			const gain = state.gainOf(move)
			const rate = gain / Math.max(Math.abs(move.effort), 1e-9)
			const order = move.do === 'deliver' ? [1, -rate] : gain >= -1e-9 ? [0, move.effort] : [2, -rate]
			if (isBefore(order, bestOrder)) {
				best = at
				bestGain = gain
				bestOrder = order
			}
		}
		const [move] = left.splice(best, 1)
		if (move === undefined) break
		const effects = state.apply(move)
		effort += move.effort
		moves.push({ ...move, gain: bestGain, effects, after: { effort, ...state.point } })
	}
	return moves
}

/** Where the lens stands before any move. */
export function startPoint(coverage: Coverage): PlanPoint {
	return { effort: 0, ...new PlanState(coverage).point }
}

function isBefore(left: readonly number[], right: readonly number[]): boolean {
	const at = left.findIndex((part, place) => part !== right[place])
	return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0)
}

type Move = LensDelivery & { do: 'deliver' | 'stop' }

/** How often each need is supplied on each channel, and the best rank of each pair, as moves are applied. */
class PlanState {
	readonly #coverage: Coverage
	readonly #supply = new Map<string, number>()
	readonly #best = new Map<Pair, number | null>()
	#value = 0
	#served = 0
	#firstChoice = 0

	constructor(coverage: Coverage) {
		this.#coverage = coverage
		for (const delivery of coverage.deliveries) this.#count(delivery, 1)
		for (const pair of coverage.pairs) {
			this.#best.set(pair, pair.bestRank)
			this.#add(pair.weight, pair.bestRank, 1)
		}
	}

	get point(): Omit<PlanPoint, 'effort'> {
		return { value: this.#value, served: this.#served, firstChoice: this.#firstChoice }
	}

	gainOf(move: Move): number {
		let gain = 0
		for (const { pair, from, to } of this.#effects(move)) gain += pair.weight * (worth(to) - worth(from))
		return gain
	}

	apply(move: Move): PlanEffect[] {
		const effects = this.#effects(move)
		this.#count(move, move.do === 'deliver' ? 1 : -1)
		for (const { pair, from, to } of effects) {
			this.#best.set(pair, to)
			this.#add(pair.weight, from, -1)
			this.#add(pair.weight, to, 1)
		}
		return effects.map(({ pair: { persona, need }, from, to }) => ({ persona, need, from, to }))
	}

	#effects({ product, channel, do: does }: Move): { pair: Pair; from: number | null; to: number | null }[] {
		const effects: { pair: Pair; from: number | null; to: number | null }[] = []
		for (const need of this.#coverage.needsOf(product)) {
			const count = this.#supply.get(linkKey(need, channel)) ?? 0
			// Only the first supply of a need on a channel, and the last, makes a difference.
			if (count !== (does === 'deliver' ? 0 : 1)) continue
			for (const pair of this.#coverage.pairsOfNeed(need)) {
				const rank = pair.preferred.find((wish) => wish.channel === channel)?.rank
				if (rank === undefined) continue
				const from = this.#best.get(pair) ?? null
				if (does === 'deliver' ? from !== null && from <= rank : from !== rank) continue
				const to = does === 'deliver' ? rank : this.#bestWithout(pair, channel)
				if (to !== from) effects.push({ pair, from, to })
			}
		}
		return effects
	}

	#bestWithout(pair: Pair, channel: string): number | null {
		const best = pair.preferred.find(
			(wish) => wish.channel !== channel && (this.#supply.get(linkKey(pair.need, wish.channel)) ?? 0) > 0
		)
		return best?.rank ?? null
	}

	#count({ product, channel }: LensDelivery, by: 1 | -1): void {
		for (const need of this.#coverage.needsOf(product)) {
			const key = linkKey(need, channel)
			this.#supply.set(key, (this.#supply.get(key) ?? 0) + by)
		}
	}

	#add(weight: number, rank: number | null, sign: 1 | -1): void {
		this.#value += sign * weight * worth(rank)
		if (rank !== null) this.#served += sign * weight
		if (rank === 1) this.#firstChoice += sign * weight
	}
}

/** What a pair counts that is served on this rank. */
function worth(rank: number | null): number {
	return rank === null ? 0 : 1 / rank
}
