import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const locales = ['en', 'zh-CN'] as const

/** The messages of a language by key; the text of a message with variants is all of them. */
function messagesOf(locale: (typeof locales)[number]): Map<string, string> {
	const file: Record<string, unknown> = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'))
	return new Map(Object.entries(file).map(([key, message]) => [key, JSON.stringify(message)]))
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

test('every language says every message, with the same placeholders', () => {
	const [english, chinese] = locales.map(messagesOf)
	expect([...(chinese?.keys() ?? [])].toSorted()).toEqual([...(english?.keys() ?? [])].toSorted())
	for (const [key, message] of english ?? []) {
		expect([key, placeholders(chinese?.get(key) ?? '')]).toEqual([key, placeholders(message)])
	}
})

test('every message is said somewhere', () => {
	const said = new Set([...sources().matchAll(/\bm\.(\w+)/g)].map(([, key]) => key))
	const unsaid = [...messagesOf('en').keys()].filter((key) => !said.has(key))
	expect(unsaid).toEqual([])
})
