import type { Box } from '../grid-index.ts'
import { toCanvas, type Point, type Viewport } from '../view.ts'
import type { Palette } from './palette.ts'

/** The link that is being drawn: from the side of its node that faces the pointer, to the pointer. */
export function paintDrawnLink(
	context: CanvasRenderingContext2D,
	start: Box,
	viewport: Viewport,
	pointer: Point,
	outcome: 'open' | 'good' | 'bad',
	palette: Palette
): void {
	const end = toCanvas(viewport, pointer)
	const isRight = end.x >= (start.left + start.right) / 2
	const x = isRight ? start.right : start.left
	const y = (start.top + start.bottom) / 2
	const reach = Math.max(24, Math.abs(end.x - x) * 0.4) * (isRight ? 1 : -1)
	context.strokeStyle = outcome === 'bad' ? palette.bad : outcome === 'good' ? palette.good : palette.accent
	context.lineWidth = 2.5 / Math.min(1, viewport.zoom)
	context.setLineDash(outcome === 'bad' ? [6, 5] : [])
	context.beginPath()
	context.moveTo(x, y)
	context.bezierCurveTo(x + reach, y, end.x - reach, end.y, end.x, end.y)
	context.stroke()
	context.setLineDash([])
}
