import type { Pulse } from '#lib/store/store.ts'
import { m } from '#lib/paraglide/messages.js'
import { numberText } from '#lib/wording/list.ts'
import { momentText, spaced } from './age.ts'

/** A stretch of hours as people say it: "7 days", "6 hours". */
export function spanText(hours: number, locale: string): string {
	const [unit, count] = hours % 24 === 0 ? (['day', hours / 24] as const) : (['hour', hours] as const)
	return spaced(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count))
}

/** Which mentions a wall counts (0 hours: all); where the newest is of another day, until when is said. */
export function windowText(hours: number, { newest }: Pulse, now: number, locale: string): string {
	if (hours === 0 || newest === null) return m.wall_window_all()
	const end = Date.parse(newest)
	const span = spanText(hours, locale)
	const isToday = new Date(end).toDateString() === new Date(now).toDateString()
	return isToday ? m.wall_window({ span }) : m.wall_window_until({ span, day: momentText(end, now, locale) })
}

/** How the number of mentions differs from that of as many hours before; empty where there is nothing to compare with. */
export function changeText(hours: number, { total, before }: Pulse, locale: string): string {
	if (hours === 0 || before === null) return ''
	const span = spanText(hours, locale)
	if (before === 0) return total === 0 ? '' : m.wall_change_new({ span })
	if (total === before) return m.wall_change_same({ span })
	const count = numberText(Math.abs(total - before))
	return total > before ? m.wall_change_more({ count, span }) : m.wall_change_less({ count, span })
}
