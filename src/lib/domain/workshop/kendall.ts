/** Ranks of things by one rater: a smaller number is better, the same number is a tie. Things left out were not chosen. */
export type Ranking = ReadonlyMap<string, number>

/**
 * The ranks 1 to n of one rater over all things, where those that are tied share the mean of the places that they take together.
 * Things that the rater did not name are tied behind all that were named.
 */
export function midRanks(ranking: Ranking, things: readonly string[]): Map<string, number> {
	const placed = things
		.map((id) => ({ id, rank: ranking.get(id) ?? Infinity }))
		.sort((left, right) => (left.rank === right.rank ? 0 : left.rank - right.rank))
	const ranks = new Map<string, number>()
	for (let from = 0; from < placed.length;) {
		let to = from
		while (to + 1 < placed.length && placed[to + 1]?.rank === placed[from]?.rank) to += 1
		for (const { id } of placed.slice(from, to + 1)) ranks.set(id, (from + to) / 2 + 1)
		from = to + 1
	}
	return ranks
}

/** The mean of the raters' ranks for each thing. */
export function meanRanks(rankings: readonly Ranking[], things: readonly string[]): Map<string, number> {
	const sums = sumsOf(rankings, things)
	return new Map(things.map((id) => [id, (sums.get(id) ?? 0) / rankings.length]))
}

function sumsOf(rankings: readonly Ranking[], things: readonly string[]): Map<string, number> {
	const sums = new Map(things.map((id) => [id, 0]))
	for (const ranking of rankings) {
		for (const [id, rank] of midRanks(ranking, things)) sums.set(id, (sums.get(id) ?? 0) + rank)
	}
	return sums
}

/**
 * Kendall's coefficient of concordance W: how far m raters agree on the order of n things, from 0 (not at all) to 1 (wholly).
 * With ties: W = 12 S / (m² (n³ − n) − m T), where S is the sum of squared deviations of the rank sums from their mean, and T the sum
 * of t³ − t over every group of t tied things of every rater. Null for fewer than two raters or things, and where every rater ties all.
 * Source: M. G. Kendall and B. Babington Smith, "The problem of m rankings", Annals of Mathematical Statistics 10 (1939), 275–287;
 * correction for ties: M. G. Kendall, Rank Correlation Methods (1948), chapter 6.
 */
export function kendallW(rankings: readonly Ranking[], things: readonly string[]): number | null {
	const [m, n] = [rankings.length, things.length]
	if (m < 2 || n < 2) return null
	const mean = (m * (n + 1)) / 2
	let squares = 0
	for (const sum of sumsOf(rankings, things).values()) squares += (sum - mean) ** 2
	let ties = 0
	for (const ranking of rankings) {
		for (const group of Map.groupBy(midRanks(ranking, things).values(), (rank) => rank).values()) {
			ties += group.length ** 3 - group.length
		}
	}
	const most = m ** 2 * (n ** 3 - n) - m * ties
	return most === 0 ? null : (12 * squares) / most
}
