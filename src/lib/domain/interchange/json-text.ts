import type { FileProblem } from './file-problem.ts'

export type JsonRead = { ok: true; value: unknown } | { ok: false; problem: FileProblem }

/** The value of a JSON text or of its UTF-8 bytes, with or without byte order mark; never throws. */
export function readJson(text: string | Uint8Array): JsonRead {
	const decoded = typeof text === 'string' ? text : decode(text)
	if (typeof decoded !== 'string') return { ok: false, problem: decoded }
	const source = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
	try {
		return { ok: true, value: JSON.parse(source) }
	} catch {
		return { ok: false, problem: notJson(source) }
	}
}

function decode(bytes: Uint8Array): string | FileProblem {
	const [first, second] = bytes
	// JSON begins with a character below 128, so a zero among the first two bytes means two bytes a character.
	const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
	if (marked || (bytes.length >= 2 && (first === 0 || second === 0))) {
		return { path: '$', rule: 'utf-16', params: {}, message: 'This is UTF-16 text. Save it as UTF-8.' }
	}
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
	} catch {
		return { path: '$', rule: 'not-utf-8', params: {}, message: 'This is not UTF-8 text.' }
	}
}

function notJson(source: string): FileProblem {
	const offset = errorOffset(source)
	const before = source.slice(0, offset)
	const lines = before.split(/\r\n|\n|\r/)
	const line = String(lines.length)
	const column = String((lines.at(-1)?.length ?? 0) + 1)
	return {
		path: '$',
		rule: 'not-json',
		params: { line, column },
		message: `This is not JSON: it goes wrong in line ${line}, column ${column}.`
	}
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const space = /[ \t\n\r]*/y

/**
 * Where a text stops being JSON: the offset of the first character that cannot be there, or the text's length where it ends too early.
 * Engines say it in words that differ, or not at all; and this one needs no stack, however deep the nesting.
 */
export function errorOffset(source: string): number {
	const open: ('{' | '[')[] = []
	let at = 0
	// What may come: a value, a value or the end of the list just opened, a member's name (or the end), or what follows a value.
	let expected: 'value' | 'first-element' | 'first-name' | 'name' | 'next' = 'value'
	for (;;) {
		at += matchLength(space, source, at)
		const character = source[at]
		if (character === undefined) return source.length
		if (expected === 'next') {
			const innermost = open.at(-1)
			if (innermost === undefined) return at
			if (character === ',') expected = innermost === '{' ? 'name' : 'value'
			else if (character === (innermost === '{' ? '}' : ']')) open.pop()
			else return at
			at += 1
		} else if (
			(expected === 'first-name' && character === '}') ||
			(expected === 'first-element' && character === ']')
		) {
			open.pop()
			expected = 'next'
			at += 1
		} else if (expected === 'first-name' || expected === 'name') {
			if (character !== '"') return at
			const name = stringEnd(source, at)
			if (!name.ok) return name.at
			at = name.at + matchLength(space, source, name.at)
			if (source[at] !== ':') return at
			at += 1
			expected = 'value'
		} else if (character === '{' || character === '[') {
			open.push(character)
			expected = character === '{' ? 'first-name' : 'first-element'
			at += 1
		} else if (character === '"') {
			const text = stringEnd(source, at)
			if (!text.ok) return text.at
			at = text.at
			expected = 'next'
		} else {
			const length = matchLength(literal, source, at)
			if (length === 0) return at
			at += length
			expected = 'next'
		}
	}
}

function matchLength(pattern: RegExp, source: string, at: number): number {
	pattern.lastIndex = at
	return pattern.exec(source)?.[0].length ?? 0
}

/** The offset after the string that begins at `start`, or the offset of what is wrong in it. */
function stringEnd(source: string, start: number): { ok: boolean; at: number } {
	for (let at = start + 1; at < source.length; at += 1) {
		const code = source.charCodeAt(at)
		if (code === 0x22) return { ok: true, at: at + 1 }
		if (code < 0x20) return { ok: false, at }
		if (code !== 0x5c) continue
		const escaped = source[at + 1] ?? ''
		if (escaped === 'u') {
			if (!/^[0-9a-fA-F]{4}$/.test(source.slice(at + 2, at + 6))) return { ok: false, at }
			at += 5
		} else if (escaped !== '' && '"\\/bfnrt'.includes(escaped)) at += 1
		else return { ok: false, at }
	}
	return { ok: false, at: source.length }
}
