/** The ids with one of them at another place; null where nothing changes. */
export function moved(ids: readonly string[], id: string, place: number): string[] | null {
	const at = ids.indexOf(id)
	const to = Math.min(Math.max(place, 0), ids.length - 1)
	if (at < 0 || at === to) return null
	const rest = ids.filter((other) => other !== id)
	return [...rest.slice(0, to), id, ...rest.slice(to)]
}
