import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { Measure } from '#lib/domain/cards/layout/lines.ts'
import type { HouseStyle } from '#lib/domain/model/house-style.ts'

/** A font file and the characters that it is for. */
export type FontFile = Readonly<{ family: string; address: string; range?: string; weight?: string }>

/** What pages are set in: the family as CSS writes it, and the files that have to be there. */
export type PageFonts = Readonly<{ family: string; files: readonly FontFile[] }>

/** After the font of the house: whatever sans serif the reader has, also for Chinese. */
const others =
	"'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** Ranges as the makers of the font divide it. */
const latinRange =
	'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const extendedRange =
	'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

const builtIn: PageFonts = {
	family: `'Atlas Page', ${others}`,
	files: [
		{ family: 'Atlas Page', address: latin, range: latinRange, weight: '100 900' },
		{ family: 'Atlas Page', address: latinExtended, range: extendedRange, weight: '100 900' }
	]
}

/** The fonts of a house style. */
export function fontsOf({ font, ownFont }: HouseStyle): PageFonts {
	if (font === 'system') return { family: `system-ui, ${others}`, files: [] }
	if (font === 'built-in' || ownFont === null) return builtIn
	const family = `Atlas House ${fingerprint(ownFont.href)}`
	return { family: `'${family}', ${others}`, files: [{ family, address: ownFont.href }] }
}

/** Another file is another family: a page must not be set in the font that was there before. */
function fingerprint(text: string): string {
	let hash = 5381
	for (let at = 0; at < text.length; at += 1) hash = ((hash * 33) ^ text.charCodeAt(at)) >>> 0
	return hash.toString(36)
}

/** The bytes of a font file, from the app or from the data URL that it is kept as. */
export async function fontBytes({ address }: FontFile): Promise<ArrayBuffer> {
	const comma = address.startsWith('data:') ? address.indexOf(',') : -1
	if (comma < 0) return (await fetch(address)).arrayBuffer()
	const text = atob(address.slice(comma + 1))
	const bytes = new Uint8Array(text.length)
	for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
	return bytes.buffer
}

/** Loads the files of fonts, in a window or in a worker. Rejects where one of them is no font. */
export async function loadFonts({ files }: PageFonts, there: FontFaceSet): Promise<void> {
	for (const file of files) {
		const isThere = [...there].some(
			(face) =>
				face.family.replace(/["']/g, '') === file.family &&
				face.status === 'loaded' &&
				(file.range === undefined || sameRange(face.unicodeRange, file.range))
		)
		if (isThere) continue
		const face = new FontFace(file.family, await fontBytes(file), {
			...(file.weight === undefined ? {} : { weight: file.weight }),
			...(file.range === undefined ? {} : { unicodeRange: file.range })
		})
		there.add(await face.load())
	}
}

/** Whether two ranges begin alike: browsers write them each in their own way. */
function sameRange(one: string, other: string): boolean {
	const start = (range: string) => Number.parseInt(/[0-9a-f]+/i.exec(range.replace(/^u\+/i, ''))?.[0] ?? '', 16)
	return start(one) === start(other)
}

type Context = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>

/** Measures text as it will be set in that family. `slack`: by how much it is taken to be wider, where the reader's font may be. */
export function measureWith(context: Context, family: string, slack = 1): Measure {
	return (text, { weight, italic }, size) => {
		context.font = `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`
		return context.measureText(text).width * slack
	}
}
