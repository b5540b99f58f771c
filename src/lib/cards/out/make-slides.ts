import type { Deliverable } from '#lib/domain/cards/block.ts'
import type { PageColours } from '#lib/domain/cards/house-colours.ts'
import { pageSettings } from '#lib/domain/cards/layout/format.ts'
import type { Furniture } from '#lib/domain/cards/layout/furniture.ts'
import type { Typesetter } from '#lib/domain/cards/layout/lines.ts'
import { layOut } from '#lib/domain/cards/layout/pages.ts'
import type { Format } from '#lib/domain/model/card-choice.ts'
import { escaped, printable } from '#lib/domain/pictures/escaped.ts'
import { addSlide } from './slides.ts'
import { tidySlides } from './tidy-slides.ts'

/** What a deck of slides is made with. `ondone` hears of each deliverable, and may end the work by throwing. */
export type DeckSetting = Readonly<{
	format: Format
	furniture: Furniture
	colours: PageColours
	set: Typesetter
	typeface: string
	title: string
	pictureOf(href: string): string
	ondone(count: number): void | Promise<void>
}>

/** Deliverables as a PPTX file: a slide a page, of its size, everything on it to be edited. */
export async function slidesOf(deliverables: readonly Deliverable[], setting: DeckSetting): Promise<Uint8Array> {
	const { default: Pptx } = await import('pptxgenjs')
	const pptx = new Pptx()
	const { width, height } = pageSettings[setting.format]
	pptx.defineLayout({ name: 'page', width: width / 72, height: height / 72 })
	pptx.layout = 'page'
	// The library writes these two as they are: a name with a mark in it would break the file.
	pptx.title = escaped(setting.title)
	const typeface = printable(setting.typeface).replace(/[<>&"']/g, '')
	pptx.theme = { headFontFace: typeface, bodyFontFace: typeface }
	for (const [at, deliverable] of deliverables.entries()) {
		for (const page of layOut(deliverable, setting.format, setting.set, setting.furniture))
			addSlide(pptx, page, { ...setting, typeface })
		await setting.ondone(at + 1)
	}
	const file = await pptx.write({ outputType: 'uint8array', compression: false })
	if (!(file instanceof Uint8Array)) throw new Error('The slides were made in a form that is not known')
	return tidySlides(file)
}
