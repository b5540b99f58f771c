import { wallChannel, type WallOrder, type WallStatus, type WallTalk } from './wall-protocol.ts'

/** How often walls are asked how they are; one that does not answer for `silent` may be gone, for `forgotten` it is. */
const askEvery = 2000
const silent = 7000
const forgotten = 60_000
/** More walls than that in one browser are not listed. */
const mostWalls = 24

/** A wall as whoever steers it sees it. */
export type SeenWall = { readonly status: WallStatus; readonly heardAt: number; readonly isAlive: boolean }

/** The walls of an atlas that are open in this browser, and orders to them. */
export class WallRemote {
	readonly #channel: BroadcastChannel
	readonly #timer: ReturnType<typeof setInterval>
	#heard = $state.raw<ReadonlyMap<string, { status: WallStatus; heardAt: number }>>(new Map())
	#now = $state(Date.now())
	#hasAsked = $state(false)
	readonly #walls = $derived(
		[...this.#heard.values()]
			.map(({ status, heardAt }): SeenWall => ({ status, heardAt, isAlive: this.#now - heardAt < silent }))
			.toSorted((left, right) => (left.status.screen < right.status.screen ? -1 : 1))
	)

	constructor(atlas: string) {
		this.#channel = new BroadcastChannel(wallChannel(atlas))
		this.#channel.addEventListener('message', ({ data }: MessageEvent<WallTalk>) => this.#hear(data))
		this.#timer = setInterval(() => this.#ask(), askEvery)
		this.#ask()
	}

	/** The walls that told of themselves. */
	get walls(): readonly SeenWall[] {
		return this.#walls
	}

	/** Whether there was time to answer. */
	get hasAsked(): boolean {
		return this.#hasAsked
	}

	/** Orders something of one wall, or of all. */
	order(screen: string | null, order: WallOrder): void {
		this.#channel.postMessage({ kind: 'order', screen, order } satisfies WallTalk)
	}

	close(): void {
		clearInterval(this.#timer)
		this.#channel.close()
	}

	#ask(): void {
		this.#hasAsked = this.#now < Date.now()
		this.#now = Date.now()
		const left = [...this.#heard].filter(([, { heardAt }]) => this.#now - heardAt < forgotten)
		if (left.length < this.#heard.size) this.#heard = new Map(left)
		this.#channel.postMessage({ kind: 'ask' } satisfies WallTalk)
	}

	#hear(talk: WallTalk): void {
		if (talk.kind === 'here') {
			const { status } = talk
			if (!this.#heard.has(status.screen) && this.#heard.size >= mostWalls) return
			this.#now = Date.now()
			this.#heard = new Map([...this.#heard, [status.screen, { status, heardAt: this.#now }]])
		} else if (talk.kind === 'gone') {
			this.#heard = new Map([...this.#heard].filter(([screen]) => screen !== talk.screen))
		}
	}
}
