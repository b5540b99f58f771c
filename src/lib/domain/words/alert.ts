/** How many mentions were scored in a span of time, and how many of them are negative. `at`: the instant at which it begins. */
export type NegativeCount = { readonly at: string; readonly scored: number; readonly negative: number }

/** A rise of the negative share: in the recent span, against what was usual before. */
export type NegativeRise = {
	readonly from: string
	readonly to: string
	readonly share: number
	readonly negative: number
	readonly scored: number
	/** The share before, and over how many mentions. */
	readonly baseline: number
	readonly baselineScored: number
}

/** Days that are looked at as the present, the shortest first: a sudden rise is told by one day, a slow one by a week. */
const recents = [1, 3, 7]
const baselineDays = 56
/** Fewer mentions than this say nothing of what is usual, or of a rise. */
const leastBaseline = 30
const leastNegative = 5
/** A rise that chance would bring about more often than this is none. */
const chance = 0.005
/** Points that the share must have risen at the least: with very many mentions the smallest rise is no chance. */
const leastRise = 0.05
const day = 86_400_000

/**
 * Whether the share of negative mentions has risen above its own baseline: the last days up to `now` against the eight weeks before them, by the binomial
 * distribution with the baseline taken a little worse than it is seen to be, since it is itself only a sample. Null where it has not. `days`: counts a day.
 */
export function negativeRise(days: readonly NegativeCount[], now: string): NegativeRise | null {
	const end = Math.floor(Date.parse(now) / day) * day + day
	for (const length of recents) {
		const start = end - length * day
		const recent = sumIn(days, start, end)
		const before = sumIn(days, start - baselineDays * day, start)
		if (recent.negative < leastNegative || before.scored < leastBaseline) continue
		const share = recent.negative / recent.scored
		const baseline = before.negative / before.scored
		const usual = (before.negative + 1) / (before.scored + 2)
		const cautious = Math.min(0.999, usual + Math.sqrt((usual * (1 - usual)) / before.scored))
		if (share - baseline < leastRise || atLeast(recent.negative, recent.scored, cautious) > chance) continue
		return {
			from: new Date(start).toISOString(),
			to: new Date(end).toISOString(),
			...{ share, negative: recent.negative, scored: recent.scored },
			...{ baseline, baselineScored: before.scored }
		}
	}
	return null
}

function sumIn(days: readonly NegativeCount[], from: number, to: number): { scored: number; negative: number } {
	let [scored, negative] = [0, 0]
	for (const count of days) {
		const at = Date.parse(count.at)
		if (at < from || at >= to) continue
		scored += count.scored
		negative += count.negative
	}
	return { scored, negative }
}

/** The probability of `hits` or more among `tries`, each with probability `p`. */
export function atLeast(hits: number, tries: number, p: number): number {
	if (hits <= 0) return 1
	if (hits > tries) return 0
	let log = logChoose(tries, hits) + hits * Math.log(p) + (tries - hits) * Math.log1p(-p)
	let sum = 0
	for (let count = hits; count <= tries; count += 1) {
		const term = Math.exp(log)
		sum += term
		if (term < sum * 1e-12 && count > tries * p) break
		log += Math.log((tries - count) / (count + 1)) + Math.log(p / (1 - p))
	}
	return Math.min(1, sum)
}

function logChoose(tries: number, hits: number): number {
	let sum = 0
	for (let at = 1; at <= Math.min(hits, tries - hits); at += 1)
		sum += Math.log(tries - Math.min(hits, tries - hits) + at) - Math.log(at)
	return sum
}
