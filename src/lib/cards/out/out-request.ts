import type { Deliverable } from '#lib/domain/cards/block.ts'
import type { PageColours } from '#lib/domain/cards/house-colours.ts'
import type { FurnitureTexts } from '#lib/domain/cards/layout/furniture.ts'
import type { BookWords } from '#lib/domain/cards/out/book-html.ts'
import type { Format } from '#lib/domain/model/card-choice.ts'
import type { PageFonts } from '../page-fonts.ts'

/** The kinds of file that are made away from the window; PDF is made by the browser's own print. */
export const outKinds = ['pptx', 'html', 'markdown', 'png', 'svg'] as const
export type OutKind = (typeof outKinds)[number]

/** What a file is made of: plain values, so that a worker can be given them. */
export type OutRequest = Readonly<{
	kind: OutKind
	deliverables: readonly Deliverable[]
	format: Format
	furniture: FurnitureTexts
	colours: PageColours
	fonts: PageFonts
	/** The name by which office programs know the font of the house; null for a plain one. */
	typeface: string | null
	words: BookWords
}>

/** A file that was made: what its name ends with, its MIME type, its bytes. */
export type OutFile = Readonly<{ extension: string; type: string; bytes: Uint8Array<ArrayBuffer> }>

/** What the worker answers while it works, and at its end. */
export type OutAnswer =
	| Readonly<{ name: 'progress'; done: number; of: number }>
	| Readonly<{ name: 'made'; file: OutFile }>
	| Readonly<{ name: 'failed'; reason: string }>
