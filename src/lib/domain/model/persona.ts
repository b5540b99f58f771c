import { z } from 'zod'
import { broken, evidence, id, name, text, texts, wellFormed } from './fields.ts'

const avatarBytes = 512 * 1024

/** A picture as a data URL (PNG, JPEG or WebP, up to 512 KiB), or one emoji. Nothing that could run or load. */
const avatar = wellFormed
	.refine(
		(value) => {
			if (!value.startsWith('data:')) return /^\p{Emoji}/u.test(value) && value.length <= 32 && !/[<>&"]/.test(value)
			const picture = /^data:image\/(?:png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/.exec(value)
			return picture?.[1] !== undefined && (picture[1].length * 3) / 4 <= avatarBytes + 2
		},
		broken('avatar', 'A PNG, JPEG or WebP picture as data URL up to 512 KiB, or an emoji')
	)
	.nullable()
	.default(null)

/** A person of flesh and blood with feelings, ideas, opinions and pains; not an age or a sex. */
export const persona = z.strictObject({
	id,
	name,
	role: text,
	quote: text,
	story: text,
	feelings: texts,
	opinions: texts,
	goals: texts,
	pains: texts,
	/** Relative size of the group; null counts as 1. */
	share: z.number().positive().nullable().default(null),
	avatar,
	color: z
		.string()
		.refine((text) => /^#[0-9a-fA-F]{6}$/.test(text), broken('colour', 'A colour is written #rrggbb'))
		.nullable()
		.default(null),
	evidence
})
export type Persona = z.output<typeof persona>
