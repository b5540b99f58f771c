import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { findingKey } from '#lib/domain/findings/finding.ts'
import { fixesOf } from '#lib/domain/findings/fixes.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { tracksOf } from './tracks.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')
const found = findings(atlas, covered)

/** The tracks of a finding as text: ⇢ leads to what is missing, ? stands for what nobody knows. */
function drawn(key: string): string[] {
	const finding = found.find((one) => findingKey(one) === key)
	if (finding === undefined) throw new Error(`no finding ${key}`)
	return tracksOf(atlas, covered, finding, fixesOf(atlas, covered, finding)).shown.map((track) =>
		track.map(({ id, missing }, at) => `${at === 0 ? '' : missing ? '⇢' : '→'}${id ?? '?'}`).join('')
	)
}

test('a need off the preferred channels shows where it is and where it should be', () => {
	expect(drawn('off-channel:P1:N2')).toEqual(['N2→PR2→C1', 'PR2⇢C6'])
})

test('a second choice shows the channel that serves and the first choice', () => {
	expect(drawn('second-choice:P2:N5')).toEqual(['N5→PR2→C1', 'PR2⇢C2'])
})

test('what is not there is marked as missing', () => {
	expect(drawn('unmet:P4:N12')[0]).toMatch(/^N12⇢\?/)
	expect(drawn('undelivered:P4:N13')).toEqual(['N13→PR9⇢C9'])
	expect(drawn('unasked-role:P2:reach')).toEqual(['P2⇢?'])
})

test('a redundancy shows the delivery that nobody asked for', () => {
	expect(drawn('unasked-delivery:PR7:C6').every((track) => track.endsWith('PR7→C6'))).toBe(true)
	expect(drawn('orphan-product:PR8')[0]).toBe('?⇢PR8→C4')
})

test('every finding has at least one track, and none has more than two', () => {
	for (const finding of found) {
		const { shown } = tracksOf(atlas, covered, finding, fixesOf(atlas, covered, finding))
		expect(shown.length, findingKey(finding)).toBeGreaterThan(0)
		expect(shown.length).toBeLessThanOrEqual(2)
	}
})
