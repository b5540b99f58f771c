/** A fixed sequence of numbers in [0, 1): the same seed gives the same model. */
export function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
	}
}

/** Puts a list into another order, in place. */
export function shuffle(order: Int32Array, random: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1))
		const held = order[at] ?? 0
		order[at] = order[other] ?? 0
		order[other] = held
	}
}
