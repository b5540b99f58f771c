/** Puts a list into another order, in place. */
export function shuffle(order: Int32Array, random: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1))
		const held = order[at] ?? 0
		order[at] = order[other] ?? 0
		order[other] = held
	}
}
