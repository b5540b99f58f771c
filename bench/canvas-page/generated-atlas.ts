import { emptyAtlas, linkKey, tableSchemas, type Atlas } from '#lib/domain/model/atlas.ts'
import { kinds, stages } from '#lib/domain/model/fields.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'

const words = [
	'see',
	'where',
	'my',
	'claim',
	'stands',
	'compare',
	'prices',
	'quickly',
	'talk',
	'to',
	'someone',
	'about',
	'renewal',
	'without',
	'logging',
	'in'
]

/** An atlas of so many nodes and about twice as many links, the same for the same seed. */
export function generatedAtlas(nodes: number, seed = 1): Atlas {
	const random = seededRandom(seed)
	const below = (count: number) => Math.floor(random() * count)
	const pick = <Entry>(list: readonly Entry[]): Entry => {
		const entry = list[below(list.length)]
		if (entry === undefined) throw new Error('nothing to pick from')
		return entry
	}
	const name = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
	const count = {
		personas: Math.ceil(nodes * 0.03),
		values: Math.ceil(nodes * 0.02),
		channels: Math.ceil(nodes * 0.03),
		products: Math.ceil(nodes * 0.2),
		needs: 0
	}
	count.needs = nodes - count.personas - count.values - count.channels - count.products
	const ids = (letter: string, size: number) => Array.from({ length: size }, (_, index) => `${letter}${index}`)
	const [personas, values, needs, channels, products] = [
		ids('P', count.personas),
		ids('V', count.values),
		ids('N', count.needs),
		ids('C', count.channels),
		ids('R', count.products)
	]
	const table = <Row>(list: string[], row: (id: string) => Row) => new Map(list.map((id) => [id, row(id)]))
	const atlas = emptyAtlas({ id: 'bench', name: 'Bench', description: '' })
	const links = <Row>(
		parse: (input: unknown) => Row,
		from: string,
		to: string,
		ends: (readonly [string, string])[],
		more: () => object
	) => new Map(ends.map(([one, other]) => [linkKey(one, other), parse({ [from]: one, [to]: other, ...more() })]))
	return {
		...atlas,
		personas: table(personas, (id) => tableSchemas.personas.parse({ id, name: `Persona ${id}`, role: name(5) })),
		values: table(values, (id) => tableSchemas.values.parse({ id, name: name(1) + id })),
		needs: table(needs, (id) =>
			tableSchemas.needs.parse({ id, name: name(3 + below(6)), kind: pick(kinds), stage: pick(stages) })
		),
		channels: table(channels, (id) =>
			tableSchemas.channels.parse({ id, name: `Channel ${id}`, roles: ['reach'], media: 'owned' })
		),
		products: table(products, (id) => tableSchemas.products.parse({ id, name: name(3), kind: pick(kinds) })),
		has: links(
			tableSchemas.has.parse.bind(tableSchemas.has),
			'persona',
			'need',
			needs.map(
				(need, index) => [personas[Math.floor((index / needs.length) * personas.length)] ?? 'P0', need] as const
			),
			() => ({ importance: 1 + below(5) })
		),
		holds: links(
			tableSchemas.holds.parse.bind(tableSchemas.holds),
			'persona',
			'value',
			values.map((value) => [pick(personas), value] as const),
			() => ({})
		),
		prefers: links(
			tableSchemas.prefers.parse.bind(tableSchemas.prefers),
			'from',
			'channel',
			needs.map((need) => [need, pick(channels)] as const),
			() => ({ rank: 1 + below(3) })
		),
		fulfils: links(
			tableSchemas.fulfils.parse.bind(tableSchemas.fulfils),
			'product',
			'need',
			needs.slice(0, Math.floor(nodes * 0.35)).map((need) => [pick(products), need] as const),
			() => ({})
		),
		delivers: links(
			tableSchemas.delivers.parse.bind(tableSchemas.delivers),
			'product',
			'channel',
			products.map((product) => [product, pick(channels)] as const),
			() => ({ status: pick(['live', 'live', 'planned', 'retiring'] as const) })
		)
	}
}
