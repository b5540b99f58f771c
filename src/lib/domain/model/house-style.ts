import { z } from 'zod'
import { broken, id, limited, wellFormed } from './fields.ts'

/** The id of the one house style of an atlas. */
export const houseId = 'house'

/** A logo has so many bytes at most, an uploaded font so many: both travel in the document and in every file made of it. */
export const mostLogoBytes = 256 * 1024
export const mostFontBytes = 1024 * 1024

/** Whether base64 text stands for at most so many bytes. */
function isWithin(base64: string | undefined, most: number): boolean {
	return base64 !== undefined && (base64.length * 3) / 4 <= most + 2
}

const pictureForm = /^data:image\/(?:png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/
const fontForm = /^data:font\/(?:woff2|woff|ttf|otf);base64,([A-Za-z0-9+/]+={0,2})$/

/** A raster picture with its size in pixels. */
export const logo = z.strictObject({
	href: wellFormed.refine(
		(text) => isWithin(pictureForm.exec(text)?.[1], mostLogoBytes),
		broken('logo', 'A PNG, JPEG or WebP picture as data URL up to 256 KiB')
	),
	width: z.number().positive(),
	height: z.number().positive()
})

/** A font file with the name that other programs know it by. */
export const houseFont = z.strictObject({
	name: limited(100),
	href: wellFormed.refine(
		(text) => isWithin(fontForm.exec(text)?.[1], mostFontBytes),
		broken('font', 'A WOFF2, WOFF, TTF or OTF font as data URL up to 1 MiB')
	)
})
export type HouseFont = z.output<typeof houseFont>

const colour = z
	.string()
	.refine((text) => /^#[0-9a-fA-F]{6}$/.test(text), broken('colour', 'A colour is written #rrggbb'))
	.nullable()
	.default(null)

/** `built-in`: the font of the app; `system`: that of the device; `own`: an uploaded one. */
export const fontChoices = ['built-in', 'system', 'own'] as const
export type FontChoice = (typeof fontChoices)[number]

/** How the deliverables of a house look: one row, whose id is `houseId`. */
export const houseStyle = z.strictObject({
	id,
	logo: logo.nullable().default(null),
	/** null: the colours of the app. */
	primary: colour,
	secondary: colour,
	font: z.enum(fontChoices).default('built-in'),
	ownFont: houseFont.nullable().default(null),
	footer: limited(500).default(''),
	confidentiality: limited(500).default(''),
	/** Whether pages bear a date; null is the day on which they are made. */
	isDated: z.boolean().default(true),
	day: z.iso.date().nullable().default(null)
})
export type HouseStyle = z.output<typeof houseStyle>

/** The house style of a house that has chosen nothing. */
export const plainStyle: HouseStyle = houseStyle.parse({ id: houseId })

/** The house style of an atlas. */
export function houseStyleOf(atlas: Readonly<{ houseStyles: ReadonlyMap<string, HouseStyle> }>): HouseStyle {
	return atlas.houseStyles.get(houseId) ?? plainStyle
}
