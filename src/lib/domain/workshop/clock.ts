import type { AgendaStep } from '../model/agenda.ts'
import type { WorkshopRun } from '../model/workshop-run.ts'

const minute = 60_000

/** How far a workshop is that has not begun. */
export const notBegun: WorkshopRun = {
	id: 'workshop',
	step: null,
	done: [],
	skipped: [],
	since: null,
	spent: 0,
	extra: 0
}

/** What is left of a step, in milliseconds; below 0 once it is over. `now`: milliseconds since 1970. */
export function timeLeft(run: WorkshopRun, step: AgendaStep, now: number): number {
	if (run.step !== step.id) return step.minutes * minute
	const running = run.since === null ? 0 : Math.max(0, now - run.since)
	return step.minutes * minute + run.extra - run.spent - running
}

/** A length of time as minutes and seconds, "12:05"; "−0:30" when it is over. Seconds are counted up to the full one. */
export function clockText(left: number): string {
	const seconds = Math.ceil(left / 1000)
	const whole = Math.abs(seconds)
	return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** What a press on the clock makes of the run. `more` adds a minute. */
export function turned(run: WorkshopRun, press: 'start' | 'pause' | 'more' | 'again', now: number): WorkshopRun {
	switch (press) {
		case 'start':
			return run.since === null ? { ...run, since: now } : run
		case 'pause':
			return run.since === null ? run : { ...run, since: null, spent: run.spent + Math.max(0, now - run.since) }
		case 'more':
			return { ...run, extra: run.extra + minute }
		case 'again':
			return { ...run, since: null, spent: 0, extra: 0 }
	}
}

/**
 * Goes to a step. `left`: what becomes of the one that was on: done, skipped, or nothing said. A clock that ran runs on for the new step.
 */
export function goneTo(
	run: WorkshopRun,
	step: string | null,
	left: 'done' | 'skipped' | null,
	now: number
): WorkshopRun {
	const from = run.step
	const without = (ids: readonly string[]) => ids.filter((id) => id !== from)
	return {
		...run,
		step,
		done: from === null || left === null ? run.done : [...without(run.done), ...(left === 'done' ? [from] : [])],
		skipped:
			from === null || left === null ? run.skipped : [...without(run.skipped), ...(left === 'skipped' ? [from] : [])],
		since: run.since === null || step === null ? null : now,
		spent: 0,
		extra: 0
	}
}
