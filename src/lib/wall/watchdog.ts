import { stallOf, type WallSigns } from '#lib/domain/wall/calm.ts'
import { keepText, keptText } from './kept-text.ts'

const watchEvery = 10_000
/** A page that does not get well by being loaded anew is not loaded anew all the time. */
const leastBetween = 10 * 60_000
const key = 'atlas-wall-reloaded'

export type Watched = Pick<WallSigns, 'asked' | 'turned'> & { readonly seconds: number | null }

/**
 * Loads the page anew when something of it has stalled. Returns the function that ends the watch. A machine that slept is given time: after a sleep everything
 * seems overdue.
 */
export function watch(signs: () => Watched): () => void {
	let drawn = Date.now()
	let watched = Date.now()
	let woke = Date.now()
	let frame = requestAnimationFrame(draw)

	function draw() {
		drawn = Date.now()
	}

	const timer = setInterval(() => {
		const now = Date.now()
		if (now - watched > 3 * watchEvery) woke = now
		watched = now
		cancelAnimationFrame(frame)
		frame = requestAnimationFrame(draw)
		const { asked, turned, seconds } = signs()
		// A page that nobody sees does not draw, and need not.
		if (document.visibilityState !== 'visible') drawn = now
		const since = (moment: number) => Math.max(moment, woke)
		const stalled = stallOf(
			{ asked: asked === null ? null : since(asked), drawn: since(drawn), turned: since(turned) },
			now,
			seconds
		)
		const before = Number(keptText(sessionStorage, key) ?? 0)
		if (stalled === null || now - before < leastBetween) return
		keepText(sessionStorage, key, String(now))
		location.reload()
	}, watchEvery)
	return () => {
		clearInterval(timer)
		cancelAnimationFrame(frame)
	}
}
