import { expect, test } from 'vitest'
import { readWorkspaceFile } from '../interchange/workspace-file.ts'
import { writeWorkspaceFile } from '../interchange/workspace-writer.ts'
import { plainWall, wallOf } from '../model/wall.ts'
import { applyRows } from './apply-rows.ts'
import { blockWord } from './block-word.ts'
import type { Change } from './change.ts'
import { editWall } from './edit-wall.ts'
import { runChange } from './run-change.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

const context = countingIds()

function after(change: Change, input: unknown, atlas = smallAtlas()) {
	const outcome = runChange(atlas, change, input, context)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

test('a wall for which nothing was set has every scene, and stays for 90 seconds', () => {
	expect(wallOf(smallAtlas())).toEqual(plainWall)
	expect(plainWall).toMatchObject({ seconds: 90, words: 60, without: [] })
})

test('editWall sets what it is given and leaves the rest', () => {
	const once = after(editWall, { seconds: 60, without: ['done', 'echo'] })
	expect(wallOf(once)).toEqual({ ...plainWall, seconds: 60, without: ['echo', 'done'] })
	const twice = after(editWall, { quietFrom: '22:00', quietTo: '07:00' }, once)
	expect(wallOf(twice)).toMatchObject({ seconds: 60, quietFrom: '22:00' })
	expect(runChange(once, editWall, { seconds: 60 }, context)).toMatchObject({ ok: true, rows: [] })
})

test.each([
	[{ seconds: 5 }, 'whole-number'],
	[{ words: 121 }, 'whole-number'],
	[{ distance: 0.1 }, 'too-small'],
	[{ diagonal: 1000 }, 'too-big'],
	[{ quietFrom: '24:00' }, 'time'],
	[{ message: 'x'.repeat(201) }, 'too-long'],
	[{ blocked: [' '] }, 'empty-entry']
])('%j is refused', (input, rule) => {
	expect(runChange(smallAtlas(), editWall, input, context)).toMatchObject({ ok: false, rule })
})

test('a blocked word is there once in whatever form, and can be shown again in any', () => {
	const once = after(blockWord, { word: 'claims', isBlocked: true })
	expect(runChange(once, blockWord, { word: 'Claim', isBlocked: true }, context)).toMatchObject({ rows: [] })
	const twice = after(blockWord, { word: 'storm', isBlocked: true }, once)
	expect(wallOf(twice).blocked).toEqual(['claims', 'storm'])
	expect(wallOf(after(blockWord, { word: 'claim', isBlocked: false }, twice)).blocked).toEqual(['storm'])
})

test('the wall travels in the file', () => {
	const atlas = after(editWall, {
		message: 'Town hall at three',
		hours: 0,
		without: ['echo', 'channels', 'tasks', 'done']
	})
	const read = readWorkspaceFile(writeWorkspaceFile(atlas))
	expect(read.ok && wallOf(read.atlas)).toEqual(wallOf(atlas))
})
