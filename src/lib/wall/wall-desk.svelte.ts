import { blockWord } from '#lib/domain/changes/block-word.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { findings } from '#lib/domain/findings/index.ts'
import { wallOf, wallScenes, type Wall, type WallScene } from '#lib/domain/model/wall.ts'
import { isQuietAt, shiftAt } from '#lib/domain/wall/calm.ts'
import { wallWork } from '#lib/domain/wall/deeds.ts'
import { legibleWords, letterSize } from '#lib/domain/wall/legibility.ts'
import { wallState, type WallState } from '#lib/domain/wall/wall-state.ts'
import type { Sources } from '#lib/feeds/sources.svelte.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { Library } from '#lib/state/library.svelte.ts'
import { newId } from '#lib/state/new-id.ts'
import type { MentionGroup, Store, WordCount } from '#lib/store/store.ts'
import { signsOf } from './sign-interval.ts'
import { WallFeed } from './wall-feed.svelte.ts'
import { WallPlayer } from './wall-player.svelte.ts'
import type { WallStatus } from './wall-protocol.ts'

/** In quiet hours somebody who moves sees the wall for so long, in milliseconds. */
const wakeTime = 60_000
/** A line of fewer letters is short. */
const shortLine = 34
/** A control page is told so many words. */
const mostTold = 120

/** How often values are said and denied, by their ids. */
type Echo = { readonly said: ReadonlyMap<string, number>; readonly denied: ReadonlyMap<string, number> }

type Parts = { store: Store; session: AtlasSession; sources: Sources; library: Library }

/** One wall: what it shows, from where, and how it is. What is only tried on the map is not on the wall. */
export class WallDesk {
	readonly store: Store
	readonly session: AtlasSession
	readonly feed: WallFeed
	readonly player: WallPlayer
	readonly #sources: Sources
	readonly #library: Library
	readonly #screen = newId()
	readonly #opened = Date.now()
	#now = $state(Date.now())
	/** The size of the page and of the screen, in pixels of the page. */
	width = $state(0)
	height = $state(0)
	/** How many words the cloud placed, and for how many it had no room. */
	placed = $state.raw({ shown: 0, omitted: 0 })
	/** The word that would be hidden next. */
	picked = $state<string | null>(null)
	/** What scenes last read: they show it when they come back, until there is an answer, and where none comes. */
	readonly last: { channels: ReadonlyMap<string, MentionGroup> | null; echo: Echo | null } = {
		channels: null,
		echo: null
	}
	#wokenAt = $state(0)
	readonly #wall = $derived.by(() => wallOf(this.session.kept))
	readonly #standpoint = $derived.by(() => ({
		diagonal: this.#wall.diagonal,
		distance: this.#wall.distance,
		width: this.width,
		height: this.height
	}))
	readonly #letter = $derived(this.width === 0 ? 20 : letterSize(this.#standpoint))
	readonly #legible = $derived(this.width === 0 ? 60 : legibleWords(this.#standpoint))
	readonly #today = $derived(localDate(this.#now))
	readonly #coverage = $derived.by(() => coverage(this.session.kept, 'today'))
	readonly #work = $derived.by(() =>
		wallWork(this.session.kept, this.#coverage, findings(this.session.kept, this.#coverage), this.#today)
	)
	readonly #state = $derived.by(() =>
		wallState({
			now: this.#now,
			isRead: this.feed.isRead,
			isLost: this.#library.status.state === 'failed' || this.feed.failure !== null,
			sources: signsOf(this.#sources.live, this.#opened),
			newsAt: latest(this.feed.arrivedAt, this.#sources.newsAt, this.#newest)
		})
	)
	readonly #isDark = $derived.by(() => {
		const { quietFrom, quietTo } = this.#wall
		const time = new Date(this.#now)
		const isQuiet = isQuietAt(time.getHours() * 60 + time.getMinutes(), quietFrom, quietTo)
		return isQuiet && this.#now - this.#wokenAt > wakeTime
	})

	constructor({ store, session, sources, library }: Parts) {
		this.store = store
		this.session = session
		this.#sources = sources
		this.#library = library
		this.feed = new WallFeed(store, session.id, () => this.#wall)
		this.player = new WallPlayer(session.id, () => this.#filled())
	}

	get wall(): Wall {
		return this.#wall
	}
	get now(): number {
		return this.#now
	}
	/** The font size of the smallest letter, in pixels. */
	get letter(): number {
		return this.#letter
	}
	/** How many words the cloud is to show. */
	get limit(): number {
		return Math.min(this.#wall.words, this.#legible)
	}
	/** How many times larger than the smallest letters may be before lines are short. */
	get growth(): number {
		return this.width / this.#letter / shortLine
	}
	/** Lines are short: what stands side by side elsewhere stands below each other. */
	get isNarrow(): boolean {
		return this.growth < 1
	}
	get coverage() {
		return this.#coverage
	}
	get work() {
		return this.#work
	}
	get state(): WallState {
		return this.#state
	}
	get isDark(): boolean {
		return this.#isDark
	}
	/** How far everything is moved aside at the moment. */
	get shift() {
		return shiftAt(this.#now)
	}
	/** The sources that are to run and do not, beside others that do. */
	get failing(): number {
		return this.#sources.live.filter(({ state }) => state === 'failing').length
	}

	/** To be called every second. */
	tick(): void {
		this.#now = Date.now()
		if (this.feed.isRead) this.player.tick(this.#now, this.#wall.seconds)
	}

	/** Somebody is there. */
	wake(): void {
		this.#wokenAt = Date.now()
	}

	/** The words on show, the most frequent first. */
	get shown(): readonly WordCount[] {
		return this.feed.words.slice(0, Math.max(this.placed.shown, this.feed.isRead ? 1 : 0))
	}

	/** Picks the next word of the cloud (or the one before), the most frequent first. */
	pick(step: 1 | -1): void {
		const words = this.shown
		const at = words.findIndex(({ word }) => word === this.picked)
		this.picked = words[at < 0 ? 0 : (at + step + words.length) % words.length]?.word ?? null
	}

	/** Keeps a word off all walls, for good; undone on the control page. */
	hide(word: string): void {
		this.session.run(blockWord, { word, isBlocked: true })
		this.picked = null
	}

	get status(): WallStatus {
		const { player, feed } = this
		return {
			screen: this.#screen,
			...{ scene: player.scene, since: player.since, frozenAt: player.frozenAt, scenes: [...player.available] },
			...{ phase: this.#state.phase, isDark: this.#isDark, legible: this.#legible },
			words: this.shown.slice(0, mostTold).map(({ word, mentions }) => ({ word, mentions })),
			held: feed.held.slice(0, mostTold).map(({ word }) => word),
			omitted: this.omitted,
			...{ width: this.width, height: this.height }
		}
	}

	get screen(): string {
		return this.#screen
	}

	/** How many words are not shown, for want of room or since only so many are wanted. */
	get omitted(): number {
		return Math.max(0, this.feed.words.length - this.placed.shown)
	}

	close(): void {
		this.feed.close()
	}

	get #newest(): number | null {
		const { newest } = this.feed.pulse
		if (newest === null) return null
		const at = Date.parse(newest)
		return at <= this.#now ? at : null
	}

	/** The scenes that are wanted and have something to say. */
	#filled(): ReadonlySet<WallScene> {
		const { kept } = this.session
		const { counts, deeds } = this.#work
		const isSaid = this.feed.pulse.total > 0
		const has: Record<WallScene, boolean> = {
			cloud: isSaid,
			echo: isSaid && kept.values.size > 0,
			channels: kept.channels.size > 0,
			tasks: counts.open + counts.decided + deeds.length > 0,
			done: deeds.length > 0
		}
		return new Set(wallScenes.filter((scene) => has[scene] && !this.#wall.without.some((other) => other === scene)))
	}
}

function latest(...times: readonly (number | null)[]): number | null {
	const known = times.filter((time) => time !== null)
	return known.length === 0 ? null : Math.max(...known)
}

function localDate(now: number): string {
	const time = new Date(now)
	const two = (part: number) => String(part).padStart(2, '0')
	return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}
