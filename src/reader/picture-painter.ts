import { tones, type Picture, type Shape, type Tone } from '#lib/domain/pictures/picture.ts'
import { textWidth } from '#lib/domain/pictures/text-fit.ts'
import type { Viewport } from './viewport.svelte.ts'

/** A box on a drawing. */
export type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>

type Painted = Readonly<{ shape: Shape; box: Box; path: Path2D | null }>

/** Below so many pixels nobody reads a text, and drawing it takes time. */
const leastText = 3.5
/** How strongly what is not looked at is drawn. */
const faded = 0.14

/** Paints the part of a picture that is seen. What has to be reckoned once is kept. */
export class PicturePainter {
	readonly picture: Picture
	readonly #painted: readonly Painted[]
	/** The box of each part, by its outermost shapes. */
	readonly boxes: ReadonlyMap<string, Box>

	constructor(picture: Picture) {
		this.picture = picture
		this.#painted = picture.shapes.map((shape) => ({ shape, box: boxOf(shape), path: pathOf(shape) }))
		const boxes = new Map<string, Box>()
		for (const { shape, box } of this.#painted)
			if (shape.part !== undefined && !boxes.has(shape.part)) boxes.set(shape.part, box)
		this.boxes = boxes
	}

	/** `lit`: the parts that are looked at; null where all are. `colours`: of the theme. */
	paint(
		context: CanvasRenderingContext2D,
		view: Viewport,
		{
			lit,
			colours,
			font,
			pixels
		}: { lit: ReadonlySet<string> | null; colours: Readonly<Record<Tone, string>>; font: string; pixels: number }
	): void {
		const { x: middleX, y: middleY, zoom, width, height } = view
		context.setTransform(pixels, 0, 0, pixels, 0, 0)
		context.clearRect(0, 0, width, height)
		context.translate(width / 2 - middleX * zoom, height / 2 - middleY * zoom)
		context.scale(zoom, zoom)
		const [from, to] = [view.at(0, 0), view.at(width, height)]
		for (const { shape, box, path } of this.#painted) {
			if (box.right < from.x || box.left > to.x || box.bottom < from.y || box.top > to.y) continue
			const isLit = lit === null || (shape.part !== undefined && lit.has(shape.part))
			context.globalAlpha = (shape.opacity ?? 1) * (isLit ? 1 : faded)
			if (shape.type === 'text') {
				if (shape.size * zoom < leastText) continue
				context.font = `${shape.bold ? 600 : 400} ${shape.size}px ${font}`
				context.fillStyle = colours[shape.tone]
				context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start')
				context.fillText(shape.text, shape.x, shape.y)
				continue
			}
			if (path === null) continue
			if (shape.fill !== undefined) {
				context.fillStyle = colours[shape.fill]
				context.fill(path)
			}
			if (shape.line !== undefined) {
				context.strokeStyle = colours[shape.line]
				// A line is never finer than half a pixel: it would vanish.
				context.lineWidth = Math.max(shape.type === 'path' ? (shape.lineWidth ?? 1) : 1, 0.5 / zoom)
				context.setLineDash(shape.dashed === true ? [4, 3] : [])
				context.stroke(path)
			}
		}
		context.globalAlpha = 1
		context.setLineDash([])
	}
}

/** The colours of the theme that is set now. */
export function themeColours(): Record<Tone, string> {
	const style = getComputedStyle(document.documentElement)
	const entries = tones.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()])
	return Object.fromEntries(entries) as Record<Tone, string>
}

function pathOf(shape: Shape): Path2D | null {
	switch (shape.type) {
		case 'text':
			return null
		case 'path':
			return new Path2D(shape.d)
		case 'circle': {
			const path = new Path2D()
			path.arc(shape.x, shape.y, shape.radius, 0, Math.PI * 2)
			return path
		}
		case 'rect': {
			const path = new Path2D()
			const { x, y, width, height, radius = 0 } = shape
			path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
			return path
		}
	}
}

function boxOf(shape: Shape): Box {
	switch (shape.type) {
		case 'rect':
			return { left: shape.x, top: shape.y, right: shape.x + shape.width, bottom: shape.y + shape.height }
		case 'circle': {
			const { x, y, radius } = shape
			return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
		}
		case 'text': {
			const width = textWidth(shape.text, shape.size, shape.bold) * 1.1
			const left = shape.x - (shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0)
			return { left, top: shape.y - shape.size, right: left + width, bottom: shape.y + shape.size * 0.4 }
		}
		case 'path': {
			// Absolute commands only, so every pair of numbers is a point; a curve stays within its points.
			const numbers = (shape.d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
			const xs = numbers.filter((_, at) => at % 2 === 0)
			const ys = numbers.filter((_, at) => at % 2 === 1)
			return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
		}
	}
}
