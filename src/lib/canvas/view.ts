import type { Box } from './grid-index.ts'

/** Where the map is looked at: the place of canvas (0, 0) on the screen, in pixels, and pixels per canvas unit. */
export type Viewport = Readonly<{ x: number; y: number; zoom: number }>
export type Point = Readonly<{ x: number; y: number }>
/** Pixels at the edges of the window that something else lies over. */
export type Insets = Readonly<{ left: number; top: number; right: number; bottom: number }>

export const leastZoom = 0.04
export const mostZoom = 2.5

/** A point of the window (pixels from its corner) in canvas units. */
export function toCanvas(viewport: Viewport, point: Point): Point {
	return { x: (point.x - viewport.x) / viewport.zoom, y: (point.y - viewport.y) / viewport.zoom }
}

/** What of the canvas a window of this size shows. */
export function boxInView(viewport: Viewport, size: { width: number; height: number }): Box {
	const start = toCanvas(viewport, { x: 0, y: 0 })
	const end = toCanvas(viewport, { x: size.width, y: size.height })
	return { left: start.x, top: start.y, right: end.x, bottom: end.y }
}

/** How far a window reaches beyond what is in view, as a share of it on each side, and how much larger than the view it may become. */
export type Reach = Readonly<{ margin: number; most: number }>

/**
 * A rectangle round what is in view that is kept for as long as it will do: it must hold what of the map is in view and be not much
 * larger, so that panning and zooming from frame to frame ask for nothing new. `bounds`: of the whole map; beyond it there is
 * nothing to hold.
 */
export function keptWindow(last: Box | null, view: Box, bounds: Box | null, { margin, most }: Reach): Box {
	const [width, height] = [view.right - view.left, view.bottom - view.top]
	if (last !== null) {
		const held = bounds === null ? last : clipped(last, bounds)
		const isSmall = held.right - held.left <= width * most && held.bottom - held.top <= height * most
		if (isSmall && holds(last, bounds === null ? view : clipped(view, bounds))) return last
	}
	return {
		left: view.left - width * margin,
		top: view.top - height * margin,
		right: view.right + width * margin,
		bottom: view.bottom + height * margin
	}
}

/** The part of a rectangle that lies in another; where they share nothing, an empty one at the nearest edge. */
export function clipped(box: Box, by: Box): Box {
	const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value))
	return {
		left: within(box.left, by.left, by.right),
		top: within(box.top, by.top, by.bottom),
		right: within(box.right, by.left, by.right),
		bottom: within(box.bottom, by.top, by.bottom)
	}
}

/** Whether all of the second rectangle lies in the first. */
export function holds(outer: Box, inner: Box): boolean {
	return (
		outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom
	)
}

/** Where to look so that a rectangle fills the window but for the insets; never nearer than `nearest`. */
export function viewportOn(
	box: Box,
	size: { width: number; height: number },
	insets: Insets,
	nearest = 1.15
): Viewport {
	const width = Math.max(120, size.width - insets.left - insets.right)
	const height = Math.max(120, size.height - insets.top - insets.bottom)
	const wide = Math.max(1, box.right - box.left)
	const high = Math.max(1, box.bottom - box.top)
	const zoom = Math.max(leastZoom, Math.min(nearest, width / wide, height / high))
	return {
		x: insets.left + width / 2 - ((box.left + box.right) / 2) * zoom,
		y: insets.top + height / 2 - ((box.top + box.bottom) / 2) * zoom,
		zoom
	}
}

/** The viewport after zooming by a factor about a point of the window. */
export function zoomedAbout(viewport: Viewport, point: Point, factor: number): Viewport {
	const zoom = Math.min(mostZoom, Math.max(leastZoom, viewport.zoom * factor))
	const real = zoom / viewport.zoom
	return { x: point.x - (point.x - viewport.x) * real, y: point.y - (point.y - viewport.y) * real, zoom }
}
