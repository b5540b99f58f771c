import { describe, expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { fixesOf } from '#lib/domain/findings/fixes.ts'
import { preferFix, removeProductFix, stopFix } from '#lib/domain/findings/fix.ts'
import { locales, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js'
import { fixDoneText, fixText } from './fix.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')

function inLocale(locale: Locale) {
	overwriteGetLocale(() => locale)
}

describe('the label of a fix', () => {
	test('names the product and the channel of a delivery to plan', () => {
		inLocale('en')
		const finding = findings(atlas, covered).find(({ kind }) => kind === 'off-channel')
		const [fix] = finding === undefined ? [] : fixesOf(atlas, covered, finding)
		if (fix === undefined) throw new Error('no fix')
		expect(fixText(atlas, fix)).toBe('Plan “Coverage guide” on Instagram ads')
		expect(fixDoneText(atlas, fix)).toBe('“Coverage guide” is planned on Instagram ads.')
		inLocale('zh-CN')
		expect(fixText(atlas, fix)).toBe('计划在Instagram ads投放“Coverage guide”')
	})

	test('says that a live delivery retires', () => {
		inLocale('en')
		const fix = stopFix(atlas, 'PR7', 'C6')
		if (fix === null) throw new Error('no fix')
		expect(fixText(atlas, fix)).toBe('Retire “Prevention tips” from Instagram ads')
	})

	test('tells a preference of a need from one of a persona', () => {
		inLocale('en')
		const pair = { persona: 'P1', need: 'N1' }
		expect(fixText(atlas, preferFix(pair, 'need', 'C2'))).toBe('Note App as wanted')
		expect(fixText(atlas, preferFix(pair, 'persona', 'C2'))).toBe('Note that Sanne de Wit prefers App')
	})

	test('every fix of the worked case has a label and a result without holes', () => {
		for (const locale of locales) {
			inLocale(locale)
			const fixes = findings(atlas, covered).flatMap((finding) => fixesOf(atlas, covered, finding))
			for (const fix of [...fixes, removeProductFix('PR8')]) {
				for (const text of [fixText(atlas, fix), fixDoneText(atlas, fix)]) {
					expect(text).not.toMatch(/undefined|“”|\{/)
				}
			}
		}
	})
})
