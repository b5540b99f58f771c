import type { Format } from '#lib/domain/model/card-choice.ts'
import { m } from '#lib/paraglide/messages.js'

/** The sizes of page in the user's language. */
export const formatLabel: Readonly<Record<Format, () => string>> = {
	'a4-portrait': m.cards_format_portrait,
	'a4-landscape': m.cards_format_landscape,
	slide: m.cards_format_slide
}
