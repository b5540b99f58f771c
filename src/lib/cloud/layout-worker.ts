import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url'
import type { CloudWord } from '#lib/domain/words/cloud-policy.ts'
import { layout } from './layout.ts'
import type { CloudLayout, CloudOptions } from './layout.ts'

/** What a tab asks of the layout worker; the answer bears the same number. */
export type LayoutRequest = {
	readonly number: number
	readonly words: readonly CloudWord[]
	readonly previous: CloudLayout | null
	readonly options: Omit<CloudOptions, 'canvas'>
}
export type LayoutAnswer =
	{ readonly number: number; readonly layout: CloudLayout } | { readonly number: number; readonly error: string }

// Fonts of the page are unknown in a worker: without these, words would be measured in another font than they are drawn in.
const faces = [
	new FontFace('Inter Variable', `url(${interExtended})`, {
		weight: '100 900',
		unicodeRange: 'U+0100-02BA, U+1E00-1E9F, U+20A0-20C0'
	}),
	new FontFace('Inter Variable', `url(${inter})`, { weight: '100 900' })
]
const fontsAreLoaded = Promise.allSettled(
	faces.map(async (face) => {
		await face.load()
		// The compiler's library is that of pages, whose `self` has no fonts; a worker's has.
		const fonts: unknown = Reflect.get(self, 'fonts')
		if (fonts instanceof FontFaceSet) fonts.add(face)
	})
)

self.addEventListener('message', async ({ data }: MessageEvent<LayoutRequest>) => {
	await fontsAreLoaded
	const { number, words, previous, options } = data
	try {
		const answer: LayoutAnswer = {
			number,
			layout: layout(words, previous, { ...options, canvas: () => new OffscreenCanvas(1, 1) })
		}
		self.postMessage(answer)
	} catch (error) {
		const answer: LayoutAnswer = { number, error: String(error) }
		self.postMessage(answer)
	}
})
