// Test support: a small atlas with every type and kind of link.
import { emptyAtlas, linkKey, tableSchemas, type Atlas } from '#lib/domain/model/atlas.ts'

function table<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
	return new Map(rows.map((row) => [row.id, row]))
}

/** Two personas who share one channel: Ann needs n1 (answered by r1, delivered on web), Bo needs n2 (answered by r2, delivered on web too). */
export function smallMap(): Atlas {
	return {
		...emptyAtlas({ id: 'w', name: 'Small', description: '' }),
		personas: table([
			tableSchemas.personas.parse({ id: 'ann', name: 'Ann' }),
			tableSchemas.personas.parse({ id: 'bo', name: 'Bo' })
		]),
		values: table([tableSchemas.values.parse({ id: 'fast', name: 'Fast' })]),
		needs: table([
			tableSchemas.needs.parse({ id: 'n1', name: 'Know the price', kind: 'information', stage: 'explore' }),
			tableSchemas.needs.parse({ id: 'n2', name: 'Report damage', kind: 'product', stage: 'use' })
		]),
		channels: table([
			tableSchemas.channels.parse({ id: 'web', name: 'Website' }),
			tableSchemas.channels.parse({ id: 'phone', name: 'Phone' })
		]),
		products: table([
			tableSchemas.products.parse({ id: 'r1', name: 'Calculator', kind: 'information' }),
			tableSchemas.products.parse({ id: 'r2', name: 'Form', kind: 'product' })
		]),
		holds: new Map([[linkKey('ann', 'fast'), tableSchemas.holds.parse({ persona: 'ann', value: 'fast' })]]),
		has: new Map([
			[linkKey('ann', 'n1'), tableSchemas.has.parse({ persona: 'ann', need: 'n1', importance: 5 })],
			[linkKey('bo', 'n2'), tableSchemas.has.parse({ persona: 'bo', need: 'n2' })]
		]),
		prefers: new Map([[linkKey('n1', 'phone'), tableSchemas.prefers.parse({ from: 'n1', channel: 'phone', rank: 1 })]]),
		fulfils: new Map([
			[linkKey('r1', 'n1'), tableSchemas.fulfils.parse({ product: 'r1', need: 'n1' })],
			[linkKey('r2', 'n2'), tableSchemas.fulfils.parse({ product: 'r2', need: 'n2' })]
		]),
		delivers: new Map([
			[linkKey('r1', 'web'), tableSchemas.delivers.parse({ product: 'r1', channel: 'web' })],
			[linkKey('r2', 'web'), tableSchemas.delivers.parse({ product: 'r2', channel: 'web', status: 'planned' })]
		])
	}
}
