import { putOf, type FeedEvent } from '#lib/domain/feeds/feed-event.ts'
import { contentHash, readDocument, readLines, withId } from '#lib/domain/feeds/json-entry.ts'
import { wholeRecords } from '#lib/domain/feeds/record-end.ts'
import { guessColumns, mentionColumns, type ColumnChoice } from '#lib/domain/interchange/mention-table.ts'
import { readRows, recognise, type Recognised, type Shape } from './read-rows.ts'
import { FeedFailure, type Connector, type Signal } from './connection.ts'

/** A file as it can be looked at again and again. */
export type WatchedFile = { readonly name: string; readonly getFile: () => Promise<File> }

const pollEvery = 1000
/** Bytes read at once. */
const step = 1024 * 1024
/** An unfinished last line is taken as finished when the file has not grown for so many looks. */
const settledAfter = 3
const headBytes = 256

/** How far a file was read. `head`: a hash of its beginning, by which a file that was replaced is known. */
type Place = { readonly offset: number; readonly head: string; readonly headSize: number; readonly stamp: string }
type Looks = { recognised: Recognised | null; size: number; looks: number }

/**
 * Files that somebody writes to: what is added to them is told, and a file that became smaller, or begins otherwise, is read anew. A document that is not a row
 * of records (JSON, a workbook) is read as a whole whenever it changed, and what is in it already is known by its id.
 * `list` throws a FeedFailure where the files cannot be had.
 */
export function watchedFiles(list: () => Promise<readonly WatchedFile[]>): Connector {
	return {
		isPushed: false,
		async *connect({ cursor, signal }, surroundings): AsyncGenerator<Signal> {
			const places = placesIn(cursor)
			const looks = new Map<string, Looks>()
			while (!signal.aborted) {
				const files = await list()
				yield { kind: 'open' }
				for (const { name, getFile } of files) {
					const known = looks.get(name) ?? { recognised: null, size: -1, looks: 0 }
					looks.set(name, known)
					for await (const { events, place } of news(await got(getFile), name, places.get(name) ?? null, known)) {
						places.set(name, place)
						yield { kind: 'told', events }
						yield { kind: 'at', cursor: JSON.stringify(Object.fromEntries(places)) }
					}
				}
				yield { kind: 'alive' }
				await surroundings.wait(pollEvery, signal)
			}
		}
	}
}

async function got(getFile: () => Promise<File>): Promise<File> {
	try {
		return await getFile()
	} catch (error) {
		const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
		throw new FeedFailure(isRefused ? 'no-permission' : 'no-file', '', 5000)
	}
}

function placesIn(cursor: string | null): Map<string, Place> {
	const places = new Map<string, Place>()
	try {
		const kept: unknown = JSON.parse(cursor ?? '{}')
		for (const [name, place] of Object.entries(typeof kept === 'object' && kept !== null ? kept : {})) {
			const { offset, head, headSize, stamp } = place as Partial<Record<keyof Place, unknown>>
			if (
				typeof offset === 'number' &&
				typeof head === 'string' &&
				typeof headSize === 'number' &&
				typeof stamp === 'string'
			)
				places.set(name, { offset, head, headSize, stamp })
		}
	} catch {
		// A cursor that cannot be read is none: everything is read again, and known by its id or text.
	}
	return places
}

async function headOf(file: Blob, size: number): Promise<string> {
	const bytes = new Uint8Array(await file.slice(0, size).arrayBuffer())
	return contentHash(String.fromCharCode(...bytes))
}

/** What is new in a file, and how far it was read with that. */
async function* news(
	file: File,
	name: string,
	from: Place | null,
	looks: Looks
): AsyncGenerator<{ events: FeedEvent[]; place: Place }> {
	looks.looks = file.size === looks.size ? looks.looks + 1 : 0
	looks.size = file.size
	const isSame =
		from !== null &&
		file.size >= from.offset &&
		file.size >= from.headSize &&
		(await headOf(file, from.headSize)) === from.head
	const start = isSame ? from.offset : 0
	if (!isSame) looks.recognised = null
	if (file.size === 0 || (isSame && stampOf(file) === from.stamp)) return
	// The first row tells what the columns are: it must be whole.
	if (looks.recognised === null || looks.recognised.firstRows.length === 0)
		looks.recognised = await recognise(file, name)
	const { shape } = looks.recognised
	const headSize = Math.min(headBytes, file.size)
	const head = await headOf(file, headSize)
	if (shape.kind === 'json' || shape.kind === 'sheet') {
		const events = await eventsOf(file, looks.recognised, shape)
		yield { events: events.map(withId), place: { offset: 0, head, headSize, stamp: stampOf(file) } }
		return
	}
	for (let offset = start; offset < file.size;) {
		const bytes = new Uint8Array(await file.slice(offset, Math.min(file.size, offset + step)).arrayBuffer())
		const reachesEnd = offset + bytes.length >= file.size
		const isSettled = reachesEnd && looks.looks >= settledAfter
		const whole = isSettled ? bytes.length : wholeRecords(bytes, recordShape(looks.recognised))
		// A record that is longer than a step is no mention: go past it.
		const taken = whole === 0 && !reachesEnd ? bytes.length : whole
		if (taken === 0) return
		const events = await eventsOf(new Blob([bytes.subarray(0, taken)]), looks.recognised, headless(shape, offset))
		offset += taken
		yield { events, place: { offset, head, headSize, stamp: offset >= file.size ? stampOf(file) : '' } }
	}
}

/** By what a file that did not change is known. */
function stampOf(file: File): string {
	return `${file.size} ${file.lastModified}`
}

function recordShape({ encoding, shape }: Recognised) {
	const isWide = encoding.startsWith('utf-16')
	return { quotes: shape.kind === 'table', unit: isWide ? 2 : 1, bigEndian: encoding === 'utf-16be' } as const
}

/** Only the beginning of a file has its header. */
function headless(shape: Shape, offset: number): Shape {
	return shape.kind === 'table' && offset > 0 ? { ...shape, hasHeader: false } : shape
}

async function eventsOf(part: Blob, recognised: Recognised, shape: Shape): Promise<FeedEvent[]> {
	if (shape.kind === 'json-lines' || shape.kind === 'json') {
		const text = new TextDecoder(recognised.encoding).decode(await part.arrayBuffer())
		if (shape.kind === 'json-lines') return readLines(text)
		const read = readDocument(text, '')
		if (read === null) throw new FeedFailure('unreadable', '', 5000)
		return read.events
	}
	const columns = shape.kind === 'lines' ? { text: 0 } : columnsOf(recognised.header, recognised.firstRows)
	const events: FeedEvent[] = []
	for await (const { rows } of readRows(part, recognised.encoding, shape)) {
		for (const { cells } of rows) events.push(eventOf(cells, columns))
	}
	return events
}

function columnsOf(header: readonly string[], firstRows: readonly (readonly string[])[]): ColumnChoice {
	const columns = guessColumns(header)
	if (columns.text !== undefined) return columns
	const lengths = header.map((_, at) => firstRows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0))
	return { ...columns, text: Math.max(0, lengths.indexOf(Math.max(...lengths))) }
}

function eventOf(cells: readonly string[], columns: ColumnChoice): FeedEvent {
	return putOf({
		text: '',
		...Object.fromEntries(mentionColumns.map((column) => [column, cells[columns[column] ?? -1] ?? '']))
	})
}
