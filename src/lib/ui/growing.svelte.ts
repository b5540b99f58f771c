/**
 * How much of a long list is shown: so much more with each frame, until all of it is. What is large comes piece by piece, and the window is never busy for long.
 * To be called while a component is made. `most`: how long the list is; `step`: how much more a frame brings.
 */
export function growing(most: () => number, step: number): { readonly count: number } {
	let count = $state(step)
	$effect(() => {
		if (count >= most()) return
		const frame = requestAnimationFrame(() => (count += step))
		return () => cancelAnimationFrame(frame)
	})
	return {
		get count() {
			return count
		}
	}
}
