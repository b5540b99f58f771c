import { retryDelay } from '#lib/domain/feeds/waiting.ts'
import type { SourceCounts } from '#lib/store/store.ts'
import { asFailure, FeedFailure, type Connector, type Signal } from './connection.ts'
import { Intake, type IntakeOptions } from './intake.ts'
import { firstReport, type SourceReport } from './report.ts'

export type RunOptions = Omit<IntakeOptions, 'onKept' | 'onFailure' | 'isPushed'> & {
	readonly source: string
	readonly connector: Connector
	readonly cursor: string | null
	readonly counts: SourceCounts
	readonly token: string
	/** Ends the run; what is waiting is handed over first. */
	readonly signal: AbortSignal
	readonly report: (report: SourceReport) => void
}

/** Keeps a source connected until the signal ends it: connects, takes in, and after a failure waits and tries again. */
export class SourceRun {
	readonly #options: RunOptions
	readonly #intake: Intake
	#report: SourceReport
	#wake = new AbortController()
	#attempt = 0

	constructor(options: RunOptions) {
		this.#options = options
		this.#report = { ...firstReport(options.source, options.surroundings.now()), counts: options.counts }
		this.#intake = new Intake({
			...options,
			isPushed: options.connector.isPushed,
			onKept: (counts) => this.#kept(counts),
			onFailure: (error) => this.#tell({ trouble: { reason: 'not-kept', detail: messageOf(error) } })
		})
	}

	get report(): SourceReport {
		return this.#report
	}

	/** Tries again at once, where it is waiting to. */
	retry(): void {
		this.#wake.abort()
	}

	async run(): Promise<void> {
		const { signal, surroundings } = this.#options
		this.#tell({})
		while (!signal.aborted) {
			const failure = await this.#connection()
			if (signal.aborted) break
			this.#attempt += 1
			const wait = Math.max(failure.wait, retryDelay(this.#attempt, surroundings.random()))
			const now = surroundings.now()
			this.#tell({
				state: 'failing',
				since: this.#report.state === 'failing' ? this.#report.since : now,
				trouble: { reason: failure.reason, detail: failure.detail },
				next: now + wait,
				attempt: this.#attempt
			})
			this.#wake = new AbortController()
			await surroundings.wait(wait, AbortSignal.any([signal, this.#wake.signal]))
		}
		await this.#intake.close()
	}

	/** One connection, to its end. */
	async #connection(): Promise<FeedFailure> {
		const { connector, cursor, token, signal, surroundings } = this.#options
		const stop = new AbortController()
		const start = { cursor: this.#intake.cursor ?? cursor, token, signal: AbortSignal.any([signal, stop.signal]) }
		try {
			for await (const said of connector.connect(start, surroundings)) {
				await this.#hear(said)
				if (signal.aborted) break
			}
			return new FeedFailure('closed')
		} catch (error) {
			return asFailure(error)
		} finally {
			stop.abort()
		}
	}

	async #hear(said: Signal): Promise<void> {
		const now = this.#options.surroundings.now()
		switch (said.kind) {
			case 'open':
				this.#attempt = 0
				this.#live(now)
				break
			case 'alive':
				this.#live(now)
				break
			case 'told':
				await this.#intake.take(said.events)
				this.#live(now)
				break
			case 'at':
				this.#intake.moveTo(said.cursor)
				break
			case 'rest':
				this.#tell({ next: said.until })
		}
	}

	#live(now: number): void {
		const isNew = this.#report.state !== 'live'
		this.#tell({
			state: 'live',
			since: isNew ? now : this.#report.since,
			trouble: this.#report.trouble?.reason === 'not-kept' && !isNew ? this.#report.trouble : null,
			...{ next: null, attempt: 0, aliveAt: now, gapAt: this.#intake.gapAt }
		})
	}

	#kept(counts: SourceCounts): void {
		const before = this.#report.counts
		const isNews =
			before !== null && counts.kept + counts.repeats + counts.changed > before.kept + before.repeats + before.changed
		this.#tell({
			counts,
			...(isNews ? { newsAt: this.#options.surroundings.now() } : {}),
			...(this.#report.trouble?.reason === 'not-kept' ? { trouble: null } : {})
		})
	}

	#tell(change: Partial<SourceReport>): void {
		this.#report = { ...this.#report, ...change, ...this.#intake.flood }
		this.#options.report(this.#report)
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error)
}
