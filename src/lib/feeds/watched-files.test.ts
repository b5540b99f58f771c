import { afterEach, beforeEach, expect, test } from 'vitest'
import { MemoryShelf } from './test-run.ts'
import { watchedFiles, type WatchedFile } from './watched-files.ts'

/** A file on a disk: its bytes, and when they were written. */
class Disk {
	readonly files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; at: number }>()
	#clock = 1000

	write(name: string, content: string | Uint8Array): void {
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
		this.files.set(name, { bytes: new Uint8Array(bytes), at: (this.#clock += 1000) })
	}

	append(name: string, content: string | Uint8Array): void {
		const more = typeof content === 'string' ? new TextEncoder().encode(content) : content
		const before = this.files.get(name)?.bytes ?? new Uint8Array()
		this.write(name, new Uint8Array([...before, ...more]))
	}

	list = async (): Promise<WatchedFile[]> =>
		[...this.files].map(([name]) => ({
			name,
			getFile: async () => {
				const file = this.files.get(name)
				if (file === undefined) throw new DOMException('gone', 'NotFoundError')
				return new File([file.bytes], name, { lastModified: file.at })
			}
		}))
}

let disk: Disk
let shelf: MemoryShelf
let stop: () => Promise<void>
function watch(): void {
	stop = shelf.start(watchedFiles(disk.list)).stop
}
beforeEach(() => {
	disk = new Disk()
	shelf = new MemoryShelf()
})
afterEach(() => stop())

test('what is added to a table is told, and a row that is half written waits for its other half', async () => {
	disk.write('a.csv', 'id,text\n1,"Slow, very\nslow"\n2,half a row')
	watch()
	await shelf.until(() => shelf.rows.size === 1)
	expect(shelf.texts).toEqual(['Slow, very\nslow'])
	disk.append('a.csv', ' and the rest\n3,quick\n')
	await shelf.until(() => shelf.rows.size === 3)
	expect(shelf.texts).toEqual(['Slow, very\nslow', 'half a row and the rest', 'quick'])
})

test('a last line without an end is taken once nothing comes any more', async () => {
	disk.write('a.txt', 'first mention\nlast mention')
	watch()
	await shelf.until(() => shelf.texts.includes('last mention'))
	expect(shelf.texts).toEqual(['first mention', 'last mention'])
})

test('no character is cut, wherever writing stopped', async () => {
	const bytes = new TextEncoder().encode('客服回复很快\n理赔很清楚\n')
	disk.write('a.txt', bytes.subarray(0, 4))
	watch()
	for (let at = 4; at < bytes.length; at += 1) disk.append('a.txt', bytes.subarray(at, at + 1))
	await shelf.until(() => shelf.rows.size === 2)
	expect(shelf.texts).toEqual(['客服回复很快', '理赔很清楚'])
})

test('another run goes on where the last one ended', async () => {
	disk.write('a.jsonl', '{"id":1,"text":"one"}\n')
	watch()
	await shelf.until(() => shelf.rows.size === 1)
	await stop()
	disk.append('a.jsonl', '{"id":2,"text":"two"}\n{"op":"delete","id":1}\n')
	watch()
	await shelf.until(() => shelf.texts.includes('two') && shelf.rows.size === 1)
	expect(shelf.counts).toMatchObject({ read: 2, kept: 2, known: 0, deleted: 1 })
})

test('a file that became smaller, or begins otherwise, is read anew', async () => {
	disk.write('a.txt', 'one\ntwo\nthree\n')
	watch()
	await shelf.until(() => shelf.rows.size === 3)
	disk.write('a.txt', 'four\n')
	await shelf.until(() => shelf.texts.includes('four'))
	disk.write('a.txt', 'another beginning\nand more of it\n')
	await shelf.until(() => shelf.texts.includes('and more of it'))
	expect(shelf.texts).toEqual(['and more of it', 'another beginning', 'four', 'one', 'three', 'two'])
})

test('a document is read as a whole whenever it changed, and what was in it is known', async () => {
	disk.write('a.json', '[{"text":"one"},{"text":"two"}]')
	watch()
	await shelf.until(() => shelf.rows.size === 2)
	disk.write('a.json', '[{"text":"one"},{"text":"two"},{"text":"three"}]')
	await shelf.until(() => shelf.rows.size === 3)
	await shelf.until(() => shelf.counts.known === 2)
	expect(shelf.counts).toMatchObject({ kept: 3, known: 2 })
})

test('every file of a folder is followed, also one that comes later', async () => {
	disk.write('a.txt', 'one\n')
	watch()
	await shelf.until(() => shelf.rows.size === 1)
	disk.write('b.csv', 'text,id\ntwo,2\n')
	disk.append('a.txt', 'three\n')
	await shelf.until(() => shelf.rows.size === 3)
	expect(shelf.texts).toEqual(['one', 'three', 'two'])
})
