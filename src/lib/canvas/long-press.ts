/** How long a finger must rest, in milliseconds, and how far it may stray, in pixels. */
const rest = 500
const stray = 8

/**
 * Watches a finger that was put down: calls back when it rests. A finger that moves, is lifted or gets company does something else.
 * Returns what ends the watch.
 */
export function watchForRest(event: PointerEvent, onrest: () => void): () => void {
	const until = new AbortController()
	const { signal } = until
	const timer = setTimeout(() => {
		until.abort()
		onrest()
	}, rest)
	const stop = () => {
		clearTimeout(timer)
		until.abort()
	}
	addEventListener(
		'pointermove',
		(move) => {
			if (Math.hypot(move.clientX - event.clientX, move.clientY - event.clientY) > stray) stop()
		},
		{ signal, capture: true }
	)
	for (const ending of ['pointerup', 'pointercancel', 'pointerdown'] as const)
		addEventListener(ending, stop, { signal, capture: true })
	return stop
}
