const key = 'atlas-clip'

/** Remembers the last copy beside its text, for the tabs of this browser. What does not fit is not remembered. */
export function rememberClip(text: string, clip: string): void {
	try {
		localStorage.setItem(key, JSON.stringify({ text, clip }))
	} catch {
		// Storage is refused or full: a paste by menu then takes the text.
	}
}

/** The last copy, if this is its text; else nothing. */
export function rememberedClip(text: string): string {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
		if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('clip' in kept)) return ''
		return kept.text === text && typeof kept.clip === 'string' ? kept.clip : ''
	} catch {
		return ''
	}
}
