import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import type { ChangeName } from '../changes/index.ts'
import { runNamed } from '../changes/run-named.ts'
import { countingIds } from '../changes/small-atlas.ts'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import type { Atlas } from '../model/atlas.ts'
import { factsOf } from './facts.ts'
import { findingKey } from './finding.ts'
import { findings } from './index.ts'
import { groundsOf } from './grounds.ts'
import { ownerSuggestions } from './owners.ts'
import { countWork, workOf } from './work.ts'

const context = countingIds()

function changed(atlas: Atlas, name: ChangeName, input: unknown): Atlas {
	const outcome = runNamed(atlas, name, input, context)
	if (!outcome.ok) throw new Error(outcome.message)
	return applyRows(atlas, outcome.rows)
}

function workToday(atlas: Atlas) {
	return workOf(atlas, findings(atlas, coverage(atlas, 'today')))
}

/** The sample with every finding of today accepted. */
function accepted(): Atlas {
	const atlas = veldhaven()
	return findings(atlas, coverage(atlas, 'today')).reduce((before, { priority: _, ...finding }) => {
		return changed(before, 'decide', { finding, remedy: 'accept', note: 'Not this year' })
	}, atlas)
}

const all = accepted()

/** The keys of the findings that are open again after a change. */
function returned(name: ChangeName, input: unknown): string[] {
	return workToday(changed(all, name, input))
		.entries.filter((entry) => entry.decision !== null && entry.state === 'open')
		.map(({ finding }) => findingKey(finding))
}

test('what is accepted is no longer open, and all states are counted', () => {
	const atlas = veldhaven()
	const before = workToday(atlas)
	const total = before.entries.length
	expect(countWork(before)).toEqual({ open: total, decided: 0, accepted: 0, done: 0 })
	expect(countWork(workToday(all))).toEqual({ open: 0, decided: 0, accepted: total, done: 0 })
	const finding = { kind: 'off-channel', persona: 'P1', need: 'N2' }
	const decided = changed(atlas, 'decide', { finding, remedy: 'deliver', owner: 'Marketing', due: '2027-01-31' })
	expect(countWork(workToday(decided))).toEqual({ open: total - 1, decided: 1, accepted: 0, done: 0 })
	const done = changed(decided, 'decide', { finding, remedy: 'deliver', done: true })
	expect(countWork(workToday(done))).toEqual({ open: total - 1, decided: 0, accepted: 0, done: 1 })
})

test('leaving a finding as it is needs a reason', () => {
	const finding = { kind: 'off-channel', persona: 'P1', need: 'N2' }
	const outcome = runNamed(veldhaven(), 'decide', { finding, remedy: 'accept', note: '  ' }, context)
	expect(outcome).toMatchObject({ ok: false, rule: 'reason-missing' })
})

const accepts = 'off-channel:P1:N2'

test.each<[string, ChangeName, unknown]>([
	['the importance of the need to her', 'editLink', { table: 'has', key: 'P1:N2', fields: { importance: 5 } }],
	['the share of the persona', 'editEntity', { table: 'personas', id: 'P1', fields: { share: 9 } }],
	['the stage of the need', 'editEntity', { table: 'needs', id: 'N2', fields: { stage: 'share' } }],
	['the kind of the need', 'editEntity', { table: 'needs', id: 'N2', fields: { kind: 'advice' } }],
	[
		'the roles of a channel that is wanted',
		'editEntity',
		{ table: 'channels', id: 'C6', fields: { roles: ['depth'] } }
	],
	['what a channel can carry', 'editEntity', { table: 'channels', id: 'C6', fields: { carries: ['advice'] } }],
	['the effort of a channel', 'editEntity', { table: 'channels', id: 'C6', fields: { effort: 4 } }],
	['a new preference', 'setRank', { from: 'N2', channel: 'C9', rank: 3 }],
	['a new product that answers the need', 'linkThings', { from: 'PR9', to: 'N2' }],
	['a preference that is taken back', 'removeThings', { links: [{ table: 'prefers', key: 'N2:C9' }] }],
	['a delivery that is planned', 'setDeliveryStatus', { product: 'PR2', channel: 'C6', status: 'planned' }],
	['a delivery that retires', 'setDeliveryStatus', { product: 'PR2', channel: 'C1', status: 'retiring' }]
])('an accepted finding is open again after a change of %s', (_what, name, input) => {
	expect(returned(name, input)).toContain(accepts)
})

test.each<[string, ChangeName, unknown]>([
	['the name of the persona', 'renameEntity', { id: 'P1', name: 'Sanne' }],
	[
		'the description of the need',
		'editEntity',
		{ table: 'needs', id: 'N2', fields: { description: 'As she says it' } }
	],
	['evidence', 'editLink', { table: 'has', key: 'P1:N2', fields: { evidence: '12 interviews' } }],
	['a place on the map', 'moveNodes', { positions: [{ id: 'P1', x: 5, y: 5 }] }],
	['another persona', 'editEntity', { table: 'personas', id: 'P3', fields: { share: 9 } }],
	['another delivery', 'setDeliveryStatus', { product: 'PR7', channel: 'C7', status: 'retiring' }]
])('an accepted finding stays accepted after a change of %s', (_what, name, input) => {
	expect(returned(name, input)).not.toContain(accepts)
})

test('every kind of finding returns when something that it rests on changes, and says what', () => {
	const seen = new Set<string>()
	for (const { finding } of workToday(all).entries) {
		const before = factsOf(all, finding)
		expect(before.length, findingKey(finding)).toBeGreaterThan(0)
		for (const { table, key } of groundsOf(all, finding)) {
			const rows = new Map<string, object>(all[table])
			const row = rows.get(key)
			if (row === undefined || !('rank' in row || 'status' in row || 'importance' in row || 'effort' in row)) continue
			const other =
				'rank' in row
					? { rank: 9 }
					: 'status' in row
						? { status: 'planned' }
						: 'importance' in row
							? { importance: 1 }
							: { effort: 77 }
			rows.set(key, { ...row, ...other })
			const after: Atlas = { ...all, [table]: rows }
			const entry = workOf(after, [finding]).entries[0]
			if (JSON.stringify(rows.get(key)) === JSON.stringify(row)) continue
			expect(entry?.state, `${findingKey(finding)} by ${table}/${key}`).toBe('open')
			expect(entry?.returned).toEqual([{ table, key, change: 'changed' }])
			seen.add(finding.kind)
		}
	}
	expect(seen.size).toBeGreaterThan(5)
})

test('accepting anew takes the change in, editing the note does not', () => {
	const finding = { kind: 'off-channel', persona: 'P1', need: 'N2' }
	const after = changed(all, 'setDeliveryStatus', { product: 'PR2', channel: 'C6', status: 'planned' })
	const noted = changed(after, 'decide', { finding, remedy: 'accept', note: 'Another reason' })
	expect(countWork(workToday(noted)).open).toBeGreaterThan(0)
	const stateOf = (atlas: Atlas) =>
		workToday(atlas).entries.find((entry) => findingKey(entry.finding) === accepts)?.state
	expect(stateOf(noted)).toBe('open')
	expect(stateOf(changed(noted, 'decide', { finding, remedy: 'accept', note: 'Still', anew: true }))).toBe('accepted')
	const stopped = changed(noted, 'decide', { finding, remedy: 'steer' })
	expect([...stopped.acceptances.keys()]).toHaveLength(all.acceptances.size - 1)
})

test('an acceptance from a file that does not say what it rested on stands', () => {
	const without: Atlas = { ...all, acceptances: new Map() }
	expect(countWork(workToday(without))).toEqual(countWork(workToday(all)))
})

test('taking a decision back takes what it rested on along', () => {
	const id = [...all.decisions.keys()][0]
	const after = changed(all, 'removeDecision', { id })
	expect(after.acceptances.has(id ?? '')).toBe(false)
})

test('a decision about a finding that is gone is closed', () => {
	const finding = { kind: 'off-channel', persona: 'P1', need: 'N2' }
	const decided = changed(veldhaven(), 'decide', { finding, remedy: 'deliver', owner: 'Marketing' })
	const served = changed(decided, 'setDeliveryStatus', { product: 'PR2', channel: 'C6', status: 'live' })
	const work = workToday(served)
	expect(work.closed).toMatchObject([{ owner: 'Marketing', remedy: 'deliver' }])
	expect(countWork(work).done).toBe(1)
})

test('owners are suggested from the products of a finding first, then from earlier decisions', () => {
	const atlas = veldhaven()
	const owned: Atlas = {
		...atlas,
		products: new Map(
			[...atlas.products].map(([id, row]) => [
				id,
				{ ...row, owner: id === 'PR2' ? 'Content team' : id === 'PR9' ? 'Data team' : '' }
			])
		)
	}
	const decided = changed(owned, 'decide', {
		finding: { kind: 'orphan-product', product: 'PR8' },
		remedy: 'stop',
		owner: ' Marketing '
	})
	expect(ownerSuggestions(decided, { kind: 'off-channel', persona: 'P1', need: 'N2' })).toEqual([
		'Content team',
		'Marketing',
		'Data team'
	])
})
