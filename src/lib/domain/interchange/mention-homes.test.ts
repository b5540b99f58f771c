import { expect, test } from 'vitest'
import { emptyAtlas } from '../model/atlas.ts'
import { mention } from '../model/mention.ts'
import { readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts'

const atlas = emptyAtlas({ id: 'w', name: 'W', description: '' })

test('mentions whose source and channel are gone survive a file', () => {
	const said = mention.parse({ id: 'M1', source: 'S1', channel: 'C1', at: '2026-03-02T09:10:00Z', text: 'Thank you' })
	const read = readWorkspaceFile(writeWorkspaceFile(atlas, [said]))
	expect(read).toMatchObject({ ok: true, mentions: [{ id: 'M1', source: 'S1', channel: null, text: 'Thank you' }] })
	expect(read.ok && [...read.atlas.sources.keys()]).toEqual(['S1'])
})

test('a file without mentions has no sources that the atlas has not', () => {
	expect(writeWorkspaceFile(atlas)).not.toContain('S1')
})
