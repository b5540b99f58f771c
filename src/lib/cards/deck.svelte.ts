import type { Deliverable } from '#lib/domain/cards/block.ts'
import type { DeliverableContext, Echo, Heard, HeardWord } from '#lib/domain/cards/context.ts'
import { deliverableOf, kindOf, offeredIds } from '#lib/domain/cards/deliverables.ts'
import { pageColours, plainHouse, type PageColours } from '#lib/domain/cards/house-colours.ts'
import { furnitureOf, type FurnitureTexts } from '#lib/domain/cards/layout/furniture.ts'
import { typesetter, type Typesetter } from '#lib/domain/cards/layout/lines.ts'
import type { Page } from '#lib/domain/cards/layout/page.ts'
import { layOut } from '#lib/domain/cards/layout/pages.ts'
import { cardChoiceOf, type CardChoice } from '#lib/domain/model/card-choice.ts'
import { houseStyleOf, type HouseStyle } from '#lib/domain/model/house-style.ts'
import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { WordPlace } from '#lib/domain/pictures/cloud-picture.ts'
import type { Picture } from '#lib/domain/pictures/picture.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { cardWords } from '#lib/wording/cards.ts'
import { drawCloud } from './draw-cloud.ts'
import { fontsOf, measureWith, type PageFonts } from './page-fonts.ts'
import { dayOf, furnitureTexts } from './page-furniture.ts'

/** Draws the map of an atlas; null where nothing stands on it. */
export type DrawMap = (
	state: Readonly<{ atlas: Atlas; coverage: Coverage; findings: readonly Finding[] }>
) => Picture | null

/** The atlas that deliverables are made of, as the session has it. */
export type DeckAtlas = Pick<AtlasSession, 'kept' | 'keptCoverage' | 'keptFindings' | 'keptCoverageOf'>
/** What customers say of it. */
export type DeckHeard = Readonly<{
	isHeard: boolean
	figures: Readonly<{ total: number; first: string | null; last: string | null }> | null
	words: readonly HeardWord[]
	echo: ReadonlyMap<string, Echo>
	layout: Readonly<{ placed: readonly WordPlace[] }> | null
}>

/**
 * The deliverables of an atlas as it is kept, without what is only tried: which there are, which are made, what each says, and its pages.
 */
export class Deck {
	readonly #session: DeckAtlas
	readonly #drawMap: DrawMap
	readonly #voice: DeckHeard
	readonly #refine: (context: DeliverableContext) => DeliverableContext
	#asked = $state.raw<string | null>(null)
	#fonts = $state.raw<PageFonts | null>(null)
	#fontIsBroken = $state(false)

	/** `refine`: what is to be said otherwise than the app says it. */
	constructor(
		session: DeckAtlas,
		voice: DeckHeard,
		drawMap: DrawMap,
		refine: (context: DeliverableContext) => DeliverableContext = (context) => context
	) {
		this.#session = session
		this.#voice = voice
		this.#refine = refine
		this.#drawMap = drawMap
	}

	readonly choice: CardChoice = $derived.by(() => cardChoiceOf(this.#session.kept))
	readonly style: HouseStyle = $derived.by(() => houseStyleOf(this.#session.kept))
	/** Every deliverable that there could be, in the order chosen. */
	readonly ids: readonly string[] = $derived.by(() => offeredIds(this.#session.kept, this.#voice.isHeard))
	readonly #leftOut: ReadonlySet<string> = $derived(new Set(this.choice.leftOut))
	/** Those that are made. */
	readonly chosen: readonly string[] = $derived(this.ids.filter((id) => !this.#leftOut.has(id)))
	readonly hidden: ReadonlySet<string> = $derived(new Set(this.choice.hidden))
	readonly #map: Picture | null = $derived.by(() => {
		const { kept, keptCoverage, keptFindings } = this.#session
		return this.#drawMap({ atlas: kept, coverage: keptCoverage, findings: keptFindings })
	})
	readonly #cloud: Picture | null = $derived.by(() => {
		const { layout, words } = this.#voice
		return layout === null || this.#fonts === null ? null : drawCloud(layout.placed, words, this.#fonts.family)
	})
	readonly #heard: Heard | null = $derived.by(() => {
		const { figures, words, isHeard } = this.#voice
		if (figures === null || !isHeard) return null
		return { mentions: figures.total, first: figures.first, last: figures.last, words, cloud: this.#cloud }
	})

	/** What every deliverable is made of now. The map is drawn when a deliverable asks for it. */
	readonly context: DeliverableContext = $derived.by(() => {
		const session = this.#session
		const { kept: atlas, keptCoverage: coverage, keptFindings: findings } = session
		return this.#refine({
			atlas,
			coverage,
			today: session.keptCoverageOf('today'),
			plan: session.keptCoverageOf('plan'),
			findings,
			echo: this.#voice.echo,
			heard: this.#heard,
			notes: new Map([...atlas.cardNotes.values()].map(({ id, text }) => [id, text])),
			hidden: this.hidden,
			words: cardWords(atlas, coverage),
			drawMap: () => this.#map
		})
	})

	readonly colours: PageColours = $derived(
		pageColours(this.style.primary ?? plainHouse.primary, this.style.secondary ?? plainHouse.secondary)
	)
	readonly furniture: FurnitureTexts = $derived.by(() => furnitureTexts(this.style, dayOf(new Date())))
	readonly wantedFonts: PageFonts = $derived(fontsOf(this.style))
	readonly #set: Typesetter | null = $derived.by(() => {
		const context = document.createElement('canvas').getContext('2d')
		return this.#fonts === null || context === null ? null : typesetter(measureWith(context, this.#fonts.family))
	})

	/** The fonts that pages are set in; null until they are there. */
	get fonts(): PageFonts | null {
		return this.#fonts
	}

	/** Whether the atlas's own font cannot be read. */
	get fontIsBroken(): boolean {
		return this.#fontIsBroken
	}

	setFonts(fonts: PageFonts, isBroken: boolean): void {
		this.#fonts = fonts
		this.#fontIsBroken = isBroken
	}

	/** The deliverable that is looked at. */
	readonly shown: string | null = $derived.by(() =>
		this.#asked !== null && this.ids.includes(this.#asked) ? this.#asked : (this.ids[0] ?? null)
	)

	show(id: string): void {
		this.#asked = id
	}

	/** Looks at the one before or after; stays at either end. */
	step(by: 1 | -1): void {
		const at = this.shown === null ? -1 : this.ids.indexOf(this.shown)
		const next = this.ids[at + by]
		if (next !== undefined) this.#asked = next
	}

	readonly deliverable: Deliverable | null = $derived.by(() => (this.shown === null ? null : this.make(this.shown)))

	/** The sections that the deliverable looked at could have. */
	readonly sections: readonly string[] = $derived.by(() => {
		if (this.shown === null) return []
		const whole = { ...this.context, hidden: new Set<string>() }
		const ids = deliverableOf(this.shown, whole)?.sections.map(({ id }) => id) ?? []
		// A note that is not written yet is a section too: it shows as soon as it is.
		return ids.includes('notes') ? ids : [...ids, 'notes']
	})

	make(id: string): Deliverable | null {
		return deliverableOf(id, this.context)
	}

	/** The pages of a deliverable as they are set now; none until the fonts are there. */
	lay(deliverable: Deliverable): readonly Page[] {
		if (this.#set === null) return []
		return layOut(deliverable, this.choice.format, this.#set, furnitureOf(this.furniture))
	}

	readonly pages: readonly Page[] = $derived.by(() => (this.deliverable === null ? [] : this.lay(this.deliverable)))

	/** What a deliverable is called in a list: a persona's name, or what the sheet is. */
	titleOf(id: string): string {
		const { kept: atlas } = this.#session
		const kind = kindOf(id)
		return kind === 'card' ? (atlas.personas.get(id)?.name ?? '') : this.context.words.kicker[kind]
	}
}
