/** Where a cell is in the coordinates of what scrolls, in CSS pixels; `from` and `to` are the edges of the view; `upwards`: there is more room above. */
export type Place = {
	readonly left: number
	readonly top: number
	readonly width: number
	readonly upwards: boolean
	readonly from: number
	readonly to: number
}

/** The left edge of something `width` wide at a cell, moved so far that it stays in view. */
export function leftWithin(place: Place, width: number): number {
	return Math.max(place.from + 4, Math.min(place.left, place.to - width - 12))
}
