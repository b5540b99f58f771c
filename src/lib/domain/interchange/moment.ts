/** Which of two numbers comes first in a date such as 03/04/2026. */
export type DateOrder = 'day-first' | 'month-first'

export type MomentRead = { ok: true; at: string } | { ok: false; rule: 'bad-date' | 'ambiguous-date' }

const clock = String.raw`(?:[T\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?${clock}$`, 'i')
const dayFirst = new RegExp(String.raw`^(?<day>\d{1,2})[-.](?<month>\d{1,2})[-.](?<year>\d{4})${clock}$`, 'i')
const slashes = new RegExp(String.raw`^(?<one>\d{1,2})/(?<other>\d{1,2})/(?<year>\d{4})${clock}$`, 'i')

/**
 * An instant (ISO 8601, in UTC) from how tables write dates: 2026-03-02, 2026-03-02 09:10, with or without zone, 2026年3月2日,
 * 2-3-2026 and 2.3.2026 (day first), 3/2/2026 (in the order given, or where one of the numbers is above 12), seconds or milliseconds
 * since 1970. A time without a zone is taken as UTC, so that the same file gives the same mentions everywhere.
 */
export function readMoment(written: string, order: DateOrder | null = null): MomentRead {
	const text = written.normalize('NFKC').trim()
	if (text.length > 64) return { ok: false, rule: 'bad-date' }
	if (/^\d{10}(?:\.\d+)?$/.test(text)) return instant(Number(text) * 1000)
	if (/^\d{13}$/.test(text)) return instant(Number(text))
	const parts = (yearFirst.exec(text) ?? dayFirst.exec(text))?.groups
	if (parts !== undefined) return fromParts(parts, Number(parts.month), Number(parts.day))
	const slashed = slashes.exec(text)?.groups
	if (slashed === undefined) return { ok: false, rule: 'bad-date' }
	const one = Number(slashed.one)
	const other = Number(slashed.other)
	const known = orderOf(one, other) ?? order ?? (one === other ? 'day-first' : null)
	if (known === null) return { ok: false, rule: 'ambiguous-date' }
	return known === 'day-first' ? fromParts(slashed, other, one) : fromParts(slashed, one, other)
}

/** The order of day and month that the dates of a column show; null where none does, or they contradict each other. */
export function dateOrderOf(dates: Iterable<string>): DateOrder | null {
	let order: DateOrder | null = null
	for (const date of dates) {
		const parts = slashes.exec(date.normalize('NFKC').trim())?.groups
		const shown = parts === undefined ? null : orderOf(Number(parts.one), Number(parts.other))
		if (shown === null) continue
		if (order !== null && order !== shown) return null
		order = shown
	}
	return order
}

function orderOf(one: number, other: number): DateOrder | null {
	if (one > 12 && other <= 12) return 'day-first'
	if (other > 12 && one <= 12) return 'month-first'
	return null
}

function fromParts(parts: Record<string, string | undefined>, month: number, day: number): MomentRead {
	const number = (name: string) => Number(parts[name] ?? 0)
	const [year, hour, minute, second] = [number('year'), number('hour'), number('minute'), number('second')]
	const milliseconds = Math.floor(Number(`0.${parts.fraction ?? '0'}`) * 1000)
	const date = new Date(0)
	date.setUTCFullYear(year, month - 1, day)
	date.setUTCHours(hour, minute, second, milliseconds)
	// A date that does not exist rolls over into the next month, and an hour 25 into the next day.
	const exists =
		date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
	if (!exists || year < 1) return { ok: false, rule: 'bad-date' }
	const zone = zoneMinutes(parts.zone)
	return zone === null ? { ok: false, rule: 'bad-date' } : instant(date.getTime() - zone * 60_000)
}

/** Minutes east of UTC; null for a zone that cannot be. */
function zoneMinutes(zone: string | undefined): number | null {
	const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
	if (parts === null) return 0
	const [hours, minutes] = [Number(parts[2]), Number(parts[3] ?? 0)]
	if (hours > 14 || minutes > 59) return null
	return (parts[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function instant(milliseconds: number): MomentRead {
	const date = new Date(milliseconds)
	const year = date.getUTCFullYear()
	// Beyond these years ISO 8601 needs signs and more digits, which no reader of ours takes.
	if (Number.isNaN(year) || year < 1 || year > 9999) return { ok: false, rule: 'bad-date' }
	return { ok: true, at: date.toISOString() }
}
