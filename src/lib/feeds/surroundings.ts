/** What a connection needs of the world; handed in, so that tests decide about time, chance and the network. */
export type Surroundings = {
	readonly fetch: (address: string, options: RequestInit) => Promise<Response>
	readonly openSocket: (address: string, protocols: string[]) => WebSocket
	readonly now: () => number
	/** In [0, 1). */
	readonly random: () => number
	/** Resolves after so many milliseconds, or as soon as the signal says so. */
	readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
	readonly isOnline: () => boolean
}

/** The longest time that timers can wait for. */
const longest = 2 ** 31 - 1

export const realWait: Surroundings['wait'] = (milliseconds, signal) =>
	new Promise((resolve) => {
		if (signal?.aborted === true) {
			resolve()
			return
		}
		const done = () => {
			clearTimeout(timer)
			signal?.removeEventListener('abort', done)
			resolve()
		}
		const timer = setTimeout(done, Math.min(milliseconds, longest))
		signal?.addEventListener('abort', done)
	})

/** The real world. */
export const world: Surroundings = {
	fetch: (address, options) => fetch(address, options),
	openSocket: (address, protocols) => new WebSocket(address, protocols),
	now: () => Date.now(),
	random: () => Math.random(),
	wait: realWait,
	isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false
}
