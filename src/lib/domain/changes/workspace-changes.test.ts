import { expect, test } from 'vitest'
import { addSource } from './add-source.ts'
import { applyRows } from './apply-rows.ts'
import { decide } from './decide.ts'
import { editFrame } from './edit-frame.ts'
import { editSource } from './edit-source.ts'
import { editWords } from './edit-words.ts'
import { editWorkspace } from './edit-workspace.ts'
import { changes, isChangeName } from './index.ts'
import { removeDecision } from './remove-decision.ts'
import { removeSource } from './remove-source.ts'
import { runChange } from './run-change.ts'
import { runNamed } from './run-named.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

const atlas = smallAtlas()
const context = countingIds()

test('every change is listed under its own name', () => {
	for (const [name, change] of Object.entries(changes)) expect(change.name).toBe(name)
	expect(isChangeName('toString')).toBe(false)
})

test('no change throws, whatever it is given', () => {
	const inputs = [
		undefined,
		null,
		0,
		'x',
		[],
		{},
		{ table: '__proto__' },
		{ ids: ['__proto__'] },
		{ id: 'constructor' }
	]
	for (const change of Object.values(changes)) {
		for (const input of inputs) {
			const outcome = runNamed(atlas, isChangeName(change.name) ? change.name : 'decide', input, context)
			if (outcome.ok) expect(outcome.rows).toEqual([])
			else expect(outcome.message).not.toBe('')
		}
	}
})

test('editWorkspace does rename the atlas', () => {
	const outcome = runChange(atlas, editWorkspace, { name: 'Veldhaven 2' }, context)
	expect(applyRows(atlas, outcome.ok ? outcome.rows : []).workspace).toEqual({
		id: 'W',
		name: 'Veldhaven 2',
		description: ''
	})
	expect(runChange(atlas, editWorkspace, { id: 'W2' }, context).ok).toBe(false)
})

test('editFrame does set some fields and leave the others', () => {
	const goals = [{ text: 'Be there', owner: 'Service', measure: '' }]
	const first = runChange(atlas, editFrame, { vision: 'Near' }, context)
	const then = applyRows(atlas, first.ok ? first.rows : [])
	const outcome = runChange(then, editFrame, { goals }, context)
	expect(applyRows(then, outcome.ok ? outcome.rows : []).frame).toMatchObject({ vision: 'Near', goals })
})

test('editWords does replace the list that is given', () => {
	const outcome = runChange(atlas, editWords, { merge: [['claim', 'claims']] }, context)
	expect(applyRows(atlas, outcome.ok ? outcome.rows : []).words).toEqual({
		merge: [['claim', 'claims']],
		together: [],
		hide: []
	})
	expect(runChange(atlas, editWords, { merge: [['claim']] }, context).ok).toBe(false)
})

test('addSource, editSource and removeSource do keep sources that point to channels that are there', () => {
	const added = runChange(atlas, addSource, { name: 'Survey', kind: 'file', channel: 'D' }, countingIds())
	expect(added).toMatchObject({ ok: true, created: ['X1'] })
	expect(runChange(atlas, addSource, { id: 'T', name: 'Survey', kind: 'file' }, context)).toMatchObject({
		created: ['T']
	})
	expect(runChange(atlas, addSource, { id: 'S', name: 'Survey', kind: 'file' }, context)).toMatchObject({
		rule: 'id-taken'
	})
	expect(runChange(atlas, addSource, { name: 'Survey', kind: 'file', channel: 'P' }, context).ok).toBe(false)
	expect(runChange(atlas, editSource, { id: 'S', fields: { channel: null } }, context)).toMatchObject({
		rows: [{ fields: { channel: null } }]
	})
	expect(runChange(atlas, editSource, { id: 'S', fields: { channel: 'gone' } }, context).ok).toBe(false)
	expect(runChange(atlas, removeSource, { id: 'S' }, context)).toMatchObject({ subject: 'Reviews' })
})

test('decide does replace an earlier decision about the same finding, removeDecision takes it back', () => {
	const finding = { kind: 'duplicate-delivery', channel: 'C', products: ['O', 'Q'], needs: ['N', 'M'] }
	const first = runChange(atlas, decide, { finding, remedy: 'stop', owner: 'Service' }, countingIds())
	expect(first).toMatchObject({ ok: true, created: ['X1'], subject: 'Claim form · App' })
	const decided = applyRows(atlas, first.ok ? first.rows : [])
	const again = { finding: { ...finding, needs: ['M', 'N'] }, remedy: 'accept', note: 'Until spring' }
	const second = runChange(decided, decide, again, context)
	const after = applyRows(decided, second.ok ? second.rows : [])
	expect([...after.decisions.values()]).toMatchObject([{ id: 'X1', remedy: 'accept', owner: '', note: 'Until spring' }])
	const back = runChange(after, removeDecision, { id: 'X1' }, context)
	expect(applyRows(after, back.ok ? back.rows : []).decisions.size).toBe(0)
})
