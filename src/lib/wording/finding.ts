import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { entityTables, type Atlas } from '#lib/domain/model/atlas.ts'
import type { FindingKind } from '#lib/domain/model/finding-kind.ts'
import { m } from '#lib/paraglide/messages.js'
import { kindLabel, roleLabel } from './labels.ts'
import { listText } from './list.ts'

/** The name of any entity; the id where it is gone. */
export function nameOf(atlas: Atlas, id: string): string {
	for (const table of entityTables) {
		const row = atlas[table].get(id)
		if (row && 'name' in row) return row.name
	}
	return id
}

/**
 * One sentence in the user's language that says what is wrong, for whom, by which path (need, product, channel).
 * `coverage` must be that of the atlas in which the finding was found.
 */
export function findingText(atlas: Atlas, coverage: Coverage, finding: Finding): string {
	return sentences[finding.kind](new Subject(atlas, coverage, finding))
}

const sentences: Readonly<Record<FindingKind, (about: Subject) => string>> = {
	unmet: (about) => m.finding_unmet({ persona: about.persona, need: about.need }),
	undelivered: (about) =>
		m.finding_undelivered({ persona: about.persona, need: about.need, products: listText(about.fulfilling) }),
	'off-channel': (about) =>
		m.finding_off_channel({
			persona: about.persona,
			need: about.need,
			wanted: listText(about.wanted),
			products: listText(about.fulfilling),
			elsewhere: listText(about.elsewhere)
		}),
	'second-choice': (about) =>
		m.finding_second_choice({
			persona: about.persona,
			need: about.need,
			got: listText(about.got),
			products: listText(about.suppliers),
			first: listText(about.firstChoices)
		}),
	'missing-role': (about) =>
		m.finding_missing_role({ persona: about.persona, role: about.role, channels: listText(about.channelsWithRole) }),
	'dead-end': (about) => m.finding_dead_end({ persona: about.persona }),
	'unknown-preference': (about) => m.finding_unknown_preference({ persona: about.persona, need: about.need }),
	'unasked-role': (about) => m.finding_unasked_role({ persona: about.persona, role: about.role }),
	'orphan-product': (about) => m.finding_orphan_product({ product: about.product }),
	'unasked-delivery': (about) => m.finding_unasked_delivery({ product: about.product, channel: about.channel }),
	'unsuitable-delivery': (about) =>
		m.finding_unsuitable_delivery({
			product: about.product,
			channel: about.channel,
			carries: listText(about.carries),
			kind: about.productKind
		}),
	'duplicate-delivery': (about) =>
		m.finding_duplicate_delivery({
			products: listText(about.products),
			needs: listText(about.needs),
			channel: about.channel
		}),
	'shadowed-delivery': (about) => m.finding_shadowed_delivery({ product: about.product, channel: about.channel }),
	'idle-channel': (about) => m.finding_idle_channel({ channel: about.channel })
}

/** The names that a finding's sentence needs, each found when it is asked for. */
class Subject {
	readonly #atlas: Atlas
	readonly #coverage: Coverage
	readonly #finding: Finding

	constructor(atlas: Atlas, coverage: Coverage, finding: Finding) {
		this.#atlas = atlas
		this.#coverage = coverage
		this.#finding = finding
	}

	#name(id: string | undefined): string {
		return id === undefined ? '' : nameOf(this.#atlas, id)
	}

	#names(ids: Iterable<string>): string[] {
		return [...new Set(ids)].map((id) => this.#name(id))
	}

	get #pair() {
		const { persona, need } = this.#finding
		return persona !== undefined && need !== undefined ? this.#coverage.pairOf(persona, need) : undefined
	}

	get persona() {
		return this.#name(this.#finding.persona)
	}
	get need() {
		return m.quote_name({ name: this.#name(this.#finding.need) })
	}
	get needs() {
		return this.#names(this.#finding.needs ?? []).map((name) => m.quote_name({ name }))
	}
	get product() {
		return this.#name(this.#finding.product)
	}
	get products() {
		return this.#names(this.#finding.products ?? [])
	}
	get channel() {
		return this.#name(this.#finding.channel)
	}
	get role() {
		return this.#finding.role ? roleLabel[this.#finding.role]() : ''
	}
	get productKind() {
		const product = this.#atlas.products.get(this.#finding.product ?? '')
		return product ? kindLabel[product.kind]() : ''
	}
	get carries() {
		const channel = this.#atlas.channels.get(this.#finding.channel ?? '')
		return (channel?.carries ?? []).map((kind) => kindLabel[kind]())
	}
	/** Products that answer the need. */
	get fulfilling() {
		return this.#names(this.#coverage.fulfilling(this.#finding.need ?? ''))
	}
	/** Channels that the pair prefers. */
	get wanted() {
		return this.#names((this.#pair?.preferred ?? []).map(({ channel }) => channel))
	}
	get firstChoices() {
		return this.#names((this.#pair?.preferred ?? []).filter(({ rank }) => rank === 1).map(({ channel }) => channel))
	}
	/** Channels on which the pair is served best. */
	get #best() {
		const pair = this.#pair
		if (!pair) return []
		return pair.preferred
			.filter(({ rank, channel }) => rank === pair.bestRank && this.#coverage.supply(pair.need, channel).length > 0)
			.map(({ channel }) => channel)
	}
	get got() {
		return this.#names(this.#best)
	}
	get suppliers() {
		return this.#names(this.#best.flatMap((channel) => [...this.#coverage.supply(this.#pair?.need ?? '', channel)]))
	}
	/** Channels on which the need is delivered, wanted there or not. */
	get elsewhere() {
		return this.#names(
			this.#coverage.fulfilling(this.#finding.need ?? '').flatMap((product) => [...this.#coverage.channelsOf(product)])
		)
	}
	/** The persona's preferred channels that have the role of the finding. */
	get channelsWithRole() {
		const { persona, role } = this.#finding
		if (persona === undefined || role === undefined) return []
		return this.#names(
			this.#coverage
				.pairsOfPersona(persona)
				.flatMap((pair) => pair.preferred.map(({ channel }) => channel))
				.filter((channel) => this.#atlas.channels.get(channel)?.roles.includes(role))
		)
	}
}
