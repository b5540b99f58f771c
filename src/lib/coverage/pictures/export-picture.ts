import type { Picture } from '#lib/domain/pictures/picture.ts'
import { svgText } from '#lib/domain/pictures/svg-text.ts'
import { download, fileName } from '#lib/state/file-download.ts'

/** What canvases of every browser hold: this many pixels a side, and this many in all. */
const mostSide = 16_000
const mostPixels = 100_000_000

/** How many pixels of a PNG one of the picture takes: two, or as many as a canvas can hold. */
export function pngScale({ width, height }: Pick<Picture, 'width' | 'height'>): number {
	return Math.min(2, mostSide / width, mostSide / height, Math.sqrt(mostPixels / (width * height)))
}

/** Saves a picture as an SVG file in the colours of paper. */
export function saveSvg(picture: Picture, name: string): void {
	download(fileName(name, 'svg'), svgText(picture), 'image/svg+xml')
}

/** Saves a picture as a PNG file, drawn from its SVG. False where the browser cannot. */
export async function savePng(picture: Picture, name: string): Promise<boolean> {
	const blob = await pngOf(picture).catch(() => null)
	if (blob === null) return false
	download(fileName(name, 'png'), blob, 'image/png')
	return true
}

async function pngOf(picture: Picture): Promise<Blob | null> {
	const image = new Image()
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`
	await image.decode()
	const scale = pngScale(picture)
	const canvas = document.createElement('canvas')
	canvas.width = Math.floor(picture.width * scale)
	canvas.height = Math.floor(picture.height * scale)
	const context = canvas.getContext('2d')
	if (context === null) return null
	context.drawImage(image, 0, 0, canvas.width, canvas.height)
	return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
