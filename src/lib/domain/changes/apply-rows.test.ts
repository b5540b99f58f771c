import { expect, test } from 'vitest'
import { put, remove } from '../model/row-change.ts'
import { applyRows } from './apply-rows.ts'
import { smallAtlas } from './small-atlas.ts'

test('tables that no row concerns are shared, the atlas given stays as it was', () => {
	const atlas = smallAtlas()
	const after = applyRows(atlas, [put('needs', 'N', { name: 'Report a stolen bike' })])
	expect(after.needs.get('N')?.name).toBe('Report a stolen bike')
	expect(atlas.needs.get('N')?.name).toBe('Report a theft')
	expect(after.channels).toBe(atlas.channels)
	expect(after.has).toBe(atlas.has)
})

test('what dangles is left out', () => {
	const after = applyRows(smallAtlas(), [
		remove('channels', 'C'),
		remove('personas', 'P'),
		put('fulfils', 'O:gone', { product: 'O', need: 'gone', evidence: '' }),
		put('positions', 'gone', { x: 0, y: 0 }),
		put('values', 'U', { name: 'half a row' })
	])
	expect([after.has.size, after.prefers.size, after.delivers.size, after.positions.size]).toEqual([0, 0, 0, 0])
	expect([...after.fulfils.keys()]).toEqual(['O:N'])
	expect(after.values.size).toBe(1)
	expect(after.sources.get('S')?.channel).toBe(null)
})
