/** A text cut at what was looked for, whatever its case: every second piece is it. */
export function markedPieces(text: string, looked: string | null): string[] {
	if (looked === null || looked === '') return [text]
	const escaped = looked.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
	return text.split(new RegExp(`(${escaped})`, 'gi'))
}
