import type { Coverage } from '../coverage/coverage.ts'
import { isServed, type Pair } from '../coverage/pair.ts'
import { byCodeUnit, linkKey, type Atlas } from '../model/atlas.ts'
import { roleOfStage, type Role } from '../model/fields.ts'
import { canCarry } from './carries.ts'
import type { Finding } from './finding.ts'
import {
	addProductFix,
	deliverFix,
	fulfilFix,
	preferFix,
	removeChannelFix,
	removeProductFix,
	stopFix,
	type Fix
} from './fix.ts'

/** How many existing things are offered where any would do: a short list is read, a long one is not. */
const choices = 5

const none: readonly never[] = []

function present<Entry>(entries: readonly (Entry | null | undefined)[]): Entry[] {
	return entries.filter((entry) => entry !== null && entry !== undefined)
}

/** Drops fixes that would do the same again; two pairs may need one and the same delivery. */
function distinct(fixes: readonly Fix[]): Fix[] {
	const seen = new Map<string, Fix>()
	for (const fix of fixes) {
		const key = JSON.stringify([fix.change, fix.input])
		if (!seen.has(key)) seen.set(key, fix)
	}
	return [...seen.values()]
}

/**
 * What would serve a pair better than now: each product that answers the need, on the best preferred channel that can carry it,
 * the best channel first. `allowed` narrows the channels, for findings about a role.
 */
export function servingFixes(
	atlas: Atlas,
	coverage: Coverage,
	pair: Pair,
	allowed: (channel: string) => boolean = () => true
): Fix[] {
	const better = pair.preferred.filter(
		({ channel, rank }) => (pair.bestRank === null || rank < pair.bestRank) && allowed(channel)
	)
	return coverage
		.fulfilling(pair.need)
		.flatMap((product) => {
			const best = better.find(({ channel }) => canCarry(atlas, channel, product))
			const fix = best && deliverFix(atlas, coverage.lens, product, best.channel)
			return best && fix ? [{ rank: best.rank, fix: { ...fix, persona: pair.persona, need: pair.need } }] : []
		})
		.sort((left, right) => left.rank - right.rank)
		.map(({ fix }) => fix)
}

/** What would answer a need that nothing answers: products of its kind, those on a preferred channel first; or a new one. */
function answeringFixes(atlas: Atlas, coverage: Coverage, pair: Pair): Fix[] {
	const kind = atlas.needs.get(pair.need)?.kind
	const far = Number.MAX_SAFE_INTEGER
	const fitting = [...atlas.products.values()]
		.filter((product) => product.kind === kind)
		.map(({ id }) => {
			const met = pair.preferred.find(({ channel }) => coverage.isDelivered(id, channel))
			return { id, rank: met?.rank ?? far }
		})
		.sort((left, right) => left.rank - right.rank || byCodeUnit(left.id, right.id))
		.slice(0, choices)
	return present([...fitting.map(({ id }) => fulfilFix(id, pair.need)), addProductFix(atlas, pair.need)])
}

/** What would help a pair, whatever its status. */
function pairFixes(
	atlas: Atlas,
	coverage: Coverage,
	pair: Pair | undefined,
	allowed?: (channel: string) => boolean
): Fix[] {
	if (pair === undefined) return []
	if (pair.status === 'unmet') return answeringFixes(atlas, coverage, pair)
	if (pair.status === 'unknown') return preferenceFixes(atlas, coverage, pair)
	const serving = servingFixes(atlas, coverage, pair, allowed)
	// No product that answers the need fits any channel wanted: another product of the need's own kind may.
	return serving.length > 0 ? serving : present([addProductFix(atlas, pair.need)])
}

/** Where a need could be said to be wanted: channels that serve it already, else those that fit its stage. A guess to be confirmed. */
function preferenceFixes(atlas: Atlas, coverage: Coverage, pair: Pair): Fix[] {
	const channels = [...atlas.channels.keys()].sort(byCodeUnit)
	const serving = channels.filter((channel) => coverage.hasSupply(pair.need, channel))
	const stage = atlas.needs.get(pair.need)?.stage
	const fitting = channels.filter(
		(channel) => stage !== undefined && atlas.channels.get(channel)?.roles.includes(roleOfStage[stage])
	)
	// A preference of the need itself would replace what other personas with this need prefer in general.
	const of = coverage.pairsOfNeed(pair.need).every(({ preferred }) => preferred.length === 0) ? 'need' : 'persona'
	return (serving.length > 0 ? serving : fitting).slice(0, choices).map((channel) => preferFix(pair, of, channel))
}

/** Where a persona could be asked about a role: her needs of that role's stages, on the channels that have it. A guess to be confirmed. */
function roleFixes(atlas: Atlas, coverage: Coverage, persona: string, role: Role): Fix[] {
	const channels = [...atlas.channels.values()]
		.filter(({ roles }) => roles.includes(role))
		.map(({ id }) => id)
		.sort(byCodeUnit)
	const pairs = coverage.pairsOfPersona(persona).filter(({ need }) => {
		const stage = atlas.needs.get(need)?.stage
		return stage !== undefined && roleOfStage[stage] === role
	})
	return distinct(
		pairs.flatMap((pair) => {
			// Only a need that has preferences of its own gets one more: a first one would replace what its personas prefer in general.
			const own = pair.preferred.some(({ channel }) => atlas.prefers.has(linkKey(pair.need, channel)))
			return channels.map((channel) => preferFix(pair, own ? 'need' : 'persona', channel))
		})
	).slice(0, choices)
}

/** Stops of deliveries, those first that no pair would miss. */
function stopFixes(atlas: Atlas, coverage: Coverage, products: readonly string[], channels: readonly string[]): Fix[] {
	const stops = present(products.flatMap((product) => channels.map((channel) => stopFix(atlas, product, channel))))
	const missed = (fix: Fix) => servedBy(coverage, fix.product ?? '', fix.channel ?? '')
	return stops
		.map((fix) => ({ fix, missed: missed(fix) }))
		.sort((left, right) => left.missed - right.missed)
		.map(({ fix }) => fix)
}

/** The weight of the pairs whose best channel this is and which only this delivery serves there. */
function servedBy(coverage: Coverage, product: string, channel: string): number {
	let weight = 0
	for (const need of coverage.needsOf(product)) {
		for (const pair of coverage.pairsOfNeed(need)) {
			const isBest = pair.preferred.some((want) => want.channel === channel && want.rank === pair.bestRank)
			if (isBest && coverage.supply(need, channel).length === 1) weight += pair.weight
		}
	}
	return weight
}

/** What can be done about a finding with one click, the best first; empty where only people can decide. `coverage` must be of the same atlas. */
export function fixesOf(atlas: Atlas, coverage: Coverage, finding: Finding): Fix[] {
	const { persona = '', need = '', product = '', channel = '', role } = finding
	const hasRole = (one: string) => role !== undefined && (atlas.channels.get(one)?.roles.includes(role) ?? false)
	switch (finding.kind) {
		case 'unmet':
		case 'undelivered':
		case 'off-channel':
		case 'second-choice':
		case 'unknown-preference':
			return pairFixes(atlas, coverage, coverage.pairOf(persona, need))
		case 'missing-role':
			return distinct(
				coverage
					.pairsOfPersona(persona)
					.filter(({ preferred }) => preferred.some(({ channel }) => hasRole(channel)))
					.flatMap((pair) => roleServingFixes(atlas, coverage, pair, hasRole))
			)
		case 'dead-end':
			return distinct(
				coverage
					.pairsOfPersona(persona)
					.filter((pair) => !isServed(pair) && isNextStep(atlas, pair))
					.flatMap((pair) => pairFixes(atlas, coverage, pair))
			)
		case 'unasked-role':
			return role === undefined ? [] : roleFixes(atlas, coverage, persona, role)
		case 'orphan-product':
			return [...stopFixes(atlas, coverage, [product], coverage.channelsOf(product)), removeProductFix(product)]
		case 'unasked-delivery':
		case 'unsuitable-delivery':
		case 'shadowed-delivery':
			return stopFixes(atlas, coverage, [product], [channel])
		case 'duplicate-delivery':
			return stopFixes(atlas, coverage, finding.products ?? none, [channel])
		case 'idle-channel':
			return [removeChannelFix(channel)]
	}
}

/** Deliveries on the channels of a role, also for a pair that is served elsewhere as well or better: the role is what is missing. */
function roleServingFixes(atlas: Atlas, coverage: Coverage, pair: Pair, hasRole: (channel: string) => boolean): Fix[] {
	return pairFixes(atlas, coverage, pair.status === 'unmet' ? pair : { ...pair, bestRank: null }, hasRole)
}

function isNextStep(atlas: Atlas, pair: Pair): boolean {
	const stage = atlas.needs.get(pair.need)?.stage
	return stage === 'explore' || stage === 'buy'
}
