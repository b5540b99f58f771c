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

/**
 * A rectangle round what is in view that changes only now and then: a margin is added and the edges are moved out to whole steps,
 * so that panning from frame to frame asks for nothing new.
 */
export function stepped(box: Box, zoom: number): Box {
	const step = 2 ** Math.ceil(Math.log2(320 / zoom))
	const margin = step / 4
	return {
		left: Math.floor((box.left - margin) / step) * step,
		top: Math.floor((box.top - margin) / step) * step,
		right: Math.ceil((box.right + margin) / step) * step,
		bottom: Math.ceil((box.bottom + margin) / step) * step
	}
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
