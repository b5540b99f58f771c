import type { Ballot } from '../model/ballot.ts'
import type { Atlas } from '../model/atlas.ts'
import { inOrderMade } from '../outline/order-made.ts'
import { kendallW, meanRanks, type Ranking } from './kendall.ts'

/**
 * Below this W a need is listed for discussion. Schmidt reads 0.5 as moderate agreement and 0.7 as strong (R. C. Schmidt, "Managing
 * Delphi surveys using nonparametric statistical techniques", Decision Sciences 28 (1997), 763–774).
 */
export const splitBelow = 0.5

/** From this W on the ballots agree strongly, after the same source. */
export const strongFrom = 0.7

/** What the ballots on one need come to for a channel: its mean rank, how many named it, and how many gave it each rank, the best first. */
export type ChannelCount = Readonly<{
	channel: string
	mean: number
	named: number
	given: readonly { rank: number; ballots: number }[]
}>

/** What the ballots on one need come to. */
export type RankCount = Readonly<{
	need: string
	ballots: number
	/** Kendall's W; null where there is nothing to agree on. */
	agreement: number | null
	isSplit: boolean
	/** By mean rank, then by how many named it. */
	channels: readonly ChannelCount[]
	/** The rank that is proposed: channels that at least half of the ballots name, by mean rank; the same mean is the same rank. */
	agreed: readonly { channel: string; rank: number }[]
}>

/** The ballots on a need's channels, counted; choices of what is gone are left out. Null where there are none. */
export function countRanks(atlas: Atlas, ballots: Iterable<Ballot>, need: string): RankCount | null {
	const rankings: Ranking[] = []
	for (const ballot of ballots) {
		if (ballot.need !== need) continue
		const there = ballot.choices.filter(({ id }) => atlas.channels.has(id))
		if (there.length > 0) rankings.push(new Map(there.map(({ id, number }) => [id, number])))
	}
	if (rankings.length === 0) return null
	const things = [...new Set(rankings.flatMap((ranking) => [...ranking.keys()]))].sort(inOrderMade)
	const means = meanRanks(rankings, things)
	const channels = things
		.map((channel): ChannelCount => {
			const given = rankings.flatMap((ranking) => ranking.get(channel) ?? [])
			return {
				channel,
				mean: means.get(channel) ?? 0,
				named: given.length,
				given: [...Map.groupBy(given, (rank) => rank)]
					.map(([rank, same]) => ({ rank, ballots: same.length }))
					.sort((left, right) => left.rank - right.rank)
			}
		})
		.sort(
			(left, right) => left.mean - right.mean || right.named - left.named || inOrderMade(left.channel, right.channel)
		)
	const agreement = kendallW(rankings, things)
	return {
		need,
		ballots: rankings.length,
		agreement,
		isSplit: agreement !== null && agreement < splitBelow,
		channels,
		agreed: agreedRanks(channels, rankings.length)
	}
}

function agreedRanks(channels: readonly ChannelCount[], ballots: number): { channel: string; rank: number }[] {
	const common = channels.filter(({ named }) => named * 2 >= ballots)
	const chosen = common.length > 0 ? common : channels
	let rank = 0
	let last: number | null = null
	return chosen.map(({ channel, mean }) => {
		if (mean !== last) rank = Math.min(9, rank + 1)
		last = mean
		return { channel, rank }
	})
}

/** Dots on a need: how many, and from how many participants. */
export type DotCount = Readonly<{ need: string; dots: number; voters: number; importance: number }>

/**
 * The dots on needs, the most first; needs without any are last. `importance` is what is proposed: the share of the most dots that a
 * need got, on the scale from 1 to 5.
 */
export function countDots(atlas: Atlas, ballots: Iterable<Ballot>): { ballots: number; needs: DotCount[] } {
	const dots = new Map<string, { dots: number; voters: number }>()
	let count = 0
	for (const ballot of ballots) {
		if (ballot.need !== null) continue
		count += 1
		for (const { id, number } of ballot.choices) {
			const before = dots.get(id) ?? { dots: 0, voters: 0 }
			dots.set(id, { dots: before.dots + number, voters: before.voters + 1 })
		}
	}
	const most = Math.max(1, ...[...dots.values()].map((one) => one.dots))
	const needs = [...atlas.needs.keys()]
		.map((need) => {
			const { dots: given, voters } = dots.get(need) ?? { dots: 0, voters: 0 }
			return { need, dots: given, voters, importance: 1 + Math.round((4 * given) / most) }
		})
		.sort((left, right) => right.dots - left.dots || inOrderMade(left.need, right.need))
	return { ballots: count, needs }
}
