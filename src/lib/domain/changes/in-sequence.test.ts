import { expect, test } from 'vitest'
import { addEntity } from './add-entity.ts'
import { applyRows } from './apply-rows.ts'
import { inSequence, stepOf } from './in-sequence.ts'
import { linkThings } from './link-things.ts'
import { countingIds, smallAtlas } from './small-atlas.ts'

test('each step sees what the steps before it left, and all are one outcome', () => {
	const atlas = smallAtlas()
	const outcome = inSequence(
		atlas,
		[
			stepOf(addEntity, { table: 'channels', fields: { name: 'Kiosk' } }),
			stepOf(linkThings, ({ channels }) => ({ from: 'P', to: [...channels.keys()].at(-1) ?? '' }))
		],
		countingIds()
	)
	expect(outcome).toMatchObject({ ok: true, created: ['X1'], subject: 'Kiosk +1' })
	const after = applyRows(atlas, outcome.ok ? outcome.rows : [])
	expect(after.prefers.get('P:X1')).toMatchObject({ rank: 2 })
})

test('the first refusal refuses all', () => {
	const steps = [
		stepOf(addEntity, { table: 'channels', fields: { name: 'Kiosk' } }),
		stepOf(linkThings, { from: 'C', to: 'D' }),
		stepOf(addEntity, { table: 'channels', fields: { name: 'Shop' } })
	]
	expect(inSequence(smallAtlas(), steps, countingIds())).toMatchObject({ ok: false, rule: 'link-makes-no-sense' })
})
