import { region } from '#lib/wording/region.ts'

/** A date of the calendar (2027-03-01) in the user's language. */
export function dateText(date: string): string {
	const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
	return new Intl.DateTimeFormat(region(), { dateStyle: 'medium' }).format(new Date(year, month - 1, day))
}
