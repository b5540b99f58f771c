import type { Atlas } from '../model/atlas.ts'
import { inOrderMade } from '../outline/order-made.ts'

/** The names of everybody who wrote words or voted, in the order in which they first did. */
export function participantsOf(atlas: Atlas): string[] {
	const wrote = [...atlas.wordCards.values()].map(({ id, name }) => ({ id, name }))
	const voted = [...atlas.ballots.values()].map(({ id, voter }) => ({ id, name: voter }))
	const inOrder = [...wrote, ...voted].sort((left, right) => inOrderMade(left.id, right.id))
	return [...new Set(inOrder.map(({ name }) => name))]
}

/** The first numbered name that nobody has yet: so a new participant never takes another one's ballot. */
export function freeName(taken: Iterable<string>, nameOf: (number: number) => string): string {
	const names = new Set(taken)
	let number = 1
	while (names.has(nameOf(number))) number += 1
	return nameOf(number)
}
