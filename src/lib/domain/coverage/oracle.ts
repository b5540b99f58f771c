// Test support: sections 4 and 5 of the model once more, slowly and word by word, to compare the product's analysis with.
// It shares no code with it: every question is answered anew from the links, by looking at all of them.
import type { Atlas } from '../model/atlas.ts'
import type { Lens } from './lens.ts'

type Delivery = { product: string; channel: string }
type OraclePair = { persona: string; need: string; status: string; weight: number; bestRank: number | null }
type OracleFinding = {
	kind: string
	priority: number
	persona?: string
	need?: string
	role?: string
	product?: string
	products?: string[]
	channel?: string
	needs?: string[]
}
type OracleIndexes = { served: number | null; firstChoice: number | null }

/** What the oracle says, in the shape of a coverage report. */
export type OracleReport = {
	lens: Lens
	served: number | null
	firstChoice: number | null
	weight: number
	unknown: number
	pairs: OraclePair[]
	ledger: {
		channel: string
		verdict: string
		wanted: { persona: string; need: string; rank: number }[]
		products: string[]
	}[]
	findings: OracleFinding[]
	alone: Delivery[]
	personas: Record<string, OracleIndexes>
	stages: Record<string, OracleIndexes>
	kinds: Record<string, OracleIndexes>
}

const kindOrder =
	'unmet undelivered off-channel second-choice missing-role dead-end unknown-preference unasked-role orphan-product unasked-delivery unsuitable-delivery duplicate-delivery shadowed-delivery idle-channel'.split(
		' '
	)

/** Asks every question of one atlas in one lens. */
export class Oracle {
	readonly atlas: Atlas
	readonly lens: Lens

	constructor(atlas: Atlas, lens: Lens) {
		this.atlas = atlas
		this.lens = lens
	}

	deliveries(): Delivery[] {
		return [...this.atlas.delivers.values()]
			.filter(({ status }) =>
				this.lens === 'today' ? status === 'live' || status === 'retiring' : status === 'live' || status === 'planned'
			)
			.map(({ product, channel }) => ({ product, channel }))
			.sort((a, b) => code(a.product, b.product) || code(a.channel, b.channel))
	}

	demands(): { persona: string; need: string }[] {
		return [...this.atlas.has.values()]
			.map(({ persona, need }) => ({ persona, need }))
			.sort((a, b) => code(a.persona, b.persona) || code(a.need, b.need))
	}

	weight(persona: string, need: string): number {
		const share = this.atlas.personas.get(persona)?.share ?? null
		const has = [...this.atlas.has.values()].find((link) => link.persona === persona && link.need === need)
		return (share === null ? 1 : share) * (has?.importance ?? Number.NaN)
	}

	/** The need's own links where it has any, else the persona's; ranks counted densely within the source. */
	preferred(persona: string, need: string): { channel: string; rank: number }[] {
		const all = [...this.atlas.prefers.values()]
		const own = all.filter(({ from }) => from === need)
		const links = own.length > 0 ? own : all.filter(({ from }) => from === persona)
		const ranks = [...new Set(links.map(({ rank }) => rank))].sort((a, b) => a - b)
		return links.map(({ channel, rank }) => ({ channel, rank: 1 + ranks.indexOf(rank) }))
	}

	fulfilling(need: string): string[] {
		return [...this.atlas.fulfils.values()].filter((link) => link.need === need).map(({ product }) => product)
	}

	supply(need: string, channel: string, deliveries: Delivery[] = this.deliveries()): string[] {
		return this.fulfilling(need).filter((product) =>
			deliveries.some((delivery) => delivery.product === product && delivery.channel === channel)
		)
	}

	bestRank(persona: string, need: string, deliveries: Delivery[] = this.deliveries()): number | null {
		const ranks = this.preferred(persona, need)
			.filter(({ channel }) => this.supply(need, channel, deliveries).length > 0)
			.map(({ rank }) => rank)
		return ranks.length === 0 ? null : Math.min(...ranks)
	}

	status(persona: string, need: string): string {
		if (this.fulfilling(need).length === 0) return 'unmet'
		if (this.preferred(persona, need).length === 0) return 'unknown'
		const delivered = this.fulfilling(need).some((product) => this.deliveries().some((one) => one.product === product))
		if (!delivered) return 'undelivered'
		const best = this.bestRank(persona, need)
		if (best === null) return 'off'
		return best > 1 ? 'second' : 'first'
	}

	pairs(): OraclePair[] {
		return this.demands().map(({ persona, need }) => ({
			persona,
			need,
			status: this.status(persona, need),
			weight: this.weight(persona, need),
			bestRank: this.bestRank(persona, need)
		}))
	}

	/** The deliveries whose removal alone changes no pair's best rank. */
	alone(): Delivery[] {
		const all = this.deliveries()
		return all.filter((gone) =>
			this.isSafe(
				all.filter((one) => one !== gone),
				all
			)
		)
	}

	isSafe(left: Delivery[], all: Delivery[] = this.deliveries()): boolean {
		return this.demands().every(
			({ persona, need }) => this.bestRank(persona, need, left) === this.bestRank(persona, need, all)
		)
	}

	/** The largest total effort of a set that can go at once, by trying every set. */
	largestEffort(): number {
		const all = this.deliveries()
		// Best ranks by preference and fulfilment alone would be asked 2^n times: what decides is which deliveries a pair's best channels have.
		const sets = this.demands().flatMap(({ persona, need }) => {
			const best = this.bestRank(persona, need, all)
			if (best === null) return []
			const channels = this.preferred(persona, need)
				.filter(({ rank }) => rank === best)
				.map(({ channel }) => channel)
			return [
				all.reduce(
					(bits, { product, channel }, at) =>
						channels.includes(channel) && this.fulfilling(need).includes(product) ? bits | (1 << at) : bits,
					0
				)
			]
		})
		let largest = 0
		for (let gone = 0; gone < 1 << all.length; gone += 1) {
			if (sets.some((set) => (set & ~gone) === 0)) continue
			let effort = 0
			for (const [at, { channel }] of all.entries()) if (gone & (1 << at)) effort += this.effort(channel)
			largest = Math.max(largest, effort)
		}
		return largest
	}

	effort(channel: string): number {
		return this.atlas.channels.get(channel)?.effort ?? Number.NaN
	}

	indexes(pairs: OraclePair[]): OracleIndexes {
		const known = pairs.filter(({ status }) => status !== 'unknown')
		if (known.length === 0) return { served: null, firstChoice: null }
		const all = sum(known)
		return {
			served: sum(known.filter(({ status }) => status === 'first' || status === 'second')) / all,
			firstChoice: sum(known.filter(({ status }) => status === 'first')) / all
		}
	}

	ledger(): OracleReport['ledger'] {
		return [...this.atlas.channels.keys()].sort(code).map((channel) => {
			const wanted = this.demands()
				.flatMap(({ persona, need }) =>
					this.preferred(persona, need)
						.filter((preference) => preference.channel === channel)
						.map(({ rank }) => ({ persona, need, rank }))
				)
				.sort((a, b) => a.rank - b.rank || code(a.persona, b.persona) || code(a.need, b.need))
			const products = this.deliveries()
				.filter((one) => one.channel === channel)
				.map(({ product }) => product)
				.sort(code)
			return { channel, verdict: this.verdict(channel, wanted, products.length), wanted, products }
		})
	}

	verdict(channel: string, wanted: { need: string; rank: number }[], deliveries: number): string {
		const hasSupply = ({ need }: { need: string }) => this.supply(need, channel).length > 0
		if (wanted.length === 0 && deliveries === 0) return 'idle'
		if (deliveries > 0 && wanted.length === 0) return 'unwanted'
		if (wanted.length > 0 && deliveries === 0) return 'unused'
		if (wanted.every((want) => !hasSupply(want))) return 'wrong-offer'
		if (wanted.every(({ rank }) => rank !== 1)) return 'fallback'
		if (wanted.some((want) => want.rank === 1 && !hasSupply(want))) return 'short'
		return 'balanced'
	}

	findings(): OracleFinding[] {
		const pairs = this.pairs()
		const found: OracleFinding[] = []
		const severities: Record<string, [string, number]> = {
			unmet: ['unmet', 1],
			undelivered: ['undelivered', 0.9],
			off: ['off-channel', 0.7],
			second: ['second-choice', 0.3]
		}
		for (const { persona, need, status, weight } of pairs) {
			const [kind, severity] = severities[status] ?? ['', 0]
			if (kind !== '') found.push({ kind, priority: weight * severity, persona, need })
			if (status === 'unknown') found.push({ kind: 'unknown-preference', priority: weight, persona, need })
		}
		for (const persona of this.atlas.personas.keys()) found.push(...this.findingsOfPersona(pairs, persona))
		for (const product of this.atlas.products.keys()) {
			const isOrphan = !pairs.some(({ need }) => this.fulfilling(need).includes(product))
			if (!isOrphan) continue
			const channels = this.deliveries().filter((one) => one.product === product)
			const priority = channels.reduce((total, { channel }) => total + this.effort(channel), 0)
			found.push({ kind: 'orphan-product', priority, product })
		}
		for (const { product, channel } of this.deliveries())
			found.push(...this.findingsOfDelivery(pairs, product, channel))
		for (const channel of this.atlas.channels.keys()) found.push(...this.duplicatesOn(pairs, channel))
		for (const { channel, verdict } of this.ledger()) {
			if (verdict === 'idle') found.push({ kind: 'idle-channel', priority: 0, channel })
		}
		return found.sort(
			(a, b) =>
				b.priority - a.priority ||
				kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
				code(a.persona ?? '', b.persona ?? '') ||
				code(a.need ?? '', b.need ?? '') ||
				code(a.role ?? '', b.role ?? '') ||
				code(a.product ?? '', b.product ?? '') ||
				code(a.products?.[0] ?? '', b.products?.[0] ?? '') ||
				code(a.products?.[1] ?? '', b.products?.[1] ?? '') ||
				code(a.channel ?? '', b.channel ?? '')
		)
	}

	findingsOfPersona(all: OraclePair[], persona: string): OracleFinding[] {
		const found: OracleFinding[] = []
		const pairs = all.filter((pair) => pair.persona === persona)
		if (pairs.length === 0) return found
		for (const role of ['reach', 'depth', 'relationship'] as const) {
			const withRole = (need: string) =>
				this.preferred(persona, need).filter(({ channel }) => this.atlas.channels.get(channel)?.roles.includes(role))
			const served = pairs.some(({ need }) =>
				withRole(need).some(({ channel }) => this.supply(need, channel).length > 0)
			)
			if (served) continue
			const asking = pairs.filter(({ need }) => withRole(need).length > 0)
			if (asking.length > 0) found.push({ kind: 'missing-role', priority: sum(asking), persona, role })
			else found.push({ kind: 'unasked-role', priority: 0, persona, role })
		}
		const stage = (need: string) => this.atlas.needs.get(need)?.stage
		const isServed = ({ status }: OraclePair) => status === 'first' || status === 'second'
		const next = pairs.filter(({ need }) => stage(need) === 'explore' || stage(need) === 'buy')
		if (
			pairs.some((pair) => stage(pair.need) === 'discover' && isServed(pair)) &&
			next.length > 0 &&
			next.every((pair) => !isServed(pair))
		) {
			found.push({ kind: 'dead-end', priority: sum(next), persona })
		}
		return found
	}

	findingsOfDelivery(pairs: OraclePair[], product: string, channel: string): OracleFinding[] {
		const found: OracleFinding[] = []
		const priority = this.effort(channel)
		const asking = pairs.filter(({ need }) => this.fulfilling(need).includes(product))
		const rankOf = (pair: OraclePair) =>
			this.preferred(pair.persona, pair.need).find((preference) => preference.channel === channel)?.rank
		if (
			asking.length > 0 &&
			asking.every((pair) => this.preferred(pair.persona, pair.need).length > 0 && rankOf(pair) === undefined)
		) {
			found.push({ kind: 'unasked-delivery', priority, product, channel })
		}
		const carries = this.atlas.channels.get(channel)?.carries ?? []
		const kind = this.atlas.products.get(product)?.kind
		if (carries.length > 0 && !carries.some((one) => one === kind)) {
			found.push({ kind: 'unsuitable-delivery', priority, product, channel })
		}
		const wanting = asking.filter((pair) => rankOf(pair) !== undefined)
		if (
			wanting.length > 0 &&
			wanting.every((pair) => pair.bestRank !== null && pair.bestRank < (rankOf(pair) ?? Number.NaN))
		) {
			found.push({ kind: 'shadowed-delivery', priority: 0, product, channel })
		}
		return found
	}

	duplicatesOn(pairs: OraclePair[], channel: string): OracleFinding[] {
		const found: OracleFinding[] = []
		const there = this.deliveries()
			.filter((one) => one.channel === channel)
			.map(({ product }) => product)
		for (const one of there) {
			for (const other of there) {
				if (code(one, other) >= 0) continue
				const needs = [...this.atlas.needs.keys()]
					.filter((need) => this.fulfilling(need).includes(one) && this.fulfilling(need).includes(other))
					.filter((need) =>
						pairs.some(
							(pair) =>
								pair.need === need &&
								this.preferred(pair.persona, need).some((preference) => preference.channel === channel)
						)
					)
					.sort(code)
				if (needs.length === 0) continue
				found.push({
					kind: 'duplicate-delivery',
					priority: this.effort(channel),
					products: [one, other],
					channel,
					needs
				})
			}
		}
		return found
	}

	report(): OracleReport {
		const pairs = this.pairs()
		const needOf = (pair: OraclePair) => this.atlas.needs.get(pair.need)
		const by = (names: readonly string[], has: (pair: OraclePair, name: string) => boolean) =>
			Object.fromEntries(names.map((name) => [name, this.indexes(pairs.filter((pair) => has(pair, name)))]))
		return {
			lens: this.lens,
			...this.indexes(pairs),
			weight: sum(pairs.filter(({ status }) => status !== 'unknown')),
			unknown: pairs.filter(({ status }) => status === 'unknown').length,
			pairs,
			ledger: this.ledger(),
			findings: this.findings(),
			alone: this.alone(),
			personas: by([...this.atlas.personas.keys()], (pair, persona) => pair.persona === persona),
			stages: by(['discover', 'explore', 'buy', 'use', 'share'], (pair, stage) => needOf(pair)?.stage === stage),
			kinds: by(['information', 'advice', 'product'], (pair, kind) => needOf(pair)?.kind === kind)
		}
	}
}

function code(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0
}

function sum(pairs: OraclePair[]): number {
	return pairs.reduce((total, { weight }) => total + weight, 0)
}
