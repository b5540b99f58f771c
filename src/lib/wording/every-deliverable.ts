// Test support: deliverables of an atlas with plain English words of their own, set by a table of widths.
import { cardWords } from './cards.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { findings } from '#lib/domain/findings/index.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { textWidth } from '#lib/domain/pictures/text-fit.ts'
import type { Deliverable } from '#lib/domain/cards/block.ts'
import type { DeliverableContext } from '#lib/domain/cards/context.ts'
import { deliverableIds, deliverableOf } from '#lib/domain/cards/deliverables.ts'
import type { Furniture } from '#lib/domain/cards/layout/furniture.ts'
import { typesetter } from '#lib/domain/cards/layout/lines.ts'

/** What deliverables of an atlas are made of, in the language that is set. */
export function contextOf(atlas: Atlas, more: Partial<DeliverableContext> = {}): DeliverableContext {
	const today = coverage(atlas, 'today')
	return {
		atlas,
		coverage: today,
		today,
		plan: coverage(atlas, 'plan'),
		findings: findings(atlas, today),
		echo: new Map(),
		heard: null,
		notes: new Map(),
		hidden: new Set(),
		drawMap: () => null,
		words: cardWords(atlas, today),
		...more
	}
}

/** Every deliverable that an atlas has. */
export function everyDeliverable(context: DeliverableContext): Deliverable[] {
	return deliverableIds(context)
		.map((id) => deliverableOf(id, context))
		.filter((one) => one !== null)
}

/** Sets text without a browser. */
export const plainTypesetter = typesetter((text, face, size) => textWidth(text, size, face.weight > 400))

export const plainFurniture: Furniture = {
	language: 'en',
	logo: null,
	logoAlt: 'Logo',
	footer: 'Customer strategy',
	confidentiality: 'Confidential',
	date: '25 November 2026',
	pageOf: (page, pages) => `Page ${page} of ${pages}`,
	continued: (title) => `${title}, continued`
}
