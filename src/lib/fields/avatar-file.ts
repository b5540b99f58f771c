const side = 256
const mostBytes = 20 * 1024 * 1024

/**
 * A picture file as a small square data URL (WebP, 256 pixels), drawn anew: what else the file carried (place, camera, code) is gone.
 * Null for what is no PNG, JPEG or WebP picture, or more than 20 MB.
 */
export async function avatarFrom(file: File): Promise<string | null> {
	if (!['image/png', 'image/jpeg', 'image/webp'].includes(file.type) || file.size > mostBytes) return null
	try {
		const bitmap = await createImageBitmap(file)
		const canvas = document.createElement('canvas')
		canvas.width = side
		canvas.height = side
		const cut = Math.min(bitmap.width, bitmap.height)
		const [x, y] = [(bitmap.width - cut) / 2, (bitmap.height - cut) / 2]
		canvas.getContext('2d')?.drawImage(bitmap, x, y, cut, cut, 0, 0, side, side)
		bitmap.close()
		return canvas.toDataURL('image/webp', 0.86)
	} catch {
		return null
	}
}
