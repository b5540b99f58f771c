import { linkKey, type Atlas, type LinkTable, type NodeTable } from '../model/atlas.ts'
import { roleOfStage, type Stage } from '../model/fields.ts'
import type { FindingReference } from '../model/decision.ts'
import type { Delivers, Fulfils, Has, Prefers } from '../model/links.ts'
import { evidencedAtlas } from '../coverage/evidenced.ts'

/** One thing that the map says: a row of an entity or a link. */
export type Statement = Readonly<{ table: NodeTable | LinkTable; key: string }>

/** The links of an atlas by their ends. */
type Links = Readonly<{
	prefersOf: ReadonlyMap<string, readonly Prefers[]>
	hasOf: ReadonlyMap<string, readonly Has[]>
	hasFor: ReadonlyMap<string, readonly Has[]>
	fulfilsFor: ReadonlyMap<string, readonly Fulfils[]>
	fulfilsOf: ReadonlyMap<string, readonly Fulfils[]>
	deliversOf: ReadonlyMap<string, readonly Delivers[]>
}>

const known = new WeakMap<Atlas, Links>()
const none: readonly never[] = []

function linksOf(atlas: Atlas): Links {
	let links = known.get(atlas)
	if (links === undefined) {
		links = {
			prefersOf: Map.groupBy(atlas.prefers.values(), ({ from }) => from),
			hasOf: Map.groupBy(atlas.has.values(), ({ persona }) => persona),
			hasFor: Map.groupBy(atlas.has.values(), ({ need }) => need),
			fulfilsFor: Map.groupBy(atlas.fulfils.values(), ({ need }) => need),
			fulfilsOf: Map.groupBy(atlas.fulfils.values(), ({ product }) => product),
			deliversOf: Map.groupBy(atlas.delivers.values(), ({ product }) => product)
		}
		known.set(atlas, links)
	}
	return links
}

/** Collects statements, each once, in the order in which they are met. */
class Grounds {
	readonly #atlas: Atlas
	readonly #links: Links
	readonly #found = new Map<string, Statement>()

	constructor(atlas: Atlas) {
		this.#atlas = atlas
		this.#links = linksOf(atlas)
	}

	get statements(): Statement[] {
		return [...this.#found.values()]
	}

	add(table: Statement['table'], key: string): void {
		if (this.#atlas[table].has(key)) this.#found.set(`${table}/${key}`, { table, key })
	}

	/** The preferences that hold for a pair: the need's own where it has any, else the persona's. */
	preferences(persona: string, need: string): readonly Prefers[] {
		return this.#links.prefersOf.get(need) ?? this.#links.prefersOf.get(persona) ?? none
	}

	/** All that decides how a pair is served. `deliveries`: those everywhere, or on its preferred channels only. */
	addPair(persona: string, need: string, deliveries: 'all' | 'preferred'): void {
		this.addDemand(persona, need)
		const wanted = new Set(this.preferences(persona, need).map(({ channel }) => channel))
		for (const { product } of this.#links.fulfilsFor.get(need) ?? none) {
			this.add('fulfils', linkKey(product, need))
			this.add('products', product)
			this.addDeliveries(product, (channel) => deliveries === 'all' || wanted.has(channel))
		}
	}

	/** That a persona has a need, and where she wants it. `within` narrows the channels. */
	addDemand(persona: string, need: string, within: (channel: string) => boolean = () => true): void {
		this.add('personas', persona)
		this.add('needs', need)
		this.add('has', linkKey(persona, need))
		for (const { from, channel } of this.preferences(persona, need)) {
			if (!within(channel)) continue
			this.add('prefers', linkKey(from, channel))
			this.add('channels', channel)
		}
	}

	addDeliveries(product: string, within: (channel: string) => boolean = () => true): void {
		for (const { channel } of this.#links.deliversOf.get(product) ?? none) {
			if (!within(channel)) continue
			this.add('delivers', linkKey(product, channel))
			this.add('channels', channel)
		}
	}

	/** That a product is on a channel. */
	addDelivery(product: string, channel: string): void {
		this.add('products', product)
		this.add('channels', channel)
		this.add('delivers', linkKey(product, channel))
	}

	needsOfPersona(persona: string): readonly string[] {
		return (this.#links.hasOf.get(persona) ?? none).map(({ need }) => need)
	}

	personasWith(need: string): readonly string[] {
		return (this.#links.hasFor.get(need) ?? none).map(({ persona }) => persona)
	}

	needsOfProduct(product: string): readonly string[] {
		return (this.#links.fulfilsOf.get(product) ?? none).map(({ need }) => need)
	}

	productsFor(need: string): readonly string[] {
		return (this.#links.fulfilsFor.get(need) ?? none).map(({ product }) => product)
	}
}

const wayStages: readonly (Stage | undefined)[] = ['discover', 'explore', 'buy']

/**
 * The statements that a finding follows from, whatever the lens: were they all different, it could be another finding. What is gone is left out.
 * Only what is there can be a ground: that a delivery is missing shows in the other grounds staying as they are.
 */
export function groundsOf(atlas: Atlas, finding: FindingReference): Statement[] {
	const grounds = new Grounds(atlas)
	const { persona = '', need = '', product = '', channel = '', role } = finding
	switch (finding.kind) {
		case 'unmet':
		case 'undelivered':
		case 'off-channel':
		case 'second-choice':
		case 'unknown-preference':
			grounds.addPair(persona, need, 'all')
			break
		case 'missing-role':
		case 'unasked-role': {
			const hasRole = (one: string) => role !== undefined && (atlas.channels.get(one)?.roles.includes(role) ?? false)
			grounds.add('personas', persona)
			for (const one of grounds.needsOfPersona(persona)) {
				grounds.addDemand(persona, one, hasRole)
				const wanted = new Set(
					grounds
						.preferences(persona, one)
						.map((want) => want.channel)
						.filter(hasRole)
				)
				for (const offer of grounds.productsFor(one)) grounds.addDeliveries(offer, (where) => wanted.has(where))
			}
			break
		}
		case 'dead-end':
			grounds.add('personas', persona)
			for (const one of grounds.needsOfPersona(persona)) {
				if (wayStages.includes(atlas.needs.get(one)?.stage)) grounds.addPair(persona, one, 'preferred')
			}
			break
		case 'orphan-product':
			grounds.add('products', product)
			grounds.addDeliveries(product)
			for (const one of grounds.needsOfProduct(product)) {
				grounds.add('fulfils', linkKey(product, one))
				grounds.add('needs', one)
			}
			break
		case 'unasked-delivery':
		case 'shadowed-delivery':
			grounds.addDelivery(product, channel)
			for (const one of grounds.needsOfProduct(product)) {
				grounds.add('fulfils', linkKey(product, one))
				for (const who of grounds.personasWith(one)) {
					if (finding.kind === 'unasked-delivery') grounds.addDemand(who, one)
					else if (grounds.preferences(who, one).some((want) => want.channel === channel)) {
						grounds.addPair(who, one, 'preferred')
					}
				}
			}
			break
		case 'unsuitable-delivery':
			grounds.addDelivery(product, channel)
			break
		case 'duplicate-delivery': {
			const [first = '', second = ''] = finding.products ?? []
			grounds.addDelivery(first, channel)
			grounds.addDelivery(second, channel)
			const others = new Set(grounds.needsOfProduct(second))
			for (const shared of grounds.needsOfProduct(first).filter((one) => others.has(one))) {
				const wanting = grounds
					.personasWith(shared)
					.filter((who) => grounds.preferences(who, shared).some((want) => want.channel === channel))
				if (wanting.length === 0) continue
				grounds.add('fulfils', linkKey(first, shared))
				grounds.add('fulfils', linkKey(second, shared))
				for (const who of wanting) grounds.addDemand(who, shared, (one) => one === channel)
			}
			break
		}
		case 'idle-channel':
			grounds.add('channels', channel)
			break
	}
	return grounds.statements
}

/** The grounds of a finding that are assumptions: left out where only what is evidenced counts. */
export function assumptionsOf(atlas: Atlas, finding: FindingReference): Statement[] {
	const evidenced = evidencedAtlas(atlas)
	return groundsOf(atlas, finding).filter(({ table, key }) => !evidenced[table].has(key))
}

/** The role of the stage of a need; null where it is gone. */
export function roleOfNeed(atlas: Atlas, need: string) {
	const stage = atlas.needs.get(need)?.stage
	return stage === undefined ? null : roleOfStage[stage]
}
