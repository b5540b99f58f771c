import { afterAll, expect, test } from 'vitest'
import { runChange } from '#lib/domain/changes/run-change.ts'
import { refuse } from '#lib/domain/changes/change.ts'
import { changes } from '#lib/domain/changes/index.ts'
import { linkThings } from '#lib/domain/changes/link-things.ts'
import { refusalRules } from '#lib/domain/changes/rules.ts'
import { countingIds, smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { problemRules } from '#lib/domain/interchange/file-problem.ts'
import { mentionNotes, mentionRules } from '#lib/domain/interchange/mention-rules.ts'
import { getLocale, locales, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js'
import { mentionNoteText } from './mention-note.ts'
import { problemText, refusalText } from './refusal.ts'
import { stepText } from './step.ts'

const before = getLocale
afterAll(() => overwriteGetLocale(before))

/** The same sentence in every language. */
function inEach(sentence: () => string): string[] {
	return locales.map((locale: Locale) => {
		overwriteGetLocale(() => locale)
		return sentence()
	})
}

/** Said in every language, and not the same: a message that is missing is shown in English or as its key. */
function expectSaid(name: string, sentence: () => string): void {
	const said = inEach(sentence)
	for (const text of said) expect(text, name).not.toMatch(/^(refusal|step)_|^$/)
	expect(new Set(said).size, `${name}: ${said.join(' / ')}`).toBe(locales.length)
}

test('every rule by which something is refused is said in every language', () => {
	for (const rule of refusalRules) expectSaid(rule, () => refusalText(refuse(rule, '')))
	for (const rule of problemRules) expectSaid(rule, () => problemText({ path: '$', rule, params: {}, message: '' }))
	for (const rule of [...mentionRules, ...mentionNotes]) expectSaid(rule, () => mentionNoteText({ rule, value: '' }))
})

test('every change is a step in every language', () => {
	for (const change of Object.keys(changes)) expectSaid(change, () => stepText({ change, subject: 'Website' }))
})

test('a step is named by what it did to what', () => {
	expect(inEach(() => stepText({ change: 'renameEntity', subject: 'Website' }))[0]).toBe('rename Website')
	expect(inEach(() => stepText({ change: 'moveNodes', subject: '界'.repeat(70) }))[0]).toBe(`move ${'界'.repeat(60)}…`)
	expect(stepText({ change: 'somethingOlder', subject: 'Website' })).toBe('Website')
})

test('a pair that cannot be linked is refused with what can', () => {
	const refusal = runChange(smallAtlas(), linkThings, { from: 'N', to: 'V' }, countingIds())
	expect(inEach(() => (refusal.ok ? '' : refusalText(refusal)))).toEqual([
		'Needs cannot be linked to Values. Possible instead: Personas, Channels, and Products.',
		'Koppelen van Behoeften aan Klantwaarden kan niet. Wel mogelijk: Persona’s, Kanalen en Producten.',
		'需求不能与价值词相连。可以改为连接：人物画像、渠道和产品。'
	])
})
