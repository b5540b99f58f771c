/** A short message that goes by itself; one with an action stays a little longer. */
export type Toast = {
	readonly id: number
	readonly text: string
	readonly tone: 'info' | 'good' | 'bad'
	readonly action?: { readonly label: string; readonly run: () => void }
}

/** The messages on screen, oldest first. */
export class Toasts {
	#toasts = $state.raw<readonly Toast[]>([])
	#next = 1

	get all(): readonly Toast[] {
		return this.#toasts
	}

	/** Shows a message; the same text again replaces the one that is there. Refusals stay 9 s, the others 5 s. */
	show(toast: Omit<Toast, 'id'>): void {
		const id = this.#next++
		this.#toasts = [...this.#toasts.filter((other) => other.text !== toast.text), { ...toast, id }].slice(-4)
		setTimeout(() => this.dismiss(id), toast.tone === 'bad' || toast.action ? 9000 : 5000)
	}

	dismiss(id: number): void {
		this.#toasts = this.#toasts.filter((toast) => toast.id !== id)
	}
}
