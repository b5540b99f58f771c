/** Minutes since midnight of a time of day written hh:mm. */
function minuteOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Whether a minute of the day (0–1439) is within quiet hours, which may go over midnight. Two equal times, or one left out, are no hours at all. */
export function isQuietAt(minute: number, from: string | null, to: string | null): boolean {
	if (from === null || to === null) return false
	const [start, end] = [minuteOf(from), minuteOf(to)]
	return start < end ? minute >= start && minute < end : start > end && (minute >= start || minute < end)
}

/** The way round which what stands still for months wanders, in shares of the farthest it goes. */
const round: readonly (readonly [x: number, y: number])[] = [
	[0, 0],
	[1, -0.5],
	[0.5, 1],
	[-0.5, 0.5],
	[-1, -1],
	[0, -0.5],
	[1, 1],
	[-1, 0.5]
]
/** How long it stays in one place, in milliseconds. */
const stay = 3 * 60_000

/** How far everything is moved aside at a time, in pixels from −12 to 12, so that nothing burns into the screen. */
export function shiftAt(now: number, farthest = 12): { readonly x: number; readonly y: number } {
	const [x, y] = round[Math.floor(now / stay) % round.length] ?? [0, 0]
	return { x: Math.round(x * farthest), y: Math.round(y * farthest) }
}

/** Signs that a wall works, in milliseconds since 1970. `asked`: when it began the reading that is under way; null: none is. `drawn`: when it last drew. */
export type WallSigns = { readonly asked: number | null; readonly drawn: number; readonly turned: number }

/** Nothing that works takes this long. */
const patience = 120_000

/**
 * What of a wall has stalled, so that it must be loaded anew: a reading that does not end, a page that does not draw, a scene that should have gone. `seconds`:
 * how long a scene may stay; null where it stays for good.
 */
export function stallOf(
	{ asked, drawn, turned }: WallSigns,
	now: number,
	seconds: number | null
): 'reading' | 'drawing' | 'scenes' | null {
	if (asked !== null && now - asked > patience) return 'reading'
	if (now - drawn > patience) return 'drawing'
	return seconds !== null && now - turned > seconds * 1000 + patience ? 'scenes' : null
}
