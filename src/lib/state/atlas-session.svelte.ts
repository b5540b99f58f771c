import type { z } from 'zod'
import type { Change, ChangeContext, Outcome } from '#lib/domain/changes/change.ts'
import { changes, type ChangeName } from '#lib/domain/changes/index.ts'
import { runChange } from '#lib/domain/changes/run-change.ts'
import {
	doneBeside,
	emptyTrial,
	isBesideTheMap,
	keepTrial,
	keptRows,
	trialAtlas,
	tried,
	triedAgain,
	triedBack,
	triedWithout,
	type Trial
} from '#lib/domain/changes/trial.ts'
import { compareStates, type Comparison } from '#lib/domain/coverage/comparison.ts'
import { coverage, type Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { findings } from '#lib/domain/findings/index.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { conflictsBetween, type StopConflict } from '#lib/domain/plan/stop-effects.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { documentSchema } from '#lib/document/schema.ts'
import type { Restored, StepName } from '#lib/document/step.ts'
import { syncTabs, type TabSync } from '#lib/document/tab-sync.ts'
import type { Store } from '#lib/store/store.ts'
import { refusalText } from '#lib/wording/refusal.ts'
import { m } from '#lib/paraglide/messages.js'
import { Keeper } from './keeper.svelte.ts'
import { newId } from './new-id.ts'
import { Selection } from './selection.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

/** One atlas as it is worked on in this tab: its value, what follows from it, and the one door for changes. */
export class AtlasSession {
	readonly id: string
	readonly selection = new Selection()
	readonly keeper: Keeper
	readonly #document: AtlasDocument
	readonly #toasts: Toasts
	readonly #context: ChangeContext = { newId }
	readonly #sync: TabSync
	#kept = $state.raw<Atlas>() as Atlas
	#trial = $state.raw<Trial | null>(null)
	readonly #atlas = $derived(this.#trial === null ? this.#kept : trialAtlas(this.#kept, this.#trial))
	#undoStep = $state.raw<StepName | null>(null)
	#redoStep = $state.raw<StepName | null>(null)
	#lens = $state<Lens>('today')
	readonly #today = $derived(coverage(this.#atlas, 'today'))
	readonly #plan = $derived(coverage(this.#atlas, 'plan'))
	readonly #findings = $derived(findings(this.#atlas, this.coverage))
	readonly #keptToday = $derived(this.#trial === null ? this.#today : coverage(this.#kept, 'today'))
	readonly #keptPlan = $derived(this.#trial === null ? this.#plan : coverage(this.#kept, 'plan'))
	readonly #keptCoverage = $derived(this.#lens === 'today' ? this.#keptToday : this.#keptPlan)
	readonly #keptFindings = $derived(findings(this.#kept, this.#keptCoverage))
	readonly #stopConflicts = $derived(this.#trial === null ? [] : conflictsBetween(this.#keptCoverage, this.coverage))
	readonly #comparison = $derived(
		this.#trial === null
			? null
			: compareStates(
					{ atlas: this.#kept, coverage: this.#keptCoverage, findings: this.#keptFindings },
					{ atlas: this.#atlas, coverage: this.coverage, findings: this.#findings }
				)
	)

	/** `state`: the document's kept state, a V2 update. */
	constructor(store: Store, toasts: Toasts, id: string, state: Uint8Array) {
		this.id = id
		this.#toasts = toasts
		this.#document = new AtlasDocument({ id })
		this.#document.applyUpdate(state, 'store')
		this.#kept = this.#document.atlas
		this.keeper = new Keeper(store, this.#document)
		this.#document.subscribe((event) => {
			this.#kept = event.atlas
			this.#readSteps()
		})
		this.#sync = syncTabs(this.#document, { schema: documentSchema, onOutdated: () => this.keeper.stopWriting() })
	}

	/** The atlas now, with what is tried: a new value after every change, sharing what did not change. */
	get atlas(): Atlas {
		return this.#atlas
	}

	/** The atlas without what is only tried: what is kept on this device and goes into files. */
	get kept(): Atlas {
		return this.#kept
	}

	/** What is tried on top of the kept atlas; null while nothing is being tried. */
	get trial(): Trial | null {
		return this.#trial
	}

	/** Who is served where, in the lens, without what is tried. */
	get keptCoverage(): Coverage {
		return this.#keptCoverage
	}

	/** The same in either lens. */
	keptCoverageOf(lens: Lens): Coverage {
		return lens === 'today' ? this.#keptToday : this.#keptPlan
	}

	/** What is missing or too much in the lens, without what is tried. */
	get keptFindings(): readonly Finding[] {
		return this.#trial === null ? this.#findings : this.#keptFindings
	}

	/** What the trial changes, in the lens; null while nothing is being tried. */
	get comparison(): Comparison | null {
		return this.#comparison
	}

	/** What the trial stops together that could stop one by one only. */
	get stopConflicts(): readonly StopConflict[] {
		return this.#stopConflicts
	}

	/** Which deliveries count: those of today or those of the plan. */
	get lens(): Lens {
		return this.#lens
	}

	setLens(lens: Lens): void {
		this.#lens = lens
	}

	/** Who is served where, in the lens. */
	get coverage(): Coverage {
		return this.coverageOf(this.#lens)
	}

	coverageOf(lens: Lens): Coverage {
		return lens === 'today' ? this.#today : this.#plan
	}

	/** What is missing or too much in the lens, the most important first. */
	get findings(): readonly Finding[] {
		return this.#findings
	}

	/** The step that undo would take back. */
	get undoStep(): StepName | null {
		if (this.#trial === null || this.#trial.done.at(-1) === 'beside') return this.#undoStep
		return this.#trial.steps.at(-1) ?? null
	}

	get redoStep(): StepName | null {
		if (this.#trial === null || this.#trial.redone.at(-1) === 'beside') return this.#redoStep
		return this.#trial.undone.at(-1) ?? null
	}

	/**
	 * The one door: does a change, or says why not (as a message, unless `quiet`) and leaves everything as it was. While something is tried, the change is
	 * tried too and nothing is kept; what stands beside the map, and what undo could not take back (`undoable` false), is done for good all the same.
	 */
	run<Schema extends z.ZodType>(
		change: Change<Schema>,
		input: z.input<Schema>,
		options: { quiet?: boolean; undoable?: boolean } = {}
	): Outcome {
		if (this.keeper.isClosed) {
			this.#toasts.show({ text: m.refusal_outdated(), tone: 'bad' })
			return { ok: false, rule: 'outdated', params: {}, message: m.refusal_outdated() }
		}
		const isTried = this.#trial !== null && options.undoable !== false
		const outcome = isTried ? this.#try(change, input) : this.#document.run(change, input, this.#context, options)
		if (!outcome.ok && !options.quiet) this.#toasts.show({ text: refusalText(outcome), tone: 'bad' })
		return outcome
	}

	/** The same for a change by name, as the fixes of findings have it. */
	runNamed(name: ChangeName, input: unknown): Outcome {
		const change: Change<z.ZodType> = changes[name]
		return this.run(change, input)
	}

	/** From now on changes are only tried, in the plan lens, until they are kept or discarded. */
	startTrial(): void {
		if (this.#trial !== null || this.keeper.isClosed) return
		this.#trial = emptyTrial
		this.#lens = 'plan'
	}

	/** Does for good, as one step, what was tried. Returns whether there was anything to do. */
	keepTrial(): boolean {
		if (this.#trial === null || this.keeper.isClosed) return false
		const { rows, subject } = keptRows(this.#kept, this.#trial)
		this.#trial = null
		if (rows.length > 0) this.#document.write({ change: keepTrial, subject }, rows)
		return rows.length > 0
	}

	/** Forgets what was tried: the atlas is as it was kept. */
	discardTrial(): void {
		this.#trial = null
	}

	/** Takes one of the tried changes out. */
	leaveOut(step: number): void {
		if (this.#trial !== null) this.#trial = triedWithout(this.#trial, step)
	}

	#try<Schema extends z.ZodType>(change: Change<Schema>, input: z.input<Schema>): Outcome {
		const outcome = runChange(this.#atlas, change, input, this.#context)
		if (!outcome.ok || outcome.rows.length === 0 || this.#trial === null) return outcome
		const { rows, subject } = outcome
		if (isBesideTheMap(rows)) {
			// About something that is only tried itself it can only be tried.
			const kept = this.#document.run(change, input, this.#context)
			if (kept.ok) {
				this.#trial = doneBeside(this.#trial)
				return kept
			}
		}
		this.#trial = tried(this.#trial, { change: change.name, subject, rows })
		return outcome
	}

	undo(): void {
		if (this.keeper.isClosed) return
		const trial = this.#trial
		if (trial !== null) this.#trial = triedBack(trial)
		if (trial === null || trial.done.at(-1) === 'beside') this.#say(this.#document.undo())
	}

	redo(): void {
		if (this.keeper.isClosed) return
		const trial = this.#trial
		if (trial !== null) this.#trial = triedAgain(trial)
		if (trial === null || trial.redone.at(-1) === 'beside') this.#say(this.#document.redo())
	}

	#readSteps(): void {
		this.#undoStep = this.#document.undoStep
		this.#redoStep = this.#document.redoStep
	}

	/** Undo leaves alone what somebody changed since; say so, or it looks broken. */
	#say(restored: Restored | null): void {
		// A step that others have overtaken altogether changes nothing, so nobody hears of it; it is gone from the history all the same.
		this.#readSteps()
		const kept = restored?.kept ?? 0
		if (kept > 0) this.#toasts.show({ text: m.shell_undo_kept({ count: kept }), tone: 'info' })
	}

	close(): void {
		this.#sync.stop()
		this.keeper.close()
		this.#document.destroy()
	}
}
