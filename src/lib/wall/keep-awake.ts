/**
 * Keeps the screen awake while the page is in view; asks again when it comes back into view, as browsers let go then.
 * Returns the function that lets the screen sleep. Where it is not allowed nothing happens.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null
	let isOver = false

	async function ask(): Promise<void> {
		if (isOver || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
		try {
			const got = await navigator.wakeLock.request('screen')
			if (isOver) await got.release()
			else lock = got
		} catch {
			// Refused (a battery saver, a policy): the screen sleeps as it would anyway.
		}
	}

	const again = () => void ask()
	document.addEventListener('visibilitychange', again)
	again()
	return () => {
		isOver = true
		document.removeEventListener('visibilitychange', again)
		void lock?.release().catch(() => undefined)
	}
}
