import type { LensDelivery } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { listText } from '#lib/wording/list.ts'

/** Deliveries as one phrase: "Coverage guide on Website and Coverage FAQ on Website". */
export function deliveriesText(atlas: Atlas, deliveries: readonly LensDelivery[]): string {
	const names = deliveries.map(({ product, channel }) =>
		m.plan_delivery({ product: nameOf(atlas, product), channel: nameOf(atlas, channel) })
	)
	return listText(names, 6)
}
