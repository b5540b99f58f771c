import { expect, test } from 'vitest'
import { applyPlan } from '../changes/apply-plan.ts'
import { applyRows } from '../changes/apply-rows.ts'
import { runChange } from '../changes/run-change.ts'
import { findings } from '../findings/index.ts'
import type { Atlas } from '../model/atlas.ts'
import { compareStates } from './comparison.ts'
import { coverage } from './coverage.ts'
import { veldhaven } from './worked-case.ts'

function stateOf(atlas: Atlas) {
	const lens = coverage(atlas, 'plan')
	return { atlas, coverage: lens, findings: findings(atlas, lens) }
}

function after(plan: { deliver?: [string, string][]; stop?: [string, string][] }) {
	const atlas = veldhaven()
	const deliveries = (list: [string, string][] = []) => list.map(([product, channel]) => ({ product, channel }))
	const input = { deliver: deliveries(plan.deliver), stop: deliveries(plan.stop) }
	const outcome = runChange(atlas, applyPlan, input, { newId: () => 'never' })
	return stateOf(applyRows(atlas, outcome.ok ? outcome.rows : []))
}

test('a new delivery closes findings and raises the indexes of whom it serves', () => {
	const compared = compareStates(stateOf(veldhaven()), after({ deliver: [['PR2', 'C6']] }))
	expect(compared.overall.before?.served).toBeCloseTo(21 / 31)
	expect(compared.overall.after?.served).toBeCloseTo(23 / 31)
	expect(compared.personas.get('P1')?.after?.served).toBe(1)
	expect(compared.roles.reach.before?.served).toBe(0)
	expect(compared.roles.reach.after?.served).toBe(0.5)
	expect(compared.stages.discover.after).toEqual(compared.roles.reach.after)
	expect(compared.findings.closed).toContainEqual(
		expect.objectContaining({ kind: 'off-channel', persona: 'P1', need: 'N2' })
	)
	expect(compared.findings.worse).toEqual([])
})

test('stops that people notice open findings and make others worse', () => {
	const stop: [string, string][] = [
		['PR2', 'C1'],
		['PR3', 'C1']
	]
	const compared = compareStates(stateOf(veldhaven()), after({ stop }))
	expect(compared.overall.after?.served).toBeCloseTo(16 / 31)
	const opened = compared.findings.opened.map(({ kind, need }) => `${kind} ${need ?? ''}`.trim())
	expect(opened).toEqual(expect.arrayContaining(['undelivered N5', 'undelivered N10']))
	expect(compared.findings.closed.map(({ kind }) => kind)).toEqual(
		expect.arrayContaining(['second-choice', 'duplicate-delivery'])
	)
})

test('nothing differs between a state and itself', () => {
	const state = stateOf(veldhaven())
	const { findings: none, overall } = compareStates(state, state)
	expect(none).toEqual({ closed: [], opened: [], better: [], worse: [] })
	expect(overall.before).toEqual(overall.after)
})
