import type { Coverage } from '../coverage/coverage.ts'
import type { Pair } from '../coverage/pair.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Finding } from './finding.ts'

/** Ids along the links of the map: persona → need → product → channel, or a part of it; persona → need → channel is a wish. */
export type Path = readonly string[]

/** The ways by which a need is answered now: to each product, and on to each channel that it is delivered on. */
function answers(coverage: Coverage, { persona, need }: Pair): Path[] {
	const products = coverage.fulfilling(need)
	if (products.length === 0) return [[persona, need]]
	return products.flatMap((product): Path[] => {
		const channels = coverage.channelsOf(product)
		if (channels.length === 0) return [[persona, need, product]]
		return channels.map((channel) => [persona, need, product, channel])
	})
}

/** The channels that a pair wants and has not: those before its best. */
function wishes({ persona, need, preferred, bestRank }: Pair): Path[] {
	return preferred
		.filter(({ rank }) => bestRank === null || rank < bestRank)
		.map(({ channel }) => [persona, need, channel])
}

/** The paths on the map that a finding is about, for highlighting and for its sentence. At least one id each; most telling first. */
export function pathsOf(atlas: Atlas, coverage: Coverage, finding: Finding): Path[] {
	const { persona = '', need = '', product = '', channel = '', role } = finding
	switch (finding.kind) {
		case 'unmet':
		case 'undelivered':
		case 'off-channel':
		case 'second-choice':
		case 'unknown-preference': {
			const pair = coverage.pairOf(persona, need)
			return pair === undefined ? [[persona, need]] : [...answers(coverage, pair), ...wishes(pair)]
		}
		case 'missing-role':
			return coverage
				.pairsOfPersona(persona)
				.flatMap((pair) =>
					pair.preferred
						.filter((want) => role !== undefined && atlas.channels.get(want.channel)?.roles.includes(role))
						.map((want) => [persona, pair.need, want.channel])
				)
		case 'dead-end':
			return coverage
				.pairsOfPersona(persona)
				.filter((pair) => ['discover', 'explore', 'buy'].includes(atlas.needs.get(pair.need)?.stage ?? ''))
				.flatMap((pair) => answers(coverage, pair))
		case 'unasked-role':
			return [[persona]]
		case 'orphan-product': {
			const channels = coverage.channelsOf(product)
			return channels.length === 0 ? [[product]] : channels.map((where) => [product, where])
		}
		case 'unasked-delivery':
		case 'shadowed-delivery': {
			const needs = coverage.needsOf(product).filter((one) => coverage.pairsOfNeed(one).length > 0)
			return needs.map((one) => [one, product, channel])
		}
		case 'unsuitable-delivery':
			return [[product, channel]]
		case 'duplicate-delivery':
			return (finding.products ?? []).flatMap((one) => (finding.needs ?? []).map((wanted) => [wanted, one, channel]))
		case 'idle-channel':
			return [[channel]]
	}
}
