import type { FurnitureTexts } from '#lib/domain/cards/layout/furniture.ts'
import type { HouseStyle } from '#lib/domain/model/house-style.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { dayText } from '#lib/wording/cards.ts'

/** What stands on every page of a house. `today`: the day on which it is made, as ISO 8601. */
export function furnitureTexts(
	{ logo, footer, confidentiality, isDated, day }: HouseStyle,
	today: string
): FurnitureTexts {
	return {
		language: getLocale(),
		logo,
		logoAlt: m.cards_logo_alt(),
		footer,
		confidentiality,
		date: isDated ? dayText(day ?? today) : '',
		pageOf: m.cards_page_of({ page: '{page}', pages: '{pages}' }),
		continued: m.cards_continued({ title: '{title}' })
	}
}

/** The day that it is here, as ISO 8601. */
export function dayOf(moment: Date): string {
	const two = (number: number) => String(number).padStart(2, '0')
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
