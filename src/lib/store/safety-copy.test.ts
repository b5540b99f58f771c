import { expect, test } from 'vitest'
import { changes } from '#lib/domain/changes/index.ts'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { idsOf } from '#lib/document/random-work.ts'
import { memoryFiles } from './plain-files.ts'
import { SafetyCopies, copiesToKeep } from './safety-copy.ts'

const day = 86_400_000
const now = Date.UTC(2026, 5, 15, 12)

test('the newest twenty copies stay, and the last of each of the last fourteen days', () => {
	const busyToday = Array.from({ length: 40 }, (_, index) => now - index * 60_000)
	const twiceADay = Array.from({ length: 60 }, (_, index) => now - day - (index * day) / 2)
	const kept = copiesToKeep([...busyToday, ...twiceADay], now)
	for (const time of busyToday.slice(0, 20)) expect(kept.has(time)).toBe(true)
	for (const time of busyToday.slice(20)) expect(kept.has(time)).toBe(false)
	const older = twiceADay.filter((time) => kept.has(time))
	expect(new Set(older.map((time) => Math.floor(time / day))).size).toBe(older.length)
	expect(older).toHaveLength(14)
})

test('a copy gives the document back; the same state is not copied twice', async () => {
	const files = memoryFiles()
	const copies = new SafetyCopies(files)
	const document = new AtlasDocument({ id: 'W' })
	document.load(smallAtlas())
	await copies.keep(document, new Date(now))
	await copies.keep(document, new Date(now + 1))
	document.run(changes.editWorkspace, { name: 'Zwei\n"' }, idsOf('A'))
	await copies.keep(document, new Date(now + 2))
	const list = await copies.list()
	expect(list.map(({ title, at }) => [title, at])).toEqual([
		['Zwei\n"', new Date(now + 2).toISOString()],
		['Veldhaven', new Date(now).toISOString()]
	])
	const again = new AtlasDocument({ id: 'W' })
	again.applyUpdate(await copies.read(list[1]?.name ?? ''))
	expect(again.atlas).toEqual(smallAtlas())
})

test('files that are no copies are passed over', async () => {
	const files = memoryFiles()
	await files.write('W.1.copy', new Uint8Array([1, 2, 3]))
	await files.write('W.2.copy', new TextEncoder().encode('{"atlas":5}\n'))
	await files.write('database.json', new Uint8Array())
	const copies = new SafetyCopies(files)
	expect(await copies.list()).toEqual([])
	await expect(copies.read('W.1.copy')).rejects.toMatchObject({ code: 'failed' })
	await expect(copies.read('nothing')).rejects.toMatchObject({ code: 'failed' })
})
