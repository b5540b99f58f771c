import type { PageColours } from '#lib/domain/cards/house-colours.ts'
import type { Face } from '#lib/domain/cards/layout/lines.ts'
import { markShapes } from '#lib/domain/cards/layout/mark-shapes.ts'
import type { Align, ImageItem, MarkItem, Page, PictureItem, TableItem } from '#lib/domain/cards/layout/page.ts'
import { cellPlace, paintOf } from '#lib/domain/cards/out/drawn.ts'
import { baseline } from '#lib/domain/cards/out/page-svg.ts'
import type { Shape } from '#lib/domain/pictures/picture.ts'

type Context = OffscreenCanvasRenderingContext2D
/** What pages are painted with. `images`: raster pictures by their address. */
export type PaintSetting = Readonly<{ colours: PageColours; family: string; images: ReadonlyMap<string, ImageBitmap> }>

/** Paints a page, in points: whoever wants more pixels scales the context. */
export function paintPage(context: Context, page: Page, setting: PaintSetting): void {
	const { colours } = setting
	context.fillStyle = colours.surface
	context.fillRect(0, 0, page.width, page.height)
	for (const item of page.items) {
		switch (item.type) {
			case 'text':
				paintLines(
					context,
					item.lines,
					item,
					item.size,
					item.leading,
					item.face,
					item.align,
					colours[item.ink],
					setting
				)
				break
			case 'table':
				paintTable(context, item, setting)
				break
			case 'shape': {
				const { fill, stroke } = paintOf(item, colours)
				paintShape(context, item.shape, fill, stroke, setting)
				break
			}
			case 'mark':
				paintMark(context, item, setting)
				break
			case 'image':
				paintImage(context, item, setting)
				break
			case 'picture':
				paintPicture(context, item, setting)
				break
		}
	}
}

function paintLines(
	context: Context,
	lines: readonly string[],
	{ x, y, width }: { x: number; y: number; width: number },
	size: number,
	leading: number,
	{ weight, italic }: Face,
	align: Align,
	color: string,
	{ family }: PaintSetting
): void {
	context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`
	context.fillStyle = color
	context.textBaseline = 'alphabetic'
	context.textAlign = align === 'start' ? 'left' : align === 'end' ? 'right' : 'center'
	const at = align === 'start' ? x : align === 'end' ? x + width : x + width / 2
	for (const [number, line] of lines.entries())
		context.fillText(line.trimEnd(), at, y + baseline(size, leading, number))
}

function paintTable(context: Context, table: TableItem, setting: PaintSetting): void {
	const { colours } = setting
	for (const row of table.rows) {
		const thick = row.head ? 0.9 : 0.5
		context.fillStyle = colours[row.head ? 'line-strong' : 'line']
		context.fillRect(table.x, row.y + row.height - thick, table.width, thick)
		for (const cell of row.cells) {
			const place = cellPlace(table, row, cell)
			if (place.mark !== null) paintMark(context, place.mark, setting)
			paintLines(
				context,
				cell.lines,
				place,
				table.size,
				table.leading,
				cell.face,
				cell.align,
				colours[cell.ink],
				setting
			)
		}
	}
}

function fillAndLine(context: Context, path: Path2D, fill: string, stroke: string, width: number, shape: Shape): void {
	context.globalAlpha = shape.opacity ?? 1
	if (fill !== 'none') {
		context.fillStyle = fill
		context.fill(path)
	}
	if (stroke !== 'none') {
		context.strokeStyle = stroke
		context.lineWidth = width
		context.setLineDash(shape.type !== 'text' && shape.dashed === true ? [4, 3] : [])
		context.stroke(path)
		context.setLineDash([])
	}
	context.globalAlpha = 1
}

function paintShape(context: Context, shape: Shape, fill: string, stroke: string, setting: PaintSetting): void {
	switch (shape.type) {
		case 'rect': {
			const path = new Path2D()
			const { x, y, width, height, radius = 0 } = shape
			path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
			fillAndLine(context, path, fill, stroke, 0.75, shape)
			return
		}
		case 'circle': {
			const path = new Path2D()
			path.arc(shape.x, shape.y, shape.radius, 0, Math.PI * 2)
			fillAndLine(context, path, fill, stroke, 0.75, shape)
			return
		}
		case 'path':
			fillAndLine(context, new Path2D(shape.d), fill, stroke, shape.lineWidth ?? 1, shape)
			return
		case 'text': {
			const { anchor = 'start', bold = false, size } = shape
			context.globalAlpha = shape.opacity ?? 1
			context.font = `${bold ? 600 : 400} ${size}px ${setting.family}`
			context.fillStyle = fill
			context.textBaseline = 'alphabetic'
			context.textAlign = anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center'
			context.fillText(shape.text, shape.x, shape.y)
			context.globalAlpha = 1
		}
	}
}

function paintMark(context: Context, { mark, x, y, size }: Omit<MarkItem, 'type'>, { colours }: PaintSetting): void {
	const { ink, filled, dashed, strokes } = markShapes[mark]
	context.save()
	context.translate(x, y)
	context.scale(size / 12, size / 12)
	context.beginPath()
	context.arc(6, 6, 5.2, 0, Math.PI * 2)
	context.fillStyle = filled ? colours[ink] : colours.surface
	context.fill()
	context.strokeStyle = colours[ink]
	context.lineWidth = 1.3
	context.setLineDash(dashed ? [2, 1.6] : [])
	context.stroke()
	context.setLineDash([])
	context.strokeStyle = filled ? colours.surface : colours[ink]
	context.lineWidth = 1.4
	context.lineCap = 'round'
	context.lineJoin = 'round'
	for (const points of strokes) {
		context.beginPath()
		for (const [px, py] of points) context.lineTo(px, py)
		context.stroke()
	}
	context.restore()
}

function paintImage(context: Context, { href, round, x, y, width, height }: ImageItem, { images }: PaintSetting): void {
	const image = images.get(href)
	if (image === undefined) return
	context.save()
	if (round) {
		context.beginPath()
		context.arc(x + width / 2, y + height / 2, width / 2, 0, Math.PI * 2)
		context.clip()
	}
	// As large as it takes to fill its place, the rest left out at the edges.
	const scale = Math.max(width / image.width, height / image.height)
	const [wide, high] = [image.width * scale, image.height * scale]
	context.beginPath()
	context.rect(x, y, width, height)
	context.clip()
	context.imageSmoothingQuality = 'high'
	context.drawImage(image, x + (width - wide) / 2, y + (height - high) / 2, wide, high)
	context.restore()
}

function paintPicture(context: Context, { picture, x, y, width }: PictureItem, setting: PaintSetting): void {
	const { colours } = setting
	context.save()
	context.translate(x, y)
	context.scale(width / picture.width, width / picture.width)
	for (const shape of picture.shapes) {
		const fill = shape.type === 'text' ? colours[shape.tone] : shape.fill === undefined ? 'none' : colours[shape.fill]
		const stroke = shape.type === 'text' || shape.line === undefined ? 'none' : colours[shape.line]
		paintShape(context, shape, fill, stroke, setting)
	}
	context.restore()
}
