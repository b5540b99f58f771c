import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import { pasteThings } from '../changes/paste-things.ts'
import { runChange } from '../changes/run-change.ts'
import { countingIds, smallAtlas } from '../changes/small-atlas.ts'
import { emptyAtlas } from '../model/atlas.ts'
import { clipOf, clipText, readClip } from './clip.ts'

const atlas = smallAtlas()
const place = () => ({ x: 5, y: 6 })
const words = {
	type: 'Type',
	name: 'Name',
	table: { personas: 'Persona', values: 'Value', needs: 'Need', channels: 'Channel', products: 'Product' },
	field: (field: string) => field,
	member: (_field: string, member: string) => member
}

test('a copy is pasted into another atlas with new ids, its links and what they say', () => {
	const clip = readClip(JSON.stringify(clipOf(atlas, ['P', 'N', 'C', 'O'], place)))
	expect(clip).not.toBeNull()
	const { things, links } = clip ?? { things: [], links: [] }
	const outcome = runChange(
		emptyAtlas({ id: 'E', name: 'E', description: '' }),
		pasteThings,
		{ things, links },
		countingIds()
	)
	const after = applyRows(emptyAtlas({ id: 'E', name: 'E', description: '' }), outcome.ok ? outcome.rows : [])
	expect([...after.has.values()]).toMatchObject([{ persona: 'X1', need: 'X2', importance: 5 }])
	expect(after.prefers.size + after.fulfils.size + after.delivers.size).toBe(3)
	expect(after.positions.get('X1')).toEqual({ x: 5, y: 6 })
})

test('a link whose other end is not copied stays behind', () => {
	expect(clipOf(atlas, ['P', 'D'], place)?.links).toEqual([])
	expect(clipOf(atlas, ['gone'], place)).toBeNull()
})

test('other text is no clip', () => {
	for (const text of ['', 'Website', '{"format":"channel-atlas/clip"}', '{"channel-atlas/clip"', '[]']) {
		expect(readClip(text)).toBeNull()
	}
})

test('for other programs a copy is a table, and a single thing its name', () => {
	const clip = clipOf(atlas, ['N', 'O', 'C'], place)
	expect(clip === null ? '' : clipText(clip, words)).toBe(
		[
			'Type\tName\tkind\tstage\tNeed\tChannel',
			'Need\tReport a theft\tproduct\tuse\t\t',
			'Channel\tApp\t\t\t\t',
			'Product\tClaim form\tproduct\t\tReport a theft\tApp'
		].join('\n')
	)
	const single = clipOf(atlas, ['N'], place)
	expect(single === null ? '' : clipText(single, words)).toBe('Report a theft')
})
