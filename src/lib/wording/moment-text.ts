import { region } from './region.ts'

/** An instant (ISO 8601) as date and time in the user's language. */
export function momentText(instant: string): string {
	return new Intl.DateTimeFormat(region(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}
