import { expect, test } from 'vitest'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { carryOutPlan } from './carry-out-plan.ts'
import { moveDelivery } from './move-delivery.ts'
import { planDelivery } from './plan-delivery.ts'
import { countingIds } from './small-atlas.ts'
import { stopDeliveries } from './stop-deliveries.ts'

function opened() {
	const document = new AtlasDocument({ id: 'veldhaven' })
	document.load(veldhaven())
	const context = countingIds()
	const status = (key: string) => document.atlas.delivers.get(key)?.status
	return { document, context, status }
}

test('a delivery is planned once, and a move plans it there and retires it here, as one step', () => {
	const { document, context, status } = opened()
	document.run(planDelivery, { product: 'PR2', channel: 'C6' }, context)
	const first = document.undoStep
	document.run(planDelivery, { product: 'PR2', channel: 'C6' }, context)
	expect(document.undoStep).toBe(first)
	document.run(moveDelivery, { product: 'PR2', from: 'C1', to: 'C3' }, context)
	expect(document.undoStep).toEqual({ change: 'moveDelivery', subject: 'Coverage guide: Website → Phone' })
	expect(['PR2:C6', 'PR2:C1', 'PR2:C3'].map(status)).toEqual(['planned', 'retiring', 'planned'])
	document.undo()
	expect(['PR2:C6', 'PR2:C1', 'PR2:C3'].map(status)).toEqual(['planned', 'live', undefined])
})

test('carrying out the plan makes planned deliveries live and ends retiring ones, those that are named', () => {
	const { document, context, status } = opened()
	const before = document.atlas.delivers.size
	const stops = ['PR3', 'PR5'].map((product) => ({ product, channel: 'C1' }))
	document.run(planDelivery, { product: 'PR2', channel: 'C6' }, context)
	document.run(stopDeliveries, { deliveries: stops }, context)
	expect(document.undoStep).toEqual({ change: 'stopDeliveries', subject: 'Coverage FAQ → Website +1' })
	const named = [...stops, { product: 'PR2', channel: 'C6' }, { product: 'PR1', channel: 'C1' }]
	document.run(carryOutPlan, { deliveries: named }, context)
	expect(document.undoStep).toEqual({ change: 'carryOutPlan', subject: 'Coverage FAQ → Website +2' })
	expect(['PR2:C6', 'PR3:C1', 'PR5:C1', 'PR1:C1', 'PR9:C1'].map(status)).toEqual([
		'live',
		undefined,
		undefined,
		'live',
		'planned'
	])
	expect(document.atlas.delivers.size).toBe(before - 1)
	document.undo()
	expect(['PR2:C6', 'PR3:C1', 'PR5:C1'].map(status)).toEqual(['planned', 'retiring', 'retiring'])
})
