import { mapPicture } from '#lib/canvas/map-picture.ts'
import { marksOf } from '#lib/canvas/marks.ts'
import { project } from '#lib/canvas/project.ts'
import { coverage, type Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { workOf } from '#lib/domain/findings/work.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Share } from '#lib/domain/share/share.ts'
import { isLocale, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js'

export type ReaderPage = 'map' | 'coverage' | 'cards' | 'voice'
export type ReaderTheme = 'system' | 'light' | 'dark'

/** A share as it is read: what is looked at, in which lens, language and theme. The analysis is the app's own, made anew from the atlas. */
export class ReaderState {
	readonly share: Share
	#locale = $state<Locale>('en')
	#theme = $state<ReaderTheme>('system')
	#systemIsDark = $state(matchMedia('(prefers-color-scheme: dark)').matches)
	#lens = $state<Lens>('today')
	#page = $state<ReaderPage>('map')
	#fontsAreThere = $state(false)
	#selected = $state.raw<ReadonlySet<string>>(new Set())
	readonly #today: Coverage
	readonly #plan: Coverage

	constructor(share: Share) {
		this.share = share
		this.#lens = share.lens
		if (isLocale(share.language)) this.#locale = share.language
		overwriteGetLocale(() => this.#locale)
		this.#today = coverage(share.atlas, 'today')
		this.#plan = coverage(share.atlas, 'plan')
		const dark = matchMedia('(prefers-color-scheme: dark)')
		dark.addEventListener('change', ({ matches }) => (this.#systemIsDark = matches))
		this.#follow()
		addEventListener('hashchange', () => this.#follow())
	}

	/** The pages that this share has. */
	get pages(): readonly ReaderPage[] {
		const { parts, mentions } = this.share
		return [
			'map',
			'coverage',
			...(parts.has('cards') ? (['cards'] as const) : []),
			...(mentions.length > 0 ? (['voice'] as const) : [])
		]
	}

	get page(): ReaderPage {
		return this.#page
	}

	#follow(): void {
		const wanted = location.hash.slice(1)
		this.#page = this.pages.find((page) => page === wanted) ?? this.#page
	}

	get locale(): Locale {
		return this.#locale
	}

	setLocale(locale: string): void {
		if (isLocale(locale)) this.#locale = locale
	}

	get theme(): ReaderTheme {
		return this.#theme
	}

	setTheme(theme: ReaderTheme): void {
		this.#theme = theme
	}

	readonly shownTheme: 'light' | 'dark' = $derived.by(() =>
		this.#theme === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.#theme
	)

	get lens(): Lens {
		return this.#lens
	}

	setLens(lens: Lens): void {
		this.#lens = lens
	}

	get atlas(): Atlas {
		return this.share.atlas
	}

	get coverage(): Coverage {
		return this.coverageOf(this.#lens)
	}

	coverageOf(lens: Lens): Coverage {
		return lens === 'today' ? this.#today : this.#plan
	}

	readonly findings: readonly Finding[] = $derived.by(() => findings(this.atlas, this.coverage))
	readonly work = $derived.by(() => workOf(this.atlas, this.findings))
	readonly marks = $derived.by(() => marksOf(this.coverage, this.findings))
	readonly graph = $derived.by(() => project(this.atlas))
	/** The map as a drawing, in the language that is read. */
	readonly picture = $derived.by(() => mapPicture(this.atlas, this.coverage, this.findings))

	/** Whether the font of the pages is loaded: what was drawn before is drawn again. */
	get fontsAreThere(): boolean {
		return this.#fontsAreThere
	}

	fontsCame(): void {
		this.#fontsAreThere = true
	}

	/** The things that are looked at: one that was chosen, or those that a finding speaks of. */
	get selected(): ReadonlySet<string> {
		return this.#selected
	}

	select(ids: Iterable<string>): void {
		this.#selected = new Set(ids)
	}

	// What pages are made of, under the names that the app's session has for it.
	get kept(): Atlas {
		return this.atlas
	}
	get keptCoverage(): Coverage {
		return this.coverage
	}
	get keptFindings(): readonly Finding[] {
		return this.findings
	}
	keptCoverageOf(lens: Lens): Coverage {
		return this.coverageOf(lens)
	}
}
