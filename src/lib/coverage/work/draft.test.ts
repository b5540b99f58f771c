import { expect, test } from 'vitest'
import { decision } from '#lib/domain/model/decision.ts'
import { dateOf, draftOf, isOverdue, lacksReason } from './draft.ts'

test('a form begins with the usual remedy, or with the decision that is there', () => {
	expect(draftOf('unmet', null).remedy).toBe('deliver')
	expect(draftOf('idle-channel', null).remedy).toBe('stop')
	const made = decision.parse({ id: 'D', finding: { kind: 'unmet' }, remedy: 'earn', owner: 'Press', done: true })
	expect(draftOf('unmet', made)).toEqual({ remedy: 'earn', owner: 'Press', due: null, note: '', done: true })
})

test('only what is left as it is needs a reason', () => {
	const draft = draftOf('unmet', null)
	expect(lacksReason(draft)).toBe(false)
	expect(lacksReason({ ...draft, remedy: 'accept', note: ' ' })).toBe(true)
	expect(lacksReason({ ...draft, remedy: 'accept', note: 'Too dear' })).toBe(false)
})

test('what is due yesterday and not done is overdue, what is due today is not', () => {
	const draft = { ...draftOf('unmet', null), due: '2027-03-01' }
	expect(isOverdue(draft, '2027-03-02')).toBe(true)
	expect(isOverdue(draft, '2027-03-01')).toBe(false)
	expect(isOverdue({ ...draft, done: true }, '2027-03-02')).toBe(false)
	expect(dateOf(new Date(2027, 2, 1, 23, 59))).toBe('2027-03-01')
})
