/** Whether two values of a field are the same, by content: JSON values, with the members of objects in any order. */
export function sameValue(one: unknown, other: unknown): boolean {
	return one === other || stableText(one) === stableText(other)
}

/** A JSON value as text, the same for equal values. */
export function stableText(value: unknown): string {
	return (
		JSON.stringify(value, (_key, inner: unknown) =>
			typeof inner === 'object' && inner !== null && !Array.isArray(inner)
				? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
				: inner
		) ?? ''
	)
}
