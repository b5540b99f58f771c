/** A text that was kept in a browser's storage; null where there is none, or storage is refused. */
export function keptText(storage: Storage, key: string): string | null {
	try {
		return storage.getItem(key)
	} catch {
		return null
	}
}

/** Keeps a text in a browser's storage, so that a reload in the night changes nothing; where that is refused it holds for this visit. */
export function keepText(storage: Storage, key: string, text: string): void {
	try {
		storage.setItem(key, text)
	} catch {
		// Nothing is lost but a choice.
	}
}
