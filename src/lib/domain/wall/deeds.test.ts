import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import type { ChangeName } from '../changes/index.ts'
import { runNamed } from '../changes/run-named.ts'
import { countingIds } from '../changes/small-atlas.ts'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { findings } from '../findings/index.ts'
import type { Atlas } from '../model/atlas.ts'
import { wallWork } from './deeds.ts'

const context = countingIds()

function after(atlas: Atlas, name: ChangeName, input: unknown): Atlas {
	const outcome = runNamed(atlas, name, input, context)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function workNow(atlas: Atlas) {
	const covered = coverage(atlas, 'today')
	return wallWork(atlas, covered, findings(atlas, covered), '2026-03-09')
}

const [first, second, third] = findings(veldhaven(), coverage(veldhaven(), 'today'))
	.filter(({ kind }) => kind === 'off-channel')
	.map(({ priority: _, ...finding }) => finding)

test('tasks come by their day, those that are late first, and those without one last', () => {
	let atlas = after(veldhaven(), 'decide', { finding: first, remedy: 'deliver', owner: 'Service' })
	atlas = after(atlas, 'decide', { finding: second, remedy: 'deliver', owner: 'Marketing', due: '2026-03-10' })
	atlas = after(atlas, 'decide', { finding: third, remedy: 'steer', owner: 'Claims', due: '2026-03-08' })
	const { tasks, deeds, counts } = workNow(atlas)
	expect(tasks.map(({ decision, isLate }) => [decision.owner, isLate])).toEqual([
		['Claims', true],
		['Marketing', false],
		['Service', false]
	])
	expect(deeds).toEqual([])
	expect(counts).toMatchObject({ decided: 3, done: 0 })
})

test('a deed is a decision that is done, or one whose finding is served now', () => {
	const atlas = after(veldhaven(), 'decide', { finding: first, remedy: 'deliver', done: true })
	expect(workNow(atlas).deeds).toMatchObject([{ closure: null }])

	const decided = after(veldhaven(), 'decide', { finding: first, remedy: 'deliver' })
	const covered = coverage(decided, 'today')
	const pair = covered.pairOf(first?.persona ?? '', first?.need ?? '')
	const served = after(decided, 'linkThings', {
		from: covered.fulfilling(first?.need ?? '')[0],
		to: pair?.preferred[0]?.channel
	})
	expect(workNow(served)).toMatchObject({ tasks: [], deeds: [{ closure: { by: 'served' } }] })
})

test('what was accepted, or only taken off the map, is no deed', () => {
	const accepted = after(veldhaven(), 'decide', { finding: first, remedy: 'accept', note: 'Not this year' })
	expect(workNow(accepted)).toMatchObject({ tasks: [], deeds: [] })
	const decided = after(veldhaven(), 'decide', { finding: first, remedy: 'deliver' })
	const gone = after(decided, 'removeThings', { ids: [first?.need] })
	expect(workNow(gone)).toMatchObject({ tasks: [], deeds: [] })
})
