import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { Kind, Stage } from '../model/fields.ts'
import { evidenceShare, type EvidenceShare } from './evidence-share.ts'
import { indexesOf, type Indexes } from './indexes.ts'
import { verdictOn, wantsByChannel, type LedgerRow } from './ledger.ts'
import { countsIn, type Lens } from './lens.ts'
import type { Pair, PairStatus, PreferredChannel } from './pair.ts'
import { preferencesBySource } from './preferences.ts'

/** A product that customers meet on a channel in the lens. */
export type LensDelivery = Readonly<{ product: string; channel: string }>

/** Who is served where, in one lens: everything that pages, findings and reports say about an atlas follows from this. */
export type Coverage = Readonly<{
	lens: Lens
	/** By persona, then need. */
	pairs: readonly Pair[]
	overall: Indexes
	/** Every persona, also those without needs. */
	personas: ReadonlyMap<string, Indexes>
	/** By the stage of the need. */
	stages: Readonly<Record<Stage, Indexes>>
	/** By the kind of the need. */
	kinds: Readonly<Record<Kind, Indexes>>
	/** A row for each channel, by id. */
	ledger: readonly LedgerRow[]
	/** The deliveries that count in the lens, by product, then channel. */
	deliveries: readonly LensDelivery[]
	evidence: EvidenceShare
	/** The products that answer the need and are delivered on the channel in the lens, by id. */
	supply(need: string, channel: string): readonly string[]
	/** Whether any product is in that supply. */
	hasSupply(need: string, channel: string): boolean
	/** Whether the product is delivered on the channel in the lens. */
	isDelivered(product: string, channel: string): boolean
	/** The products that answer the need, delivered or not, by id. */
	fulfilling(need: string): readonly string[]
	/** The needs that the product answers, had by a persona or not, by id. */
	needsOf(product: string): readonly string[]
	/** The channels that the product is delivered on in the lens, by id. */
	channelsOf(product: string): readonly string[]
	/** The pair of a persona and a need, or undefined where she has not that need. */
	pairOf(persona: string, need: string): Pair | undefined
	/** The pairs of a persona, by need. */
	pairsOfPersona(persona: string): readonly Pair[]
	/** The pairs about a need, by persona. */
	pairsOfNeed(need: string): readonly Pair[]
	/** What is wanted and done on a channel. */
	ledgerOf(channel: string): LedgerRow | undefined
}>

const none: readonly never[] = []

/** Adds to the list under a key; makes the list where there is none. */
function append<Entry>(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
	const list = lists.get(key)
	if (list === undefined) lists.set(key, [entry])
	else list.push(entry)
}

/** Puts every list in order of ids, whatever order the rows came in. */
function sorted(lists: Map<string, string[]>): Map<string, string[]> {
	for (const list of lists.values()) list.sort(byCodeUnit)
	return lists
}

/** The rule of section 4 of the model: the first status that holds. */
function statusOf(
	fulfilled: boolean,
	preferred: readonly PreferredChannel[],
	delivered: boolean,
	bestRank: number | null
): PairStatus {
	if (!fulfilled) return 'unmet'
	if (preferred.length === 0) return 'unknown'
	if (!delivered) return 'undelivered'
	if (bestRank === null) return 'off'
	return bestRank === 1 ? 'first' : 'second'
}

/**
 * Who is served where (model, section 4), in one lens. Pure; the atlas must not dangle.
 * A whole pass costs about as much as reading the links once, so nothing is kept from one atlas to the next.
 */
export function coverage(atlas: Atlas, lens: Lens): Coverage {
	const preferences = preferencesBySource(atlas)

	const productsOfNeed = new Map<string, string[]>()
	const needsOfProduct = new Map<string, string[]>()
	for (const { product, need } of atlas.fulfils.values()) {
		append(productsOfNeed, need, product)
		append(needsOfProduct, product, need)
	}
	sorted(productsOfNeed)
	sorted(needsOfProduct)

	const channelsOfProduct = new Map<string, string[]>()
	const productsOfChannel = new Map<string, string[]>()
	const delivered = new Map<string, Set<string>>()
	for (const { product, channel, status } of atlas.delivers.values()) {
		if (!countsIn(lens, status)) continue
		append(channelsOfProduct, product, channel)
		append(productsOfChannel, channel, product)
		const on = delivered.get(product)
		if (on === undefined) delivered.set(product, new Set([channel]))
		else on.add(channel)
	}
	sorted(channelsOfProduct)
	sorted(productsOfChannel)

	function isDelivered(product: string, channel: string): boolean {
		return delivered.get(product)?.has(channel) ?? false
	}
	// The answer to most questions is yes or no: lists are made only where somebody reads them.
	function hasSupply(need: string, channel: string): boolean {
		return productsOfNeed.get(need)?.some((product) => isDelivered(product, channel)) ?? false
	}
	function supply(need: string, channel: string): readonly string[] {
		return productsOfNeed.get(need)?.filter((product) => isDelivered(product, channel)) ?? none
	}

	const pairs: Pair[] = []
	const pairsOfPersona = new Map<string, Pair[]>()
	const pairsOfNeed = new Map<string, Pair[]>()
	const demands = [...atlas.has.values()].sort(
		(left, right) => byCodeUnit(left.persona, right.persona) || byCodeUnit(left.need, right.need)
	)
	for (const { persona, need, importance } of demands) {
		const preferred = preferences.get(need) ?? preferences.get(persona) ?? none
		// Preferred channels come by rank, so the first with supply has the best.
		const best = preferred.find(({ channel }) => hasSupply(need, channel))
		const products = productsOfNeed.get(need) ?? none
		const bestRank = best?.rank ?? null
		const pair: Pair = {
			persona,
			need,
			weight: (atlas.personas.get(persona)?.share ?? 1) * importance,
			status: statusOf(
				products.length > 0,
				preferred,
				products.some((product) => delivered.has(product)),
				bestRank
			),
			bestRank,
			preferred
		}
		pairs.push(pair)
		append(pairsOfPersona, persona, pair)
		append(pairsOfNeed, need, pair)
	}

	const pairsOfStage: Record<Stage, Pair[]> = { discover: [], explore: [], buy: [], use: [], share: [] }
	const pairsOfKind: Record<Kind, Pair[]> = { information: [], advice: [], product: [] }
	for (const pair of pairs) {
		const need = atlas.needs.get(pair.need)
		if (need === undefined) continue
		pairsOfStage[need.stage].push(pair)
		pairsOfKind[need.kind].push(pair)
	}

	const wants = wantsByChannel(pairs)
	const ledger = new Map<string, LedgerRow>()
	for (const channel of [...atlas.channels.keys()].sort(byCodeUnit)) {
		const wanted = wants.get(channel) ?? none
		const products = productsOfChannel.get(channel) ?? none
		const verdict = verdictOn(wanted, products, (need) => hasSupply(need, channel))
		ledger.set(channel, { channel, verdict, wanted, products })
	}

	const personas = [...atlas.personas.keys()].sort(byCodeUnit)
	return {
		lens,
		pairs,
		overall: indexesOf(pairs),
		personas: new Map(personas.map((persona) => [persona, indexesOf(pairsOfPersona.get(persona) ?? none)])),
		stages: {
			discover: indexesOf(pairsOfStage.discover),
			explore: indexesOf(pairsOfStage.explore),
			buy: indexesOf(pairsOfStage.buy),
			use: indexesOf(pairsOfStage.use),
			share: indexesOf(pairsOfStage.share)
		},
		kinds: {
			information: indexesOf(pairsOfKind.information),
			advice: indexesOf(pairsOfKind.advice),
			product: indexesOf(pairsOfKind.product)
		},
		ledger: [...ledger.values()],
		deliveries: [...channelsOfProduct.keys()]
			.sort(byCodeUnit)
			.flatMap((product) => (channelsOfProduct.get(product) ?? none).map((channel) => ({ product, channel }))),
		evidence: evidenceShare(atlas),
		supply,
		hasSupply,
		isDelivered,
		fulfilling: (need) => productsOfNeed.get(need) ?? none,
		needsOf: (product) => needsOfProduct.get(product) ?? none,
		channelsOf: (product) => channelsOfProduct.get(product) ?? none,
		pairOf: (persona, need) => pairsOfNeed.get(need)?.find((pair) => pair.persona === persona),
		pairsOfPersona: (persona) => pairsOfPersona.get(persona) ?? none,
		pairsOfNeed: (need) => pairsOfNeed.get(need) ?? none,
		ledgerOf: (channel) => ledger.get(channel)
	}
}
