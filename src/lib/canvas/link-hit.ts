import { boxOfCurve, distanceTo } from './link-curve.ts'
import type { Point } from './view.ts'
import { badgeOf, badgeRadius, badgesFrom, type DrawnLink } from './paint/links.ts'

/** A link under the pointer; `badge`: the pointer is on its badge. */
export type LinkHit = Readonly<{ id: string; badge: boolean }>

/**
 * The link that is meant by a point: one whose badge is there before one whose line is near, the nearest first.
 * `reach`: how near is near, in canvas units.
 */
export function linkAt(links: readonly DrawnLink[], point: Point, zoom: number, reach: number): LinkHit | null {
	let best: LinkHit | null = null
	let nearest = reach
	for (const { link, curve, emphasis } of links) {
		if (emphasis === 'faded') continue
		const box = boxOfCurve(curve)
		const margin = Math.max(reach, badgeRadius)
		if (point.x < box.left - margin || point.x > box.right + margin) continue
		if (point.y < box.top - margin || point.y > box.bottom + margin) continue
		const badge = zoom < badgesFrom ? null : badgeOf(link, curve)
		if (badge !== null && Math.hypot(badge.x - point.x, badge.y - point.y) <= badgeRadius + 1) {
			return { id: link.id, badge: true }
		}
		const distance = distanceTo(curve, point.x, point.y)
		if (distance > nearest) continue
		nearest = distance
		best = { id: link.id, badge: false }
	}
	return best
}
