import { mostFontBytes, type HouseFont } from '#lib/domain/model/house-style.ts'

/** How the files of each kind of font begin. */
const beginnings: Readonly<Record<string, 'woff2' | 'woff' | 'ttf' | 'otf'>> = {
	wOF2: 'woff2',
	wOFF: 'woff',
	'\u0000\u0001\u0000\u0000': 'ttf',
	true: 'ttf',
	OTTO: 'otf'
}

/** A font file as it is kept. Null for what is no font that the browser can read, or too large. */
export async function fontFrom(file: File): Promise<HouseFont | null> {
	if (file.size > mostFontBytes) return null
	const bytes = new Uint8Array(await file.arrayBuffer())
	const kind = beginnings[String.fromCharCode(...bytes.subarray(0, 4))]
	if (kind === undefined) return null
	try {
		await new FontFace('Trial', bytes).load()
	} catch {
		return null
	}
	const name = file.name
		.replace(/\.[a-z0-9]+$/i, '')
		.replace(/[-_ ]?(?:Regular|Variable|VF)\b.*$/i, '')
		.replace(/[-_]+/g, ' ')
		.trim()
	let text = ''
	for (const byte of bytes) text += String.fromCharCode(byte)
	return { name: name.slice(0, 100) || 'Font', href: `data:font/${kind};base64,${btoa(text)}` }
}
