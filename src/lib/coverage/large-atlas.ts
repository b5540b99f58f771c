import { emptyAtlas, linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import { channel } from '#lib/domain/model/channel.ts'
import { kinds, roles, stages } from '#lib/domain/model/fields.ts'
import { need } from '#lib/domain/model/need.ts'
import { persona } from '#lib/domain/model/persona.ts'
import { product } from '#lib/domain/model/product.ts'

function numbered(letter: string, count: number): string[] {
	return Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(4, '0')}`)
}

function at<Entry>(list: readonly Entry[], number: number): Entry {
	const entry = list[number % list.length]
	if (entry === undefined) throw new Error('an empty list has no entry')
	return entry
}

/** For tests: an atlas of 20 personas, that many needs, 40 channels and 100 products, linked by a fixed rule. Names are up to 200 characters long. */
export function largeAtlas(needs: number): Atlas {
	const ids = {
		personas: numbered('P', 20),
		needs: numbered('N', needs),
		channels: numbered('C', 40),
		products: numbered('O', 100)
	}
	const long = 'a need whose name is as long as names may be, said in the many words of a customer, '
	return {
		...emptyAtlas({ id: 'large', name: 'A large atlas', description: '' }),
		personas: new Map(ids.personas.map((id) => [id, persona.parse({ id, name: `Persona ${id}`, share: 1 })])),
		needs: new Map(
			ids.needs.map((id, n) => {
				const name = n % 10 === 0 ? `${id} ${long.repeat(3)}`.slice(0, 200) : `Need ${id}`
				return [id, need.parse({ id, name, kind: at(kinds, n), stage: at(stages, n) })]
			})
		),
		channels: new Map(
			ids.channels.map((id, n) => [id, channel.parse({ id, name: `Channel ${id}`, roles: [at(roles, n)] })])
		),
		products: new Map(
			ids.products.map((id, n) => [id, product.parse({ id, name: `Product ${id}`, kind: at(kinds, n) })])
		),
		has: new Map(
			ids.needs.map((need, n) => {
				const persona = at(ids.personas, n)
				return [linkKey(persona, need), { persona, need, importance: (n % 5) + 1, evidence: '' }]
			})
		),
		prefers: new Map(
			ids.needs.flatMap((from, n) =>
				[1, 2, 3].map((rank) => {
					const channel = at(ids.channels, n * 7 + rank * 3)
					return [linkKey(from, channel), { from, channel, rank, evidence: '' }]
				})
			)
		),
		fulfils: new Map(
			ids.needs
				.filter((_, n) => n % 6 !== 0)
				.map((need, n) => {
					const product = at(ids.products, n)
					return [linkKey(product, need), { product, need, evidence: '' }]
				})
		),
		delivers: new Map(
			ids.products.flatMap((product, n) =>
				[0, 1, 2, 3].map((step) => {
					const channel = at(ids.channels, n * 3 + step * 5)
					return [linkKey(product, channel), { product, channel, status: 'live', evidence: '' }]
				})
			)
		)
	}
}
