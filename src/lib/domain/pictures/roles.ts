import type { Coverage } from '../coverage/coverage.ts'
import { roles, type Role } from '../model/fields.ts'
import { byCodeUnit, type Atlas } from '../model/atlas.ts'

/**
 * What a role of channels does for a persona. served: some pair has supply on a preferred channel with the role; missing: she wants such a
 * channel and none serves her, a real gap; unasked: none of her pairs asks for one, a question; none: she has no pairs.
 */
export type RoleState = 'served' | 'missing' | 'unasked' | 'none'

/** A persona and a role. `wanting`: her pairs that prefer a channel with it; `served`: those of them that have supply on one. */
export type RoleCell = Readonly<{ persona: string; role: Role; state: RoleState; wanting: number; served: number }>

/** Every persona with every role, by persona. The states are those of the findings `missing-role` and `unasked-role`. */
export function roleCells(atlas: Atlas, coverage: Coverage): RoleCell[] {
	return [...atlas.personas.keys()].sort(byCodeUnit).flatMap((persona) => {
		const pairs = coverage.pairsOfPersona(persona)
		return roles.map((role): RoleCell => {
			let wanting = 0
			let served = 0
			for (const { need, preferred } of pairs) {
				const fitting = preferred.filter(({ channel }) => atlas.channels.get(channel)?.roles.includes(role))
				if (fitting.length === 0) continue
				wanting += 1
				if (fitting.some(({ channel }) => coverage.hasSupply(need, channel))) served += 1
			}
			return { persona, role, state: stateOf(pairs.length, wanting, served), wanting, served }
		})
	})
}

function stateOf(pairs: number, wanting: number, served: number): RoleState {
	if (pairs === 0) return 'none'
	if (wanting === 0) return 'unasked'
	return served === 0 ? 'missing' : 'served'
}
