import { expect, test } from 'vitest'
import { editSnapshot, removeSnapshot } from '../changes/edit-snapshot.ts'
import { countingIds, smallAtlas } from '../changes/small-atlas.ts'
import { runChange } from '../changes/run-change.ts'
import { takeSnapshot } from '../changes/take-snapshot.ts'
import { applyRows } from '../changes/apply-rows.ts'
import type { Atlas } from '../model/atlas.ts'
import { mostOfSnapshots } from '../model/snapshot.ts'
import { atlasOfSnapshot } from './snapshot-atlas.ts'
import { contentsOf } from './snapshot-contents.ts'
import { readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts'

const taken = { name: ' Before the workshop ', at: '2027-03-01T10:00:00.000Z', note: 'As we found it' }

/** The atlas after a snapshot of it was taken. */
function withSnapshot(atlas: Atlas): Atlas {
	const outcome = runChange(atlas, takeSnapshot, taken, countingIds())
	if (!outcome.ok) throw new Error(outcome.message)
	expect(outcome.created).toEqual(['X1'])
	return applyRows(atlas, outcome.rows)
}

function only(atlas: Atlas) {
	const [snapshot] = atlas.snapshots.values()
	if (snapshot === undefined) throw new Error('no snapshot')
	return snapshot
}

test('a snapshot holds the atlas as it was, without the snapshots before it', () => {
	const atlas = smallAtlas()
	const once = withSnapshot(atlas)
	expect(only(once)).toMatchObject({ name: 'Before the workshop', at: taken.at, note: taken.note })
	const later = { ...once, needs: new Map() }
	expect(atlasOfSnapshot(only(later))).toEqual(atlas)
	expect(contentsOf(once)).toBe(contentsOf(atlas))
	expect(atlasOfSnapshot({ ...only(once), contents: '{"format":"other"}' })).toBe(null)
})

test('a snapshot is named anew and deleted; its contents stay as they are', () => {
	const atlas = withSnapshot(smallAtlas())
	const renamed = runChange(atlas, editSnapshot, { id: 'X1', name: 'Start', note: '' }, countingIds())
	expect(renamed.ok && applyRows(atlas, renamed.rows).snapshots.get('X1')).toMatchObject({
		name: 'Start',
		note: '',
		contents: contentsOf(smallAtlas())
	})
	const removed = runChange(atlas, removeSnapshot, { id: 'X1' }, countingIds())
	expect(removed.ok && applyRows(atlas, removed.rows).snapshots.size).toBe(0)
	expect(runChange(atlas, removeSnapshot, { id: 'X2' }, countingIds())).toMatchObject({ ok: false, rule: 'not-there' })
})

test('there is room for so much and no more', () => {
	const atlas = withSnapshot(smallAtlas())
	const full = { ...only(atlas), id: 'full', contents: `{${'x'.repeat(mostOfSnapshots - 1)}` }
	const crowded = { ...atlas, snapshots: new Map([[full.id, full]]) }
	expect(runChange(crowded, takeSnapshot, taken, countingIds())).toMatchObject({ ok: false, rule: 'snapshots-full' })
	const story = 'x'.repeat(9000)
	const personas = new Map(
		Array.from({ length: 1000 }, (_, n) => {
			const [sanne] = atlas.personas.values()
			if (sanne === undefined) throw new Error('no persona')
			return [`P${n}`, { ...sanne, id: `P${n}`, story }]
		})
	)
	expect(runChange({ ...atlas, personas }, takeSnapshot, taken, countingIds())).toMatchObject({
		ok: false,
		rule: 'snapshot-too-large'
	})
})

test('snapshots travel in the workspace file, each with a file in it', () => {
	const atlas = withSnapshot(smallAtlas())
	const text = writeWorkspaceFile(atlas)
	expect(JSON.parse(text).snapshots).toMatchObject([
		{
			id: 'X1',
			name: 'Before the workshop',
			at: taken.at,
			note: taken.note,
			contents: { format: 'channel-atlas', version: 1 }
		}
	])
	const read = readWorkspaceFile(text)
	expect(read).toEqual({ ok: true, atlas, mentions: [], notes: [], moreNotes: 0 })
	expect(read.ok && writeWorkspaceFile(read.atlas)).toBe(text)
	expect(writeWorkspaceFile(smallAtlas())).not.toContain('snapshots')
})

test('what is wrong in a snapshot is refused with its path, what is unknown in it is left out and told', () => {
	const file = JSON.parse(writeWorkspaceFile(withSnapshot(smallAtlas())))
	const contents = file.snapshots[0].contents
	const outcome = (changed: object) => {
		const snapshots = [{ ...file.snapshots[0], ...changed }]
		const read = readWorkspaceFile(JSON.stringify({ ...file, snapshots }))
		return read.ok ? read.notes.map(({ path }) => path) : read.problems.map(({ path, rule }) => `${path} ${rule}`)
	}
	const at = '$.snapshots[0]'
	expect(outcome({ contents: undefined })).toEqual([`${at}.contents missing`])
	expect(outcome({ contents: '{}' })).toEqual([`${at}.contents wrong-type`])
	expect(outcome({ contents: { ...contents, version: 2 } })).toEqual([`${at}.contents.version newer-version`])
	expect(outcome({ contents: { ...contents, needs: [] } })).toEqual([
		`${at}.contents.has[0].need dangling`,
		`${at}.contents.fulfils[0].need dangling`
	])
	expect(outcome({ at: 'yesterday' })).toEqual([`${at}.at instant`])
	expect(outcome({ contents: { ...contents, snapshots: [], mentions: [], mood: 1 } })).toEqual([
		`${at}.contents.mentions`,
		`${at}.contents.snapshots`,
		`${at}.contents.mood`
	])
	// Ids are unique within a snapshot, not over it and the atlas.
	expect(outcome({})).toEqual([])
})
