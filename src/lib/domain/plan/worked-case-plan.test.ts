import { expect, test } from 'vitest'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { addEntity } from '../changes/add-entity.ts'
import { applyPlan } from '../changes/apply-plan.ts'
import { carryOutPlan } from '../changes/carry-out-plan.ts'
import { countingIds } from '../changes/small-atlas.ts'
import { coverage, type LensDelivery } from '../coverage/coverage.ts'
import type { Lens } from '../coverage/lens.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { safeStops } from './safe-stops.ts'
import { conflictsBetween, stopEffect } from './stop-effects.ts'

// The page docs/worked-case.md tells the same story.
const of = (key: string): LensDelivery => {
	const [product = '', channel = ''] = key.split('→')
	return { product, channel }
}
const additions = ['PR2→C6', 'PR5→C3', 'PR9→C9', 'PR2→C2', 'PR7→C4', 'PR2→C3'].map(of)
const stops = ['PR3→C1', 'PR5→C1', 'PR6→C1', 'PR7→C7', 'PR7→C6', 'PR8→C4'].map(of)

function opened() {
	const document = new AtlasDocument({ id: 'veldhaven' })
	document.load(veldhaven())
	const context = countingIds()
	const weights = (lens: Lens) => {
		const { overall } = coverage(document.atlas, lens)
		return [overall.served, overall.firstChoice].map((share) => Math.round((share ?? 0) * overall.weight * 1e6) / 1e6)
	}
	return { document, context, weights }
}

test('today 21 of 31 are served, 16 on their first choice, and the six stops alone change neither', () => {
	const { document, context, weights } = opened()
	expect(coverage(document.atlas, 'today').overall.weight).toBe(31)
	expect(weights('today')).toEqual([21, 16])
	const { alone } = safeStops(document.atlas, coverage(document.atlas, 'today'))
	for (const stop of stops) expect(alone).toContainEqual(stop)
	document.run(applyPlan, { stop: stops }, context)
	expect(weights('plan')).toEqual([21, 16])
	expect(weights('today')).toEqual([21, 16])
	document.run(carryOutPlan, { deliveries: stops }, context)
	expect(weights('today')).toEqual([21, 16])
})

test('seven additions and six stops serve everybody on the first choice, with 15 live deliveries once they are live', () => {
	const { document, context, weights } = opened()
	const made = document.run(
		addEntity,
		{ table: 'products', fields: { name: 'Income advice', kind: 'advice' }, linkTo: 'N12' },
		context
	)
	const advice = made.ok ? (made.created?.[0] ?? '') : ''
	const deliver = [...additions, { product: advice, channel: 'C5' }]
	document.run(applyPlan, { deliver, stop: stops }, context)
	expect(weights('plan')).toEqual([31, 31])
	expect(weights('today')).toEqual([21, 16])
	document.run(carryOutPlan, { deliveries: [...deliver, ...stops] }, context)
	expect(weights('today')).toEqual([31, 31])
	expect([...document.atlas.delivers.values()].filter(({ status }) => status === 'live')).toHaveLength(15)
})

test('the guide and the answers on the website warn when both stop, and 16 are served then', () => {
	const both = ['PR2→C1', 'PR3→C1'].map(of)
	const { document, context, weights } = opened()
	const before = coverage(document.atlas, 'plan')
	expect(stopEffect(before, both).conflicts).toHaveLength(1)
	document.run(applyPlan, { stop: both }, context)
	expect(weights('plan')).toEqual([16, 16])
	expect(conflictsBetween(before, coverage(document.atlas, 'plan')).map(({ deliveries }) => deliveries)).toEqual([both])
})
