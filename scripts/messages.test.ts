import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const settings: { baseLocale: string; locales: string[] } = JSON.parse(
	readFileSync('project.inlang/settings.json', 'utf8')
)
const { baseLocale, locales } = settings
const others = locales.filter((locale) => locale !== baseLocale)

function fileOf(locale: string): Record<string, unknown> {
	return JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'))
}

/** The messages of a language by key; the text of a message with variants is all of them. */
function messagesOf(locale: string): Map<string, string> {
	return new Map(Object.entries(fileOf(locale)).map(([key, message]) => [key, JSON.stringify(message)]))
}

/** The names in braces of a message, without the declarations of its variants. */
function placeholders(message: string): string[] {
	return [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].toSorted()
}

function sources(): string {
	return readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(?:svelte|ts)$/.test(path) && !path.includes('paraglide'))
		.map((path) => readFileSync(`src/${path}`, 'utf8'))
		.join('\n')
}

test('every language of the settings has a file, and every file is a language of the settings', () => {
	const files = readdirSync('messages').map((file) => file.replace(/\.json$/, ''))
	expect(files.toSorted()).toEqual(locales.toSorted())
})

test.each(locales)('the messages in %s are sorted by key', (locale) => {
	const keys = [...messagesOf(locale).keys()]
	expect(keys).toEqual(keys.toSorted())
})

test.each(others)('%s says every message, with the same placeholders', (locale) => {
	const base = messagesOf(baseLocale)
	const other = messagesOf(locale)
	expect([...other.keys()].toSorted()).toEqual([...base.keys()].toSorted())
	for (const [key, message] of base) {
		expect([key, placeholders(other.get(key) ?? '')]).toEqual([key, placeholders(message)])
	}
})

test('every message is said somewhere', () => {
	const said = new Set([...sources().matchAll(/\bm\.(\w+)/g)].map(([, key]) => key))
	const unsaid = [...messagesOf(baseLocale).keys()].filter((key) => !said.has(key))
	expect(unsaid).toEqual([])
})
