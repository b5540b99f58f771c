const least = 500
const most = 30_000

/**
 * How long to wait before trying again, in milliseconds: full jitter, so that many who lost the same server do not come back at once. `attempt` counts
 * from 1 after the last time that it worked; `random` is in [0, 1).
 */
export function retryDelay(attempt: number, random: number): number {
	return Math.max(least, Math.floor(random * Math.min(most, least * 2 ** Math.min(attempt, 10))))
}

/** How long a server asks to be left alone, in milliseconds: seconds or a date in `Retry-After`. Null where it says nothing; a day at the most. */
export function retryAfter(header: string | null, now: number): number | null {
	const said = header?.trim() ?? ''
	if (said === '') return null
	const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now
	return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), 86_400_000)
}
