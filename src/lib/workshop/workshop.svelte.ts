import { runWorkshop } from '#lib/domain/changes/run-workshop.ts'
import type { AgendaStep } from '#lib/domain/model/agenda.ts'
import type { WorkshopRun } from '#lib/domain/model/workshop-run.ts'
import { agendaOf } from '#lib/domain/workshop/agenda.ts'
import { notBegun, timeLeft } from '#lib/domain/workshop/clock.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { ringBell } from './bell.ts'
import type { Tool } from './step-text.ts'

const soundKey = 'atlas-workshop-sound'
const openKey = 'atlas-workshop-open-'

/** The guided workshop of an atlas as this tab shows it; how far it is and what the clock says is the same in every tab. */
export class Workshop {
	readonly #session: AtlasSession
	#isOpen = $state(false)
	/** What is done together now, in a window of its own. */
	tool = $state<Tool | null>(null)
	#now = $state(Date.now())
	#isLoud = $state(readNote(localStorage, soundKey) !== 'off')
	#rungFor: string | null = null

	constructor(session: AtlasSession) {
		this.#session = session
		this.#isOpen = readNote(sessionStorage, openKey + session.id) === 'yes'
	}

	readonly steps: readonly AgendaStep[] = $derived.by(() => agendaOf(this.#session.atlas.agenda))
	readonly run: WorkshopRun = $derived.by(() => this.#session.atlas.workshop.get(notBegun.id) ?? notBegun)
	readonly at = $derived(this.steps.findIndex(({ id }) => id === this.run.step))
	readonly step: AgendaStep | undefined = $derived(this.steps[this.at])
	readonly isRunning = $derived(this.run.since !== null && this.step !== undefined)
	/** What is left of the step, in milliseconds; below 0 once it is over. */
	readonly left = $derived(this.step === undefined ? 0 : timeLeft(this.run, this.step, this.#now))
	readonly minutes = $derived(this.steps.reduce((sum, step) => sum + step.minutes, 0))

	/** Whether the agenda stands beside the pages; the tab remembers it over a reload. */
	get isOpen(): boolean {
		return this.#isOpen
	}

	set isOpen(isOpen: boolean) {
		this.#isOpen = isOpen
		writeNote(sessionStorage, openKey + this.#session.id, isOpen ? 'yes' : 'no')
	}

	get isLoud(): boolean {
		return this.#isLoud
	}

	setLoud(isLoud: boolean): void {
		this.#isLoud = isLoud
		writeNote(localStorage, soundKey, isLoud ? 'on' : 'off')
	}

	/** Keeps the clock going for as long as the returned function is not called; rings once when a step's time is over. */
	tick(): () => void {
		const timer = setInterval(() => {
			const before = this.left
			this.#now = Date.now()
			const { step } = this
			if (!this.isRunning || step === undefined || this.left > 0 || before <= 0 || this.#rungFor === step.id) return
			this.#rungFor = step.id
			if (this.#isLoud) ringBell()
		}, 250)
		return () => clearInterval(timer)
	}

	/** Goes to a step; `left`: what becomes of the one that was on. */
	goTo(step: string | null, left: 'done' | 'skipped' | null = null): void {
		this.#now = Date.now()
		this.#rungFor = null
		this.#press({ press: 'go', step, left, at: this.#now })
	}

	/** Goes on to the next step, or ends with the last. */
	next(left: 'done' | 'skipped'): void {
		this.goTo(this.steps[this.at + 1]?.id ?? null, left)
	}

	press(press: 'start' | 'pause' | 'more' | 'again'): void {
		this.#now = Date.now()
		this.#press({ press, at: this.#now })
	}

	/** Begins anew: nothing is done and the clock stands. */
	begin(): void {
		this.#press({ press: 'begin' })
		this.goTo(this.steps[0]?.id ?? null)
	}

	/** The clock is nothing that undo should take back: what was built meanwhile would stay hidden behind it. */
	#press(input: Parameters<typeof runWorkshop.apply>[1]): void {
		this.#session.run(runWorkshop, input, { undoable: false })
	}
}

function readNote(storage: Storage, key: string): string | null {
	try {
		return storage.getItem(key)
	} catch {
		return null
	}
}

function writeNote(storage: Storage, key: string, note: string): void {
	try {
		storage.setItem(key, note)
	} catch {
		// Storage is refused: the choice holds for this visit.
	}
}
