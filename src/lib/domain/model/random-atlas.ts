// Test support: atlases at random, the same ones for the same seed.
import { emptyAtlas, linkKey, tableSchemas, type Atlas, type Rows, type TableName } from './atlas.ts'
import { seededRandom } from '../seeded-random.ts'
import { findingKinds } from './finding-kind.ts'
import { kinds, roles, stages } from './fields.ts'
import { deliveryStatuses } from './links.ts'

/** The most of each thing in a random atlas, and whether all its fields are filled with texts that break careless programs. */
export type RandomAtlasOptions = Readonly<{
	personas?: number
	needs?: number
	channels?: number
	products?: number
	/** Deliveries of a product, on average, at the most. */
	deliveries?: number
	/** Exactly as many of each thing as said, instead of up to as many. */
	full?: boolean
	oddTexts?: boolean
}>

const oddTexts = [
	'plain',
	'<img src=x onerror=alert(1)>',
	'=HYPERLINK("http://example.org","x")',
	'{@html "x"} ${x} %s \\u0041',
	'"quoted", \'single\' and `back`',
	'線上客服 回复很快，理赔很清楚。',
	'👩‍👩‍👧‍👦 família ñandú',
	'עברית וערבית \u202Eabc\u202C',
	'zero\u200Bwidth\u00A0space',
	'line one\nline two\r\n\ttabbed',
	'-1',
	'null',
	'__proto__',
	'\u2028 separator \u2029',
	'e\u0301 and \u00E9'
] as const

/** Ids that sort differently by code unit, by number and by language, and that are names of things in JavaScript. */
const oddIds = ['10', '9', 'a', 'B', '_x', '-y', 'constructor', 'toString', 'Z9', 'z10', 'hasOwnProperty', '0']

/**
 * A valid atlas. Small by default, so that a thousand of them meet every rule: empty tables, ties and gaps in rank, shared needs, preferences of
 * needs and of personas, personas without needs, live, planned and retiring deliveries, channels with several roles and with limits, efforts of 0.
 */
export function randomAtlas(seed: number, options: RandomAtlasOptions = {}): Atlas {
	return new Maker(seed, options).atlas()
}

type Fields = Record<string, unknown>

class Maker {
	readonly #random: () => number
	readonly #options: RandomAtlasOptions
	#used = 0
	readonly #oddIds = [...oddIds]

	constructor(seed: number, options: RandomAtlasOptions) {
		this.#random = seededRandom(seed)
		this.#options = options
	}

	atlas(): Atlas {
		const { personas = 4, needs = 6, channels = 5, products = 5, deliveries = 3 } = this.#options
		const personaRows = this.#things('personas', personas, 'P', () => this.#persona())
		const valueRows = this.#things('values', personas, 'V', () => this.#value())
		const needRows = this.#things('needs', needs, 'N', () => ({ kind: this.#one(kinds), stage: this.#one(stages) }))
		const channelRows = this.#things('channels', channels, 'C', () => this.#channel())
		const productRows = this.#things('products', products, 'PR', () => ({ kind: this.#one(kinds), owner: this.#odd() }))
		const [people, values, wishes] = [keys(personaRows), keys(valueRows), keys(needRows)]
		const [places, offers] = [keys(channelRows), keys(productRows)]
		const perPersona = needs / Math.max(1, personas)
		// In some atlases only needs have preferences, in some only personas, in most both.
		const sources = this.#one<readonly string[]>([people, wishes, [...people, ...wishes], [...people, ...wishes]])
		return {
			...emptyAtlas(tableSchemas.workspace.parse({ id: `w${seedText(this.#random)}`, name: this.#name('Atlas') })),
			...(this.#options.oddTexts ? this.#texts() : {}),
			personas: personaRows,
			values: valueRows,
			needs: needRows,
			channels: channelRows,
			products: productRows,
			decisions: this.#decisions(people, wishes, places, offers),
			holds: this.#links('holds', people, values, 1.5, (persona, value) => ({ persona, value, weight: this.#upTo(5) })),
			has: this.#links('has', people, wishes, perPersona * 1.3, (persona, need) => ({
				persona,
				need,
				importance: this.#upTo(5)
			})),
			prefers: this.#links('prefers', sources, places, 2, (from, channel) => ({
				from,
				channel,
				rank: this.#chance(0.8) ? this.#upTo(3) : this.#upTo(9)
			})),
			fulfils: this.#links('fulfils', offers, wishes, 2, (product, need) => ({ product, need })),
			delivers: this.#links('delivers', offers, places, deliveries, (product, channel) => ({
				product,
				channel,
				status: this.#chance(0.6) ? 'live' : this.#one(deliveryStatuses)
			})),
			positions: this.#positions([...people, ...values, ...wishes, ...places, ...offers]),
			sources: this.#things(
				'sources',
				2,
				'S',
				() => ({
					kind: 'file',
					channel: this.#maybe(places),
					settings: this.#chance(0.5) ? {} : { words: ['slow'], every: 30 }
				}),
				true
			),
			views: this.#things('views', 2, 'view', () => ({ order: this.#below(3), x: 0.5, y: -10, zoom: 1.5 }), true),
			areas: this.#things('areas', 1, 'area', () => ({ x: -4, y: 0.25, width: 300, height: 200, tone: 'need' }), true)
		}
	}

	#chance(part: number): boolean {
		return this.#random() < part
	}

	#below(limit: number): number {
		return Math.floor(this.#random() * limit)
	}

	#upTo(most: number): number {
		return 1 + this.#below(most)
	}

	#one<const Entry>(entries: readonly [Entry, ...Entry[]]): Entry {
		const entry = entries[this.#below(entries.length)]
		return entry === undefined ? entries[0] : entry
	}

	#maybe<Entry>(entries: readonly Entry[]): Entry | null {
		return entries[this.#below(entries.length + 1)] ?? null
	}

	#some<Entry>(entries: readonly Entry[]): Entry[] {
		return entries.filter(() => this.#chance(0.45))
	}

	#odd(): string {
		return this.#options.oddTexts ? this.#one(oddTexts) : ''
	}

	#oddList(): string[] {
		return this.#options.oddTexts ? this.#some(oddTexts).map((text) => text.trim()) : []
	}

	#name(word: string): string {
		return this.#options.oddTexts ? `${word} ${this.#one(oddTexts)}`.trim() : `${word} ${this.#below(1000)}`
	}

	#evidence(): string {
		return this.#chance(0.3) ? this.#one(['interviews 2026', 'call log', ' ']) : ''
	}

	#id(prefix: string): string {
		this.#used += 1
		if (this.#chance(0.1)) {
			const [odd] = this.#oddIds.splice(this.#below(this.#oddIds.length), 1)
			if (odd !== undefined) return odd
		}
		const odd = this.#chance(0.3) ? this.#one(['a', 'B', '-', '_', '0']) : ''
		return `${odd}${prefix}${this.#used}`
	}

	#persona(): Fields {
		const share = this.#one([null, null, 1, 2, 0.5, 0.1, 3.7])
		if (!this.#options.oddTexts) return { share }
		const avatar = this.#one([null, '🙂', 'data:image/png;base64,iVBORw0KGgo='])
		const lists = {
			feelings: this.#oddList(),
			opinions: this.#oddList(),
			goals: this.#oddList(),
			pains: this.#oddList()
		}
		const texts = { role: this.#odd(), quote: this.#odd(), story: this.#odd() }
		return { share, avatar, color: this.#one([null, '#0a7F9c']), ...texts, ...lists }
	}

	#value(): Fields {
		return { synonyms: this.#oddList(), opposites: this.#oddList(), description: this.#odd() }
	}

	#channel(): Fields {
		return {
			roles: this.#some(roles),
			media: this.#one([null, 'paid', 'owned', 'earned']),
			setting: this.#one([null, 'online', 'offline']),
			twoWay: this.#chance(0.5),
			carries: this.#some(kinds),
			effort: this.#one([1, 1, 1, 2, 3, 0, 0.5, 1.3]),
			unique: this.#odd(),
			description: this.#odd()
		}
	}

	#things<Name extends TableName>(
		table: Name,
		most: number,
		prefix: string,
		fields: () => Fields,
		bare = false
	): Map<string, Rows[Name]> {
		const count = this.#options.full ? most : this.#chance(0.1) ? 0 : this.#below(most + 1)
		const rows = new Map<string, Rows[Name]>()
		for (let number = 0; number < count; number += 1) {
			const id = this.#id(prefix)
			const row = { id, name: this.#name(prefix), ...fields(), ...(bare ? {} : { evidence: this.#evidence() }) }
			rows.set(id, parse(table, row))
		}
		return rows
	}

	/** Links from each source to some targets, `average` of them; in an order that is not that of the ids. */
	#links<Name extends TableName>(
		table: Name,
		sources: readonly string[],
		targets: readonly string[],
		average: number,
		fields: (from: string, to: string) => Fields
	): Map<string, Rows[Name]> {
		const rows: [string, Rows[Name]][] = []
		for (const from of sources) {
			if (targets.length === 0 || this.#chance(0.15)) continue
			const ends = new Set<string>()
			const count = Math.min(targets.length, Math.round(this.#random() * 2 * average))
			while (ends.size < count) ends.add(targets[this.#below(targets.length)] ?? '')
			for (const to of ends) {
				rows.push([linkKey(from, to), parse(table, { ...fields(from, to), evidence: this.#evidence() })])
			}
		}
		for (let last = rows.length - 1; last > 0; last -= 1) {
			const other = this.#below(last + 1)
			const [row, swapped] = [rows[last], rows[other]]
			if (row !== undefined && swapped !== undefined) [rows[last], rows[other]] = [swapped, row]
		}
		return new Map(rows)
	}

	#positions(ids: readonly string[]): Map<string, Rows['positions']> {
		const places = this.#some(ids).map((id): [string, Rows['positions']] => [
			id,
			parse('positions', { x: this.#below(4000) - 2000, y: this.#random() * 1000 })
		])
		return new Map(places)
	}

	#decisions(
		people: readonly string[],
		wishes: readonly string[],
		places: readonly string[],
		offers: readonly string[]
	): Map<string, Rows['decisions']> {
		const rows = new Map<string, Rows['decisions']>()
		for (let left = this.#below(3); left > 0; left -= 1) {
			const id = this.#id('D')
			const finding = {
				kind: this.#one(findingKinds),
				persona: this.#maybe(people) ?? undefined,
				need: this.#maybe(wishes) ?? undefined,
				product: this.#maybe(offers) ?? undefined,
				channel: this.#maybe(places) ?? undefined
			}
			rows.set(
				id,
				parse('decisions', {
					id,
					finding: Object.fromEntries(Object.entries(finding).filter(([, value]) => value !== undefined)),
					remedy: this.#one(['deliver', 'steer', 'earn', 'stop', 'accept']),
					owner: this.#odd(),
					due: this.#one([null, '2026-12-24']),
					note: this.#odd(),
					done: this.#chance(0.5),
					evidence: this.#evidence()
				})
			)
		}
		return rows
	}

	#texts(): Pick<Atlas, 'frame' | 'words'> {
		const goals = this.#oddList().map((text) => ({ text, owner: this.#odd(), measure: this.#odd() }))
		return {
			frame: parse('frame', {
				vision: this.#odd(),
				mission: this.#odd(),
				relationship: this.#odd(),
				coreValues: this.#oddList(),
				activities: this.#oddList(),
				goals,
				slogan: this.#odd(),
				tone: this.#odd(),
				visuals: this.#odd(),
				campaign: this.#odd()
			}),
			words: parse('words', { merge: [['claim', 'claims']], together: this.#oddList(), hide: this.#oddList() })
		}
	}
}

function keys(rows: ReadonlyMap<string, unknown>): string[] {
	return [...rows.keys()]
}

function seedText(random: () => number): string {
	return Math.floor(random() * 1e9).toString(36)
}

function parse<Name extends TableName>(table: Name, row: Fields): Rows[Name] {
	return tableSchemas[table].parse(row) as Rows[Name]
}
