import { m } from '#lib/paraglide/messages.js'
import { region } from '#lib/wording/region.ts'

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
	['day', 86_400],
	['hour', 3600],
	['minute', 60]
]

/** How long ago an instant (ISO 8601) was, in the user's language: "2 hours ago"; a date once it is over a week. A clock set back counts as now. */
export function whenText(instant: string, now: Date): string {
	const date = new Date(instant)
	const seconds = Math.max(0, (now.getTime() - date.getTime()) / 1000)
	if (seconds > 7 * 86_400) return new Intl.DateTimeFormat(region(), { dateStyle: 'medium' }).format(date)
	const format = new Intl.RelativeTimeFormat(region(), { numeric: 'auto' })
	const step = steps.find(([, length]) => seconds >= length)
	return step ? format.format(-Math.floor(seconds / step[1]), step[0]) : m.home_just_now()
}
