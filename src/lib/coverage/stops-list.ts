import type { LensDelivery } from '#lib/domain/coverage/coverage.ts'
import type { SafeStops } from '#lib/domain/plan/safe-stops.ts'
import { linkKey } from '#lib/domain/model/atlas.ts'

/** The deliveries that can stop: those that can all stop at once, and the others of which each can while all else stays. */
export type StopList = Readonly<{ together: readonly LensDelivery[]; onlyAlone: readonly LensDelivery[] }>

/** Parts the safe stops so that each delivery stands once, where it promises most. */
export function stopList({ alone, together }: Pick<SafeStops, 'alone' | 'together'>): StopList {
	const atOnce = new Set(together.map(({ product, channel }) => linkKey(product, channel)))
	return { together, onlyAlone: alone.filter(({ product, channel }) => !atOnce.has(linkKey(product, channel))) }
}
