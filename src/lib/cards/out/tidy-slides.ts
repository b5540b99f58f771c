import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { chineseTypeface } from './typefaces.ts'

/**
 * Puts right what the maker of slides leaves wrong: Chinese characters get a typeface that has them, properties of a paragraph stand once at its
 * beginning, the things of a slide have an id each, and notes are paragraphs.
 */
export function tidySlides(file: Uint8Array): Uint8Array {
	const files = unzipSync(file)
	for (const [path, bytes] of Object.entries(files)) {
		if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) files[path] = strToU8(tidySlide(strFromU8(bytes)))
		if (/^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(path)) files[path] = strToU8(tidyNotes(strFromU8(bytes)))
	}
	return zipSync(files)
}

function tidySlide(xml: string): string {
	let id = 1
	return xml
		.replace(/<a:ea typeface="[^"]*"/g, `<a:ea typeface="${chineseTypeface}"`)
		.replace(/(<\/a:r>)<a:pPr[^>]*>(?:(?!<\/a:pPr>).)*<\/a:pPr>/gs, '$1')
		.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`)
}

function tidyNotes(xml: string): string {
	return xml.replace(/<a:t>([^<]*)<\/a:t>/g, (whole, text: string) => {
		const parts = text.split(/\r?\n/)
		return parts.length < 2
			? whole
			: parts.map((part) => `<a:t>${part}</a:t>`).join('</a:r></a:p><a:p><a:r><a:rPr lang="en-US" dirty="0"/>')
	})
}
