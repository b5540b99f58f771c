import Papa from 'papaparse'
import { guessColumns } from '#lib/domain/interchange/mention-table.ts'
import { isWorkbook, sheetRows } from './read-sheet.ts'

/** How the rows stand in a file. `delimiter` is what parts the cells of a table. */
export type Shape =
	| { readonly kind: 'table'; readonly delimiter: string; readonly hasHeader: boolean }
	| { readonly kind: 'sheet'; readonly hasHeader: boolean }
	| { readonly kind: 'lines' }
	| { readonly kind: 'json-lines' }
	| { readonly kind: 'json' }

/** Whether the rows have columns of which the first row may tell the names. */
export function isTable(shape: Shape): shape is Extract<Shape, { hasHeader: boolean }> {
	return shape.kind === 'table' || shape.kind === 'sheet'
}

/** A file as it was recognised: its encoding, its shape, its columns and first rows. */
export type Recognised = {
	readonly encoding: string
	readonly shape: Shape
	readonly header: readonly string[]
	readonly firstRows: readonly (readonly string[])[]
}

/** A row with its number in the file, counted from 1 with the header; in JSON and plain text, the number of the entry. */
export type NumberedRow = { readonly number: number; readonly cells: readonly string[] }

const sampleBytes = 256 * 1024
const sampleRows = 200

/**
 * What a file's bytes are: a byte order mark decides, then UTF-8 if they are that, then GB18030 if that gives mostly Chinese, else Windows-1252.
 * `bytes` may end within a character.
 */
export function recogniseEncoding(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
		return 'utf-8'
	} catch {
		const chinese = new TextDecoder('gb18030').decode(bytes, { stream: true })
		const high = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0)
		const han = chinese.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0
		// Two bytes above 7F are one Chinese character; accents in Dutch or French stand alone between letters.
		return han * 2 > high * 0.8 ? 'gb18030' : 'windows-1252'
	}
}

/** Recognises encoding, shape and columns from the beginning of a file. `name` tells only whether it is plain text. */
export async function recognise(file: Blob, name: string): Promise<Recognised> {
	const bytes = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer())
	if (isWorkbook(bytes)) return await recogniseSheet(file)
	const encoding = recogniseEncoding(bytes)
	const whole = file.size <= sampleBytes
	const text = new TextDecoder(encoding).decode(bytes, { stream: !whole })
	const shape = shapeOf(text, name)
	const rows = await take(readRows(file, encoding, shape), sampleRows)
	const header = await headerOf(file, encoding, shape)
	return { encoding, shape, header, firstRows: rows.map(({ cells }) => cells) }
}

async function recogniseSheet(file: Blob): Promise<Recognised> {
	const rows = await sheetRows(file)
	const first = rows[0]?.cells ?? []
	const hasHeader = Object.keys(guessColumns(first)).length > 0
	return {
		encoding: 'xlsx',
		shape: { kind: 'sheet', hasHeader },
		header: hasHeader ? first : first.map(() => ''),
		firstRows: rows.slice(hasHeader ? 1 : 0, sampleRows).map(({ cells }) => cells)
	}
}

/** The names of a file's columns in a given shape; those without a name get none. */
export async function headerOf(file: Blob, encoding: string, shape: Shape): Promise<string[]> {
	if (shape.kind === 'lines') return ['text']
	if (shape.kind === 'sheet') {
		const first = (await sheetRows(file))[0]?.cells ?? []
		return shape.hasHeader ? [...first] : first.map(() => '')
	}
	if (shape.kind === 'json' || shape.kind === 'json-lines') return (await keysOf(file, encoding, shape)) ?? []
	for await (const { rows } of tableRows(file, encoding, shape.delimiter)) {
		const first = rows[0]?.cells ?? []
		return shape.hasHeader ? [...first] : first.map(() => '')
	}
	return []
}

function shapeOf(text: string, name: string): Shape {
	const start = text.trimStart()
	if (start.startsWith('[')) return { kind: 'json' }
	if (start.startsWith('{')) return { kind: isOneObject(start) ? 'json' : 'json-lines' }
	const parsed = Papa.parse<string[]>(text.split(/\r?\n/).length > sampleRows ? text.slice(0, 64 * 1024) : text, {
		preview: 30,
		skipEmptyLines: true,
		delimitersToGuess: [',', '\t', ';', '|']
	})
	const [first = [], ...others] = parsed.data
	const delimiter = parsed.meta.delimiter
	const knowsText = guessColumns(first).text !== undefined
	const isEven = others.length > 0 && others.slice(0, -1).every((row) => row.length === first.length)
	if (knowsText && (first.length > 1 || others.length > 0)) return { kind: 'table', delimiter, hasHeader: true }
	const named = /\.(?:csv|tsv)$/i.test(name)
	if (
		first.length > 1 &&
		(named || (isEven && (delimiter === '\t' || (first.length > 2 && Object.keys(guessColumns(first)).length > 0))))
	) {
		return { kind: 'table', delimiter, hasHeader: Object.keys(guessColumns(first)).length > 0 }
	}
	return { kind: 'lines' }
}

async function take(chunks: AsyncIterable<{ rows: readonly NumberedRow[] }>, most: number): Promise<NumberedRow[]> {
	const taken: NumberedRow[] = []
	for await (const { rows } of chunks) {
		taken.push(...rows.slice(0, most - taken.length))
		if (taken.length >= most) break
	}
	return taken
}

/** Rows as they are read, and how many bytes of the file they took so far. The header of a table is not among them; empty rows are left out. */
export async function* readRows(
	file: Blob,
	encoding: string,
	shape: Shape
): AsyncGenerator<{ rows: NumberedRow[]; bytes: number }> {
	if (shape.kind === 'table') {
		for await (const { rows, bytes } of tableRows(file, encoding, shape.delimiter)) {
			yield {
				rows: rows.filter(
					({ number, cells }) => (number > 1 || !shape.hasHeader) && cells.some((cell) => cell.trim() !== '')
				),
				bytes
			}
		}
	} else if (shape.kind === 'sheet') {
		yield { rows: (await sheetRows(file)).slice(shape.hasHeader ? 1 : 0), bytes: file.size }
	} else if (shape.kind === 'json') {
		const keys = (await keysOf(file, encoding, shape)) ?? []
		const list = await entriesOf(file, encoding)
		yield { rows: list.map((entry, at) => ({ number: at + 1, cells: cellsOf(entry, keys) })), bytes: file.size }
	} else {
		const keys = shape.kind === 'json-lines' ? ((await keysOf(file, encoding, shape)) ?? []) : null
		let number = 0
		for await (const { lines, bytes } of linesOf(file, encoding)) {
			const rows: NumberedRow[] = []
			for (const line of lines) {
				number += 1
				if (line.trim() === '') continue
				rows.push({ number, cells: keys === null ? [line] : cellsOf(parseJson(line), keys) })
			}
			yield { rows, bytes }
		}
	}
}

async function* decoded(file: Blob, encoding: string): AsyncGenerator<{ text: string; bytes: number; last: boolean }> {
	const decoder = new TextDecoder(encoding)
	const step = 512 * 1024
	// A streaming decoder: a slice of bytes may end within a character.
	for (let from = 0; from < file.size || from === 0; from += step) {
		const last = from + step >= file.size
		const bytes = new Uint8Array(await file.slice(from, from + step).arrayBuffer())
		yield { text: decoder.decode(bytes, { stream: !last }), bytes: Math.min(file.size, from + step), last }
	}
}

/** What Papa's inner parser gives, which reads on from where a chunk ended; its declared type is `any`. */
type ParsedChunk = { data: string[][]; meta: { cursor: number } }

async function* tableRows(
	file: Blob,
	encoding: string,
	delimiter: string
): AsyncGenerator<{ rows: NumberedRow[]; bytes: number }> {
	let rest = ''
	let number = 0
	for await (const { text, bytes, last } of decoded(file, encoding)) {
		rest += text
		const parsed: ParsedChunk = new Papa.Parser({ delimiter, newline: lineEndOf(rest) }).parse(rest, 0, !last)
		const { data, meta } = parsed
		rest = last ? '' : rest.slice(meta.cursor)
		yield { rows: data.map((cells) => ({ number: (number += 1), cells })), bytes }
	}
}

function lineEndOf(text: string): '\r\n' | '\n' | '\r' {
	return text.includes('\r\n') ? '\r\n' : text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
}

async function* linesOf(file: Blob, encoding: string): AsyncGenerator<{ lines: string[]; bytes: number }> {
	let rest = ''
	for await (const { text, bytes, last } of decoded(file, encoding)) {
		const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
		rest = last ? '' : (lines.pop() ?? '')
		yield { lines, bytes }
	}
}

/** A value read from JSON, or undefined where it is none. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

async function keysOf(file: Blob, encoding: string, shape: Shape): Promise<string[] | null> {
	const keys = new Set<string>()
	const add = (entry: unknown) => {
		if (typeof entry === 'object' && entry !== null) for (const key of Object.keys(entry)) keys.add(key)
	}
	if (shape.kind === 'json') {
		for (const entry of (await entriesOf(file, encoding)).slice(0, sampleRows)) add(entry)
	} else {
		for await (const { lines } of linesOf(file, encoding)) {
			for (const line of lines.slice(0, sampleRows)) add(parseJson(line))
			break
		}
	}
	return [...keys]
}

/** Whether a text that begins with a brace is one object over several lines (or one that holds a list) rather than an object a line. */
function isOneObject(text: string): boolean {
	const first = parseJson(text.slice(0, text.search(/[\r\n]|$/)))
	return first === undefined || (typeof first === 'object' && first !== null && listIn(first) !== null)
}

/** The entries of a JSON document: its array, or the longest list of objects that its object holds, or the object itself. */
async function entriesOf(file: Blob, encoding: string): Promise<unknown[]> {
	const document = parseJson(new TextDecoder(encoding).decode(await file.arrayBuffer()))
	if (Array.isArray(document)) return document
	if (typeof document !== 'object' || document === null) return []
	return listIn(document) ?? [document]
}

function listIn(document: object): unknown[] | null {
	const lists = Object.values(document).filter(
		(value): value is unknown[] =>
			Array.isArray(value) && value.some((entry) => typeof entry === 'object' && entry !== null)
	)
	return lists.toSorted((left, right) => right.length - left.length)[0] ?? null
}

function cellsOf(entry: unknown, keys: readonly string[]): string[] {
	if (typeof entry === 'string') return keys.map((_, at) => (at === 0 ? entry : ''))
	if (typeof entry !== 'object' || entry === null) return keys.map(() => '')
	const values = new Map<string, unknown>(Object.entries(entry))
	return keys.map((key) => {
		const value = values.get(key)
		return typeof value === 'string'
			? value
			: typeof value === 'number' || typeof value === 'boolean'
				? String(value)
				: ''
	})
}
