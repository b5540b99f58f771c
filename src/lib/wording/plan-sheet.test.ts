import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { offeredIds } from '#lib/domain/cards/deliverables.ts'
import { planSheet } from '#lib/domain/cards/plan-sheet.ts'
import { linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'
import { contextOf } from './every-deliverable.ts'
import { percentText } from './list.ts'

/** The rows of the table of the plan, as texts. */
function rowsOf(atlas: Atlas): string[][] {
	overwriteGetLocale(() => 'en')
	const blocks = planSheet(contextOf(atlas)).sections.flatMap(({ blocks }) => blocks)
	return blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])).map((row) => row.map(({ text }) => text))
}

test('the plan is told move by move, the stops that cost nothing first, and ends where the plan lens stands', () => {
	const atlas = veldhaven()
	const planned = ['PR2→C6', 'PR5→C3', 'PR9→C9', 'PR2→C2', 'PR7→C4', 'PR2→C3']
	const retiring = ['PR3→C1', 'PR5→C1', 'PR6→C1', 'PR7→C7', 'PR7→C6', 'PR8→C4']
	const delivers = new Map(atlas.delivers)
	for (const [keys, status] of [[planned, 'planned'] as const, [retiring, 'retiring'] as const]) {
		for (const key of keys) {
			const [product = '', channel = ''] = key.split('→')
			delivers.set(linkKey(product, channel), { product, channel, status, evidence: '' })
		}
	}
	const changed = { ...atlas, delivers }
	// The case itself has one planned delivery.
	const rows = rowsOf(changed)
	expect(rows).toHaveLength(14)
	expect(rows.slice(0, 6).every(([move = '']) => move.startsWith('Stop'))).toBe(true)
	expect(rows.slice(6, 13).every(([move = '']) => !move.startsWith('Stop'))).toBe(true)
	const { overall } = coverage(changed, 'plan')
	expect(rows.at(-1)?.slice(3)).toEqual([percentText(overall.served), percentText(overall.firstChoice)])
	const effort = rows.slice(0, 13).reduce((sum, row) => sum + Number(row[1]?.replace('−', '-')), 0)
	expect(rows.at(-1)?.[1]).toBe(String(effort))
})

test('an atlas in which nothing is planned or to stop has no moves', () => {
	const atlas = veldhaven()
	const delivers = new Map([...atlas.delivers].filter(([, { status }]) => status === 'live'))
	expect(rowsOf({ ...atlas, delivers })).toEqual([])
	expect(offeredIds({ ...atlas, delivers }, false)).not.toContain('_plan')
	expect(offeredIds(atlas, false)).toContain('_plan')
})
