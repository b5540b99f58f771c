import { severity, type Pair } from '../coverage/pair.ts'
import type { Coverage } from '../coverage/coverage.ts'

/**
 * What has become of a pair between two states. closed: it was not served on the first choice and is now, or is no more; opened: the other way
 * round; better, worse: still not on the first choice, but less or more badly served; other: as well served as before, or nobody knew.
 */
export const pairTurns = ['closed', 'opened', 'better', 'worse', 'other'] as const
export type PairTurn = (typeof pairTurns)[number]

/** A pair in two states; null: it is not there. */
export type ChangedPair = Readonly<{
	persona: string
	need: string
	before: Pair | null
	after: Pair | null
	turn: PairTurn
}>

/** The pairs that differ between two analyses in status, rank or weight: by weight, the heaviest first. */
export function changedPairs(before: Coverage, after: Coverage): ChangedPair[] {
	const known = new Map(before.pairs.map((pair) => [`${pair.persona}:${pair.need}`, pair]))
	const changed: ChangedPair[] = []
	const add = (was: Pair | null, is: Pair | null) => {
		const { persona, need } = was ?? is ?? { persona: '', need: '' }
		const turn = turnOf(was, is)
		if (turn !== null) changed.push({ persona, need, before: was, after: is, turn })
	}
	for (const pair of after.pairs) {
		const key = `${pair.persona}:${pair.need}`
		add(known.get(key) ?? null, pair)
		known.delete(key)
	}
	for (const pair of known.values()) add(pair, null)
	return changed.sort((left, right) => heaviest(right) - heaviest(left))
}

function heaviest({ before, after }: ChangedPair): number {
	return Math.max(before?.weight ?? 0, after?.weight ?? 0)
}

function isOpen(pair: Pair | null): pair is Pair {
	return pair !== null && pair.status !== 'first'
}

function turnOf(before: Pair | null, after: Pair | null): PairTurn | null {
	if (isOpen(before) !== isOpen(after)) return isOpen(after) ? 'opened' : 'closed'
	if (isOpen(before) && isOpen(after)) {
		const [was, is] = [before, after].map((pair) => (pair.status === 'unknown' ? null : severity[pair.status]))
		if (was !== null && is !== null && was !== undefined && is !== undefined && was !== is) {
			return is < was ? 'better' : 'worse'
		}
		const [from, to] = [before.bestRank, after.bestRank]
		if (from !== null && to !== null && from !== to) return to < from ? 'better' : 'worse'
	}
	return before?.status === after?.status && before?.weight === after?.weight ? null : 'other'
}
