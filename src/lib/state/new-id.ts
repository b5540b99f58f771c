/**
 * A fresh id, unique for ever: time in milliseconds (so that things sort in the order they were made) and 50 random bits,
 * in base 36.
 */
export function newId(): string {
	const random = crypto.getRandomValues(new Uint32Array(2))
	const noise = ((random[0] ?? 0) % 2 ** 25) * 2 ** 25 + ((random[1] ?? 0) % 2 ** 25)
	return Date.now().toString(36).padStart(9, '0') + noise.toString(36).padStart(10, '0')
}
