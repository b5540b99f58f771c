import { mostLogoBytes, type HouseStyle } from '#lib/domain/model/house-style.ts'

const longest = 800
const mostBytes = 20 * 1024 * 1024

/**
 * A picture file as a logo, drawn anew at 800 pixels at most: what else the file carried is gone. PNG keeps edges sharp and is read by every
 * program; where it is too large, it is made smaller until it fits. Null for what is no PNG, JPEG or WebP picture, or more than 20 MB.
 */
export async function logoFrom(file: File): Promise<HouseStyle['logo']> {
	if (!['image/png', 'image/jpeg', 'image/webp'].includes(file.type) || file.size > mostBytes) return null
	try {
		const bitmap = await createImageBitmap(file)
		for (let side = longest; side >= 40; side = Math.round(side * 0.75)) {
			const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
			const canvas = document.createElement('canvas')
			canvas.width = Math.max(1, Math.round(bitmap.width * scale))
			canvas.height = Math.max(1, Math.round(bitmap.height * scale))
			const context = canvas.getContext('2d')
			if (context === null) return null
			context.imageSmoothingQuality = 'high'
			context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
			const href = canvas.toDataURL('image/png')
			if ((href.length * 3) / 4 <= mostLogoBytes) return { href, width: canvas.width, height: canvas.height }
		}
		return null
	} catch {
		return null
	}
}
