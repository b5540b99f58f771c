/**
 * A fixed sequence of numbers from 0 (included) to 1 (not included): the same seed, a whole number, gives the same sequence. For tests,
 * benchmarks and whatever must come out the same each time. The generator is mulberry32 (Tommy Ettinger, public domain).
 */
export function seededRandom(seed: number): () => number {
	let state = seed | 0
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
	}
}
