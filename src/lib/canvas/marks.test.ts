import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { marksOf } from './marks.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')
const marks = marksOf(covered, findings(atlas, covered))

test('a need bears the worst status of those who have it', () => {
	expect(marks.statusOfNeed.get('N12')).toBe('unmet')
	expect(marks.statusOfNeed.get('N1')).toBe('first')
})

test('a persona bears her served share', () => {
	expect(marks.servedOfPersona.get('P1')).toBeCloseTo(0.8)
})

test('a finding about a delivery is marked on the delivery, not on its ends', () => {
	expect(marks.findingsOf('delivers/PR7:C7').map(({ kind }) => kind)).toContain('unasked-delivery')
	expect(marks.findingsOf('PR7')).toEqual([])
	expect(marks.findingsOf('PR8').map(({ kind }) => kind)).toEqual(['orphan-product'])
	expect(marks.findingsOf('N2').map(({ kind }) => kind)).toEqual(['off-channel'])
})
