/**
 * A text as PostgreSQL can hold it: without the character NUL and without half characters, which it refuses.
 * Both become the replacement character.
 */
export function storable(text: string): string {
	return text.replaceAll('\u0000', '\ufffd').toWellFormed()
}

/** JSON of a value in which every text is storable. */
export function storableJson(value: unknown): string {
	return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'string' ? storable(field) : field))
}

/** A name as SQL text. */
export function quotedName(name: string): string {
	return `"${name.replaceAll('"', '""')}"`
}
