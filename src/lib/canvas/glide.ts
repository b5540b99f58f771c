import type { Viewport } from './view.ts'

const duration = 220

/** What a glide moves. */
export type Gliding = { viewport: Viewport }

/**
 * Moves the view to another place in a moment, so that the eye can follow; at once where motion is not wanted.
 * Whoever else moves the view meanwhile (a hand, a wheel) has it.
 */
export function glide(scene: Gliding, to: Viewport): void {
	if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
		scene.viewport = to
		return
	}
	const from = scene.viewport
	const begin = performance.now()
	let last = from
	function step(now: number) {
		if (scene.viewport !== last) return
		const share = Math.min(1, Math.max(0, (now - begin) / duration))
		last = share === 1 ? to : between(from, to, 1 - (1 - share) ** 3)
		scene.viewport = last
		if (share < 1) requestAnimationFrame(step)
	}
	requestAnimationFrame(step)
}

/** The view a share of the way from one to another. */
export function between(from: Viewport, to: Viewport, share: number): Viewport {
	const mix = (one: number, other: number) => one + (other - one) * share
	return { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom: mix(from.zoom, to.zoom) }
}
