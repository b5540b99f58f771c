// Test support: random atlases for property tests, with the texts that break programs.
import fc from 'fast-check'
import { emptyAtlas, endsOf, linkKey, tableSchemas, type Atlas, type LinkTable, type Rows } from './atlas.ts'
import { remedies } from './decision.ts'
import { kinds, roles, stages } from './fields.ts'
import { findingKinds } from './finding-kind.ts'
import { deliveryStatuses } from './links.ts'
import { sentimentLabels, type Mention } from './mention.ts'
import { mediaKinds, settings } from './channel.ts'

const oddTexts = [
	'=HYPERLINK("http://x","y")',
	'+1',
	'-1',
	'@SUM(A1)',
	'\tTab',
	'客服回复很快',
	'שלום עולם',
	'\u202Etxt.exe',
	'👩‍👩‍👧‍👦 family',
	'<script>alert(1)</script>',
	'"quoted", and\r\na new line',
	'__proto__',
	'constructor',
	'null',
	'\u00a0=1+1',
	"'",
	'\\u0041',
	'1e309',
	'\uFEFFmark'
]

/** Any text that an atlas can hold: no half characters, no zero characters. */
const anyText = fc.oneof(
	fc.constantFrom('', ...oddTexts),
	fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', ''))
)
const someText = anyText.map((text) => (text.trim() === '' ? 'x' : text.trim()))
const texts = fc.array(someText, { maxLength: 3 })
const evidence = anyText
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)

/** Ids as hostile as the rule allows: some look like numbers, some are names of things that every object has. */
const anyId = fc.oneof(
	fc.constantFrom('constructor', 'toString', '10', '9', '-1', '_', 'hasOwnProperty', 'length'),
	fc.string({ unit: fc.constantFrom(...'ABCabc019_-'), minLength: 1, maxLength: 12 })
)

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
	return new Map(rows.map((row) => [row.id, row]))
}

/** Things with these ids, each with fields of its own. */
function things<Row extends { id: string }>(
	ids: readonly string[],
	fields: fc.Arbitrary<Omit<Row, 'id'>>,
	parse: (row: unknown) => Row
): fc.Arbitrary<Map<string, Row>> {
	return fc
		.tuple(...ids.map((id) => fields.map((rest) => parse({ id, ...rest }))))
		.map((rows: readonly Row[]) => byId(rows))
}

/** Links between these ends, at most one each. */
function links<Table extends LinkTable>(
	table: Table,
	ends: readonly [readonly string[], readonly string[]],
	row: (from: string, to: string) => fc.Arbitrary<Rows[Table]>
): fc.Arbitrary<Map<string, Rows[Table]>> {
	const [froms, tos] = ends
	if (froms.length === 0 || tos.length === 0) return fc.constant(new Map())
	return fc
		.array(
			fc.tuple(fc.constantFrom(...froms), fc.constantFrom(...tos)).chain(([from, to]) => row(from, to)),
			{ maxLength: 12 }
		)
		.map((rows) => new Map(rows.map((one) => [linkKey(...endsOf(table, one)), one])))
}

const frame = fc.record({
	vision: anyText,
	mission: anyText,
	relationship: anyText,
	coreValues: texts,
	activities: texts,
	goals: fc.array(fc.record({ text: anyText, owner: anyText, measure: anyText }), { maxLength: 2 }),
	slogan: anyText,
	tone: anyText,
	visuals: anyText,
	campaign: anyText
})
const words = fc.record({
	merge: fc.array(fc.array(someText, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
	together: texts,
	hide: texts
})
const persona = fc.record({
	name: someText,
	role: anyText,
	quote: anyText,
	story: anyText,
	feelings: texts,
	opinions: texts,
	goals: texts,
	pains: texts,
	share: fc.option(fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true })),
	avatar: fc.constantFrom(null, '🙂', 'data:image/png;base64,iVBORw0KGgo='),
	color: fc.constantFrom(null, '#00ff7F'),
	evidence
})
const value = fc.record({ name: someText, synonyms: texts, opposites: texts, description: anyText, evidence })
const need = fc.record({
	name: someText,
	kind: fc.constantFrom(...kinds),
	stage: fc.constantFrom(...stages),
	description: anyText,
	evidence
})
const channel = fc.record({
	name: someText,
	roles: fc.subarray([...roles]),
	media: fc.option(fc.constantFrom(...mediaKinds)),
	setting: fc.option(fc.constantFrom(...settings)),
	twoWay: fc.boolean(),
	carries: fc.subarray([...kinds]),
	effort: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
	unique: anyText,
	description: anyText,
	evidence
})
const product = fc.record({
	name: someText,
	kind: fc.constantFrom(...kinds),
	owner: anyText,
	description: anyText,
	evidence
})
const decision = fc.record({
	finding: fc.record(
		{
			kind: fc.constantFrom(...findingKinds),
			persona: anyId,
			need: anyId,
			role: fc.constantFrom(...roles),
			product: anyId,
			products: fc.tuple(anyId, anyId),
			channel: anyId,
			needs: fc.array(anyId, { minLength: 1, maxLength: 3 })
		},
		{ requiredKeys: ['kind'] }
	),
	remedy: fc.constantFrom(...remedies),
	owner: anyText,
	due: fc.constantFrom(null, '2026-02-28', '2024-02-29'),
	note: anyText,
	done: fc.boolean(),
	evidence
})

/** Slices of a list of ids, one for each table. */
function dealt(ids: readonly string[], sizes: readonly number[]): string[][] {
	let at = 0
	return sizes.map((size) => ids.slice(at, (at += size)))
}

/** Settings of a source; values of every sort that they can have. */
const anySettings = fc.dictionary(
	fc.constantFrom('url', 'every', 'words', 'masks', 'fields', 'constructor'),
	fc.oneof(
		anyText,
		fc.integer(),
		fc.boolean(),
		fc.array(anyText, { maxLength: 3 }),
		fc.dictionary(fc.constantFrom('text', 'at'), anyText)
	),
	{ maxKeys: 4, noNullPrototype: true }
)

/** Any valid atlas of up to about forty things; every invariant of an atlas holds. */
export const anyAtlas: fc.Arbitrary<Atlas> = fc
	.record({
		ids: fc.uniqueArray(anyId, { maxLength: 40 }),
		sizes: fc.array(fc.nat({ max: 8 }), { minLength: 7, maxLength: 7 })
	})
	.chain(({ ids, sizes }) => {
		const [personas = [], values = [], needs = [], channels = [], products = [], decisions = [], sources = []] = dealt(
			ids,
			sizes
		)
		const rank = fc.integer({ min: 1, max: 9 })
		const weight = fc.integer({ min: 1, max: 5 })
		const nodes = [...personas, ...values, ...needs, ...channels, ...products]
		return fc.record({
			workspace: fc.record({ id: anyId, name: someText, description: anyText }),
			frame,
			words,
			personas: things(personas, persona, (row) => tableSchemas.personas.parse(row)),
			values: things(values, value, (row) => tableSchemas.values.parse(row)),
			needs: things(needs, need, (row) => tableSchemas.needs.parse(row)),
			channels: things(channels, channel, (row) => tableSchemas.channels.parse(row)),
			products: things(products, product, (row) => tableSchemas.products.parse(row)),
			decisions: things(decisions, decision, (row) => tableSchemas.decisions.parse(row)),
			sources: things(
				sources,
				fc.record({
					name: someText,
					kind: fc.constantFrom('file', 'paste'),
					channel: fc.constantFrom(null, ...channels),
					settings: anySettings
				}),
				(row) => tableSchemas.sources.parse(row)
			),
			holds: links('holds', [personas, values], (persona, value) =>
				fc.record({ persona: fc.constant(persona), value: fc.constant(value), weight, evidence })
			),
			has: links('has', [personas, needs], (persona, need) =>
				fc.record({ persona: fc.constant(persona), need: fc.constant(need), importance: weight, evidence })
			),
			prefers: links('prefers', [[...personas, ...needs], channels], (from, channel) =>
				fc.record({ from: fc.constant(from), channel: fc.constant(channel), rank, evidence })
			),
			fulfils: links('fulfils', [products, needs], (product, need) =>
				fc.record({ product: fc.constant(product), need: fc.constant(need), evidence })
			),
			delivers: links('delivers', [products, channels], (product, channel) =>
				fc.record({
					product: fc.constant(product),
					channel: fc.constant(channel),
					status: fc.constantFrom(...deliveryStatuses),
					evidence
				})
			),
			positions: fc
				.subarray(nodes)
				.chain((placed) =>
					fc.tuple(
						...placed.map((id) => fc.record({ x: anyNumber, y: anyNumber }).map((place) => [id, place] as const))
					)
				)
				.map((places) => new Map(places))
		})
	})
	.map((tables) => ({ ...emptyAtlas(tables.workspace), ...tables }))

/** Mentions of an atlas's sources; none where it has no source. */
export function anyMentions(atlas: Atlas): fc.Arbitrary<Mention[]> {
	const sources = [...atlas.sources.keys()]
	if (sources.length === 0) return fc.constant([])
	const fields = fc.record({
		source: fc.constantFrom(...sources),
		hasExternalId: fc.boolean(),
		at: fc.constantFrom('2026-03-02T09:10:00Z', '2026-03-02T09:10:00.123+08:00'),
		text: someText,
		lang: fc.constantFrom(null, 'en', 'zh-Hans-CN'),
		author: fc.option(anyText),
		channel: fc.constantFrom(null, ...atlas.channels.keys()),
		url: fc.constantFrom(null, 'https://example.org/a?b=c'),
		sentiment: fc.option(fc.double({ min: -1, max: 1, noNaN: true }).map((score) => score + 0)),
		label: fc.option(fc.constantFrom(...sentimentLabels)),
		corrected: fc.boolean()
	})
	return fc.array(fields, { maxLength: 5 }).map((rows) =>
		rows.map(({ source, hasExternalId, ...rest }, index) => ({
			id: `mention-${index}`,
			source,
			externalId: hasExternalId ? `external ${index}` : null,
			...rest
		}))
	)
}
