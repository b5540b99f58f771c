import { expect, test } from 'vitest'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { applyPlan } from './apply-plan.ts'
import { setDeliveryStatus } from './set-delivery-status.ts'
import { countingIds } from './small-atlas.ts'

function opened() {
	const document = new AtlasDocument({ id: 'veldhaven' })
	document.load(veldhaven())
	const status = (key: string) => document.atlas.delivers.get(key)?.status
	return { document, status }
}

test('what is new is planned, what is live retires, what was only planned is given up; one step undoes all', () => {
	const { document, status } = opened()
	const before = document.atlas
	const plan = {
		deliver: [
			{ product: 'PR2', channel: 'C6' },
			{ product: 'PR1', channel: 'C1' }
		],
		stop: [
			{ product: 'PR3', channel: 'C1' },
			{ product: 'PR9', channel: 'C1' },
			{ product: 'PR9', channel: 'C2' }
		]
	}
	expect(document.run(applyPlan, plan, countingIds()).ok).toBe(true)
	expect(['PR2:C6', 'PR1:C1', 'PR3:C1', 'PR9:C1', 'PR9:C2'].map(status)).toEqual([
		'planned',
		'live',
		'retiring',
		undefined,
		undefined
	])
	expect(document.undoStep).toEqual({ change: 'applyPlan', subject: 'Coverage guide → Instagram ads +2' })
	document.undo()
	expect(document.atlas.delivers).toEqual(before.delivers)
	document.redo()
	expect(status('PR3:C1')).toBe('retiring')
})

test('a retiring delivery that the plan wants is kept, and one that is to stop goes on retiring', () => {
	const { document, status } = opened()
	for (const product of ['PR2', 'PR3'])
		document.run(setDeliveryStatus, { product, channel: 'C1', status: 'retiring' }, countingIds())
	const plan = { deliver: [{ product: 'PR2', channel: 'C1' }], stop: [{ product: 'PR3', channel: 'C1' }] }
	document.run(applyPlan, plan, countingIds())
	expect([status('PR2:C1'), status('PR3:C1')]).toEqual(['live', 'retiring'])
})
