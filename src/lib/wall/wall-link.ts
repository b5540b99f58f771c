import { wallChannel, type WallOrder, type WallStatus, type WallTalk } from './wall-protocol.ts'

/** No status is told more often than this, in milliseconds. */
const tellEvery = 400

/** A wall's end of the talk with control pages: tells what is shown when that changes or somebody asks, and hands orders on. */
export class WallLink {
	readonly #channel: BroadcastChannel
	readonly #status: () => WallStatus
	readonly #screen: string
	#timer: ReturnType<typeof setTimeout> | null = null
	#isClosed = false
	#toldAt = 0

	constructor(atlas: string, screen: string, status: () => WallStatus, onorder: (order: WallOrder) => void) {
		this.#status = status
		this.#screen = screen
		this.#channel = new BroadcastChannel(wallChannel(atlas))
		this.#channel.addEventListener('message', ({ data }: MessageEvent<WallTalk>) => {
			if (data.kind === 'ask') this.#say({ kind: 'here', status: this.#status() })
			else if (data.kind === 'order' && (data.screen === null || data.screen === screen)) onorder(data.order)
		})
	}

	/** Something that the status holds has changed. */
	tell(): void {
		if (this.#timer !== null || this.#isClosed) return
		const wait = Math.max(0, tellEvery - (Date.now() - this.#toldAt))
		this.#timer = setTimeout(() => {
			this.#timer = null
			this.#toldAt = Date.now()
			this.#say({ kind: 'here', status: this.#status() })
		}, wait)
	}

	/** Says goodbye, once. */
	close(): void {
		if (this.#isClosed) return
		this.#isClosed = true
		if (this.#timer !== null) clearTimeout(this.#timer)
		this.#say({ kind: 'gone', screen: this.#screen })
		this.#channel.close()
	}

	#say(talk: WallTalk): void {
		this.#channel.postMessage(talk)
	}
}
