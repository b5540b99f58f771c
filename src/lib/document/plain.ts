/** What a field of a row may hold in a document. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/** A copy of a JSON value without fields that are undefined, so that what is written equals what is read back. Anything else is a bug and throws. */
export function plain(value: unknown): Plain {
	if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value
	if (Array.isArray(value)) return value.map(plain)
	if (typeof value === 'object') {
		const copy: Record<string, Plain> = Object.create(null)
		for (const [key, field] of Object.entries(value)) if (field !== undefined) copy[key] = plain(field)
		return { ...copy }
	}
	throw new TypeError(`Not a JSON value: ${typeof value}`)
}

/** Whether two field values are the same JSON value; the order of an object's keys does not matter. `undefined` is a field that is not there. */
export function samePlain(left: unknown, right: unknown): boolean {
	if (Object.is(left, right)) return true
	if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
	if (Array.isArray(left) || Array.isArray(right)) {
		if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
		return left.every((entry, index) => samePlain(entry, right[index]))
	}
	const leftFields = new Map(Object.entries(left))
	const rightFields = new Map(Object.entries(right))
	if (leftFields.size !== rightFields.size) return false
	for (const [key, field] of leftFields) {
		if (!rightFields.has(key) || !samePlain(field, rightFields.get(key))) return false
	}
	return true
}
