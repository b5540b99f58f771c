import { escaped, length } from './escaped.ts'
import type { Picture, Shape, Tone } from './picture.ts'
import { printColours, type Colours } from './print-colours.ts'

/** The fonts of a drawing that leaves the app: whatever sans serif the reader has, also for Chinese. */
const fonts =
	"Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/**
 * A picture as the text of an SVG file, with text as text. The same picture gives the same bytes. `colours`: those of the house style
 * where there is one.
 */
export function svgText(picture: Picture, colours: Colours = printColours): string {
	const { width, height, title, description, shapes } = picture
	const size = `width="${length(width)}" height="${length(height)}" viewBox="0 0 ${length(width)} ${length(height)}"`
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(fonts)}">`,
		`<title>${escaped(title)}</title>`,
		`<desc>${escaped(description)}</desc>`,
		`<rect width="${length(width)}" height="${length(height)}" fill="${colours.surface}"/>`,
		...shapes.map((shape) => shapeText(shape, colours)),
		'</svg>',
		''
	].join('\n')
}

function shapeText(shape: Shape, colours: Colours): string {
	const opacity = shape.opacity === undefined ? '' : ` opacity="${length(shape.opacity)}"`
	switch (shape.type) {
		case 'rect': {
			const { x, y, width, height, radius = 0 } = shape
			const corner = radius === 0 ? '' : ` rx="${length(radius)}"`
			const box = `x="${length(x)}" y="${length(y)}" width="${length(width)}" height="${length(height)}"`
			return `<rect ${box}${corner}${paint(shape, colours)}${opacity}/>`
		}
		case 'circle':
			return `<circle cx="${length(shape.x)}" cy="${length(shape.y)}" r="${length(shape.radius)}"${paint(shape, colours)}${opacity}/>`
		case 'path':
			return `<path d="${shape.d}"${paint(shape, colours)}${opacity}/>`
		case 'text': {
			const { x, y, text, size, tone, bold = false, anchor = 'start' } = shape
			const looks = `${bold ? ' font-weight="600"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`
			return `<text x="${length(x)}" y="${length(y)}" font-size="${length(size)}" fill="${colours[tone]}"${looks}${opacity}>${escaped(text)}</text>`
		}
	}
}

function paint(
	{ fill, line, dashed = false, lineWidth = 1 }: { fill?: Tone; line?: Tone; dashed?: boolean; lineWidth?: number },
	colours: Colours
): string {
	const inside = ` fill="${fill === undefined ? 'none' : colours[fill]}"`
	if (line === undefined) return inside
	const dash = dashed ? ' stroke-dasharray="4 3"' : ''
	return `${inside} stroke="${colours[line]}" stroke-width="${length(lineWidth)}"${dash}`
}
