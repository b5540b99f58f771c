const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
	['year', 365 * 86_400],
	['month', 30 * 86_400],
	['week', 7 * 86_400],
	['day', 86_400],
	['hour', 3600],
	['minute', 60],
	['second', 1]
]

/** How long ago something was, in the largest unit that gives one or more: "3 minutes ago". Milliseconds; what is yet to come is now. */
export function ageText(milliseconds: number, locale: string): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1000))
	const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
	const [unit, length] = units.find(([, size]) => seconds >= size) ?? ['second', 1]
	return spaced(format.format(-Math.floor(seconds / length), unit))
}

/** A moment as people at a wall read it: the time, and before today the date. */
export function momentText(moment: number, now: number, locale: string): string {
	const sameDay = new Date(moment).toDateString() === new Date(now).toDateString()
	return new Intl.DateTimeFormat(locale, sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium' }).format(moment)
}

/** A text of the platform as our Chinese messages are written: with a space between a number and what is counted. */
export function spaced(text: string): string {
	return text.replace(/(?<=\d)(?=\p{Script=Han})/gu, ' ')
}
