import type { Coverage } from '../coverage/coverage.ts'
import type { PreferredChannel } from '../coverage/pair.ts'
import { byCodeUnit, type Atlas } from '../model/atlas.ts'

/** The media of a channel; `unsaid`: it does not say; `nowhere`: the pair is not served where it wants to be. */
export const mediaParts = ['paid', 'owned', 'earned', 'unsaid', 'nowhere'] as const
export type MediaPart = (typeof mediaParts)[number]
export type MediaMix = Readonly<Record<MediaPart, number>>

/** The mix that a persona wants (the channels that her pairs want first) and gets (those that serve them best), by weight. */
export type PersonaMedia = Readonly<{ persona: string; wants: MediaMix; gets: MediaMix; weight: number }>

/** The mix of every persona with pairs whose preferences are known, by persona. Several channels of one rank share a pair's weight. */
export function mediaMixes(atlas: Atlas, coverage: Coverage): PersonaMedia[] {
	return [...atlas.personas.keys()].sort(byCodeUnit).flatMap((persona) => {
		const wants = noMix()
		const gets = noMix()
		let weight = 0
		for (const pair of coverage.pairsOfPersona(persona)) {
			if (pair.preferred.length === 0) continue
			weight += pair.weight
			spread(
				atlas,
				wants,
				pair.weight,
				pair.preferred.filter(({ rank }) => rank === 1)
			)
			spread(
				atlas,
				gets,
				pair.weight,
				pair.preferred.filter(({ rank, channel }) => rank === pair.bestRank && coverage.hasSupply(pair.need, channel))
			)
		}
		return weight === 0 ? [] : [{ persona, wants, gets, weight }]
	})
}

function noMix(): Record<MediaPart, number> {
	return { paid: 0, owned: 0, earned: 0, unsaid: 0, nowhere: 0 }
}

function spread(
	atlas: Atlas,
	mix: Record<MediaPart, number>,
	weight: number,
	channels: readonly PreferredChannel[]
): void {
	if (channels.length === 0) mix.nowhere += weight
	for (const { channel } of channels) mix[atlas.channels.get(channel)?.media ?? 'unsaid'] += weight / channels.length
}
