import { guessColumns, mentionColumns, type MentionColumn } from '../interchange/mention-table.ts'
import { malformed, putOf, type FeedEvent } from './feed-event.ts'

/** Which field of an entry holds what, as a way of names with dots (`user.name`); what is not named is recognised. */
export type FieldNames = Readonly<Partial<Record<MentionColumn, string>>>

/** A value read from JSON, or undefined where the text is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at the end of a way of names with dots; undefined where there is none. Only own members count. */
export function valueAt(value: unknown, way: string): unknown {
	let at = value
	for (const name of way.split('.')) {
		if (!isObject(at) || !Object.hasOwn(at, name)) return undefined
		at = at[name]
	}
	return at
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return value
	if (typeof value === 'number' || typeof value === 'boolean') return String(value)
	if (Array.isArray(value)) return textOf(value[0])
	// People are often objects: {"author": {"name": …}}.
	if (isObject(value)) {
		for (const name of ['name', 'displayName', 'display_name', 'username', 'handle', 'acct', 'id'])
			if (typeof value[name] === 'string') return value[name]
	}
	return ''
}

/**
 * One entry of a JSON feed, with the names of the model's section 7 (or others that mean the same), or `{"op": "delete", "id": …}`,
 * `{"op": "delete-author", "author": …}`, `{"op": "resync"}`. A plain string is a mention's text.
 */
export function readEntry(entry: unknown, names: FieldNames = {}): FeedEvent {
	if (typeof entry === 'string') return putOf({ text: entry })
	if (!isObject(entry)) return malformed
	const keys = Object.keys(entry)
	const guessed = guessColumns(keys)
	const field = (column: MentionColumn): string => {
		const way = names[column]
		if (way !== undefined && way !== '') return textOf(valueAt(entry, way))
		const at = guessed[column]
		return at === undefined ? '' : textOf(entry[keys[at] ?? ''])
	}
	const cursor = textOf(Object.hasOwn(entry, 'cursor') ? entry['cursor'] : undefined)
	const onward = cursor === '' ? {} : { cursor }
	switch (Object.hasOwn(entry, 'op') ? entry['op'] : 'put') {
		case 'delete':
			return field('id') === '' ? malformed : { op: 'delete', id: field('id'), ...onward }
		case 'delete-author':
			return field('author') === '' ? malformed : { op: 'delete-author', author: field('author'), ...onward }
		case 'resync':
			return { op: 'resync', ...onward }
		case 'put': {
			const put = Object.fromEntries(mentionColumns.map((column) => [column, field(column)]))
			return putOf({ text: '', ...put, ...onward })
		}
		default:
			return malformed
	}
}

/** The entries of JSON lines: one for each line that is not empty. */
export function readLines(text: string, names: FieldNames = {}): FeedEvent[] {
	return text
		.split(/\r\n|\n|\r/)
		.filter((line) => line.trim() !== '')
		.map((line) => readEntry(parseJson(line), names))
}

/**
 * The entries of a whole JSON document: an array, an object that holds one (at `list`, or the longest list of objects in it), or JSON lines.
 * An entry without an id gets one from what it says, so that a document that is fetched again counts once. Null where the text is no JSON.
 */
export function readDocument(
	text: string,
	list: string,
	names: FieldNames = {}
): { events: FeedEvent[]; cursor: string } | null {
	const document = parseJson(text)
	if (document === undefined) {
		const lines = readLines(text, names)
		return lines.some(({ op }) => op !== 'drop') ? { events: lines.map(withId), cursor: '' } : null
	}
	const found = list === '' ? document : valueAt(document, list)
	const entries = Array.isArray(found) ? found : isObject(found) ? (longestList(found) ?? [found]) : null
	if (entries === null) return null
	return {
		events: entries.map((entry) => withId(readEntry(entry, names))),
		cursor: textOf(valueAt(document, 'cursor'))
	}
}

function longestList(document: Record<string, unknown>): unknown[] | null {
	const lists = Object.values(document).filter((value): value is unknown[] => Array.isArray(value))
	return lists.toSorted((left, right) => right.length - left.length)[0] ?? null
}

/** The event; a put without an id gets one from author, time and text. */
export function withId(event: FeedEvent): FeedEvent {
	if (event.op !== 'put' || event.id !== '') return event
	return { ...event, id: `~${contentHash(`${event.author}\u0001${event.at}\u0001${event.text}`)}` }
}

/** A 64-bit hash of a text in hexadecimal: to tell apart, not to keep secret. */
export function contentHash(text: string): string {
	let one = 0xdeadbeef
	let other = 0x41c6ce57
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at)
		one = Math.imul(one ^ code, 2654435761)
		other = Math.imul(other ^ code, 1597334677)
	}
	one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
	other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
	const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0')
	return hex(other) + hex(one)
}
