import { afterEach, expect, test, vi } from 'vitest'
import { overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js'
import { region } from './region.ts'

afterEach(() => {
	vi.unstubAllGlobals()
	overwriteGetLocale(() => 'en')
})

test.each<[Locale, string[], string]>([
	['en', ['en-GB', 'en'], 'en-GB'],
	['en', ['nl-NL', 'en-US'], 'en-NL'],
	['nl', ['nl-BE'], 'nl-BE'],
	['nl', ['nl'], 'nl'],
	['en', [], 'en'],
	['en', ['what is this'], 'en'],
	['zh-CN', ['en-GB'], 'zh-CN']
])('%s for a browser that asks for %j is written as %s', (language, languages, written) => {
	vi.stubGlobal('navigator', { languages })
	overwriteGetLocale(() => language)
	expect(region()).toBe(written)
})
