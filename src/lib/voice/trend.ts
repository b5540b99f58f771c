import type { MentionGroup } from '#lib/store/store.ts'

/** How long one column of the trend is. */
export const trendUnits = ['hour', 'day', 'week', 'month'] as const
export type TrendUnit = (typeof trendUnits)[number]

/** Columns that are drawn at the most: the newest. */
const mostColumns = 366
const day = 86_400_000

/** The unit that shows a span of time in a few dozen columns. */
export function unitFor(first: string | null, last: string | null): TrendUnit {
	const days = first === null || last === null ? 0 : (Date.parse(last) - Date.parse(first)) / day
	return days <= 2 ? 'hour' : days <= 92 ? 'day' : days <= 730 ? 'week' : 'month'
}

/** Where the column ends that begins at an instant: where the next one begins. */
export function endOf(at: string, unit: TrendUnit): string {
	const date = new Date(at)
	if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
	else date.setTime(date.getTime() + (unit === 'hour' ? day / 24 : unit === 'day' ? day : 7 * day))
	return date.toISOString()
}

/** The groups in the order of time, with an empty one wherever nothing was said. */
export function trendOf(groups: readonly MentionGroup[], unit: TrendUnit): MentionGroup[] {
	const byKey = new Map(groups.map((group) => [group.key, group]))
	const keys = [...byKey.keys()].toSorted()
	const [first] = keys
	const last = keys.at(-1)
	if (first === undefined || last === undefined) return []
	const columns: MentionGroup[] = []
	for (let at = first; at <= last && columns.length < 20_000; at = endOf(at, unit)) {
		const none = { key: at, total: 0, positive: 0, neutral: 0, negative: 0, unscored: 0, sentiment: null }
		columns.push(byKey.get(at) ?? none)
	}
	return columns.slice(-mostColumns)
}
