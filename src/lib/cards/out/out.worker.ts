import type { Deliverable } from '#lib/domain/cards/block.ts'
import { furnitureOf } from '#lib/domain/cards/layout/furniture.ts'
import { typesetter, type Typesetter } from '#lib/domain/cards/layout/lines.ts'
import type { Page } from '#lib/domain/cards/layout/page.ts'
import { layOut } from '#lib/domain/cards/layout/pages.ts'
import { bookHtml, type EmbeddedFont } from '#lib/domain/cards/out/book-html.ts'
import { markdownOf } from '#lib/domain/cards/out/markdown.ts'
import { pageSvg } from '#lib/domain/cards/out/page-svg.ts'
import { fontBytes, loadFonts, measureWith, type PageFonts } from '../page-fonts.ts'
import type { OutAnswer, OutFile, OutRequest } from './out-request.ts'
import { paintPage } from './paint-page.ts'
import { plainTypeface, slideFamily } from './typefaces.ts'

/** Makes files of deliverables away from the window, which stays free; whoever has enough of it ends the worker. */
addEventListener('message', ({ data }: MessageEvent<OutRequest>) => {
	make(data).then(
		(file) => answer({ name: 'made', file }),
		(error: unknown) => answer({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
	)
})

function answer(message: OutAnswer): void {
	postMessage(message)
}

function progress(done: number, of: number): void {
	answer({ name: 'progress', done, of })
}

function measuring(family: string, slack = 1): Typesetter {
	const context = new OffscreenCanvas(1, 1).getContext('2d')
	if (context === null) throw new Error('This browser cannot measure text away from the window')
	return typesetter(measureWith(context, family, slack))
}

async function make(request: OutRequest): Promise<OutFile> {
	if (request.kind === 'markdown') {
		const text = markdownOf(request.deliverables, request.furniture)
		return { extension: 'md', type: 'text/markdown;charset=utf-8', bytes: bytesOf(text) }
	}
	const { fonts } = request
	await loadFonts(fonts, (self as unknown as { fonts: FontFaceSet }).fonts)
	if (request.kind === 'pptx') return makeSlides(request)
	const pages = pagesOf(
		request,
		measuring(fonts.family, request.kind === 'html' && fonts.files.length === 0 ? 1.03 : 1)
	)
	if (request.kind === 'html') {
		const files = await embedded(fonts, pages)
		const text = bookHtml(pages, request.colours, { family: fonts.family, files }, request.words)
		return { extension: 'html', type: 'text/html;charset=utf-8', bytes: bytesOf(text) }
	}
	if (request.kind === 'svg')
		return packed(pages, 'svg', 'image/svg+xml', (page) => bytesOf(pageSvg(page, request.colours, fonts.family)))
	const images = await imagesOf(request.deliverables, request.furniture.logo?.href)
	return packed(pages, 'png', 'image/png', (page) => painted(page, request, images))
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text)
}

function pagesOf({ deliverables, format, furniture }: OutRequest, set: Typesetter): Page[] {
	return deliverables.flatMap((deliverable, at) => {
		const pages = layOut(deliverable, format, set, furnitureOf(furniture))
		progress(at + 1, 2 * deliverables.length)
		return pages
	})
}

/** One page is a file, several are a zip of files named by their number and their deliverable. */
async function packed(
	pages: readonly Page[],
	extension: string,
	type: string,
	write: (page: Page) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
): Promise<OutFile> {
	const files: Record<string, Uint8Array> = {}
	for (const [at, page] of pages.entries()) {
		const bytes = await write(page)
		progress(pages.length + at + 1, 2 * pages.length)
		if (pages.length === 1) return { extension, type, bytes }
		const name = page.label
			.normalize('NFC')
			.replace(/[^\p{L}\p{N}]+/gu, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 80)
		files[`${String(at + 1).padStart(3, '0')}-${name}.${extension}`] = bytes
	}
	const { zipSync } = await import('fflate')
	return {
		extension: `${extension}.zip`,
		type: 'application/zip',
		bytes: Uint8Array.from(zipSync(files, { level: 1 }))
	}
}

/** So many pixels a point: paper at 200 dots an inch, which prints sharp. */
const pixelsPerPoint = 200 / 72

async function painted(
	page: Page,
	{ colours, fonts }: OutRequest,
	images: ReadonlyMap<string, ImageBitmap>
): Promise<Uint8Array<ArrayBuffer>> {
	const canvas = new OffscreenCanvas(Math.round(page.width * pixelsPerPoint), Math.round(page.height * pixelsPerPoint))
	const context = canvas.getContext('2d')
	if (context === null) throw new Error('This browser cannot draw away from the window')
	context.scale(pixelsPerPoint, pixelsPerPoint)
	paintPage(context, page, { colours, family: fonts.family, images })
	const blob = await canvas.convertToBlob({ type: 'image/png' })
	return new Uint8Array(await blob.arrayBuffer())
}

function hrefsOf(deliverables: readonly Deliverable[], logo: string | undefined): Set<string> {
	const portraits = deliverables.flatMap(({ portrait }) => (portrait?.type === 'image' ? [portrait.of] : []))
	return new Set(logo === undefined ? portraits : [...portraits, logo])
}

async function imagesOf(
	deliverables: readonly Deliverable[],
	logo: string | undefined
): Promise<Map<string, ImageBitmap>> {
	const images = new Map<string, ImageBitmap>()
	for (const href of hrefsOf(deliverables, logo)) {
		const bytes = await fontBytes({ family: '', address: href })
		try {
			images.set(href, await createImageBitmap(new Blob([bytes])))
		} catch {
			// A picture that cannot be read leaves its place empty, as it does on the page.
		}
	}
	return images
}

async function embedded({ files }: PageFonts, pages: readonly Page[]): Promise<EmbeddedFont[]> {
	const text = JSON.stringify(pages.map(({ items }) => items))
	const needed = files.filter(
		({ range }) => range === undefined || !range.startsWith('U+0100') || /[\u0100-\u02ff\u1e00-\u1eff]/.test(text)
	)
	return Promise.all(
		needed.map(async (file) => {
			const { family, weight, range, address } = file
			const href = address.startsWith('data:') ? address : `data:font/woff2;base64,${base64(await fontBytes(file))}`
			return { family, href, ...(weight === undefined ? {} : { weight }), ...(range === undefined ? {} : { range }) }
		})
	)
}

function base64(bytes: ArrayBuffer): string {
	let text = ''
	for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte)
	return btoa(text)
}

async function makeSlides({
	deliverables,
	format,
	furniture,
	colours,
	fonts,
	typeface,
	words
}: OutRequest): Promise<OutFile> {
	const { slidesOf } = await import('./make-slides.ts')
	const face = typeface ?? plainTypeface
	// Every picture as PNG: office programs do not read WebP.
	const images = await imagesOf(deliverables, furniture.logo?.href)
	const drawn = new Map<string, string>()
	for (const [href, image] of images) {
		const canvas = new OffscreenCanvas(image.width, image.height)
		canvas.getContext('2d')?.drawImage(image, 0, 0)
		drawn.set(
			href,
			`image/png;base64,${base64(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())}`
		)
	}
	const file = await slidesOf(deliverables, {
		format,
		furniture: furnitureOf(furniture),
		colours,
		set: measuring(slideFamily(face, typeface === null ? null : (fonts.family.split(',')[0] ?? null)), 1.03),
		typeface: face,
		title: words.title,
		pictureOf: (href) => drawn.get(href) ?? emptyPicture,
		ondone: (done) => progress(done, deliverables.length + 1)
	})
	const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
	return { extension: 'pptx', type, bytes: Uint8Array.from(file) }
}

/** A transparent dot, where a picture cannot be read. */
const emptyPicture =
	'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
