import { roles, type Role } from '../model/fields.ts'
import type { Pair } from '../coverage/pair.ts'
import type { FindingContext } from './finding.ts'

/** A persona whom no channel with a role serves, and her pairs that prefer one (maybe none). */
export type UnservedRole = Readonly<{ persona: string; role: Role; wantedBy: readonly Pair[] }>

/**
 * The personas with pairs of which none has supply on a preferred channel with a role, for every role.
 * Where some pair prefers such a channel the role is missing; where none does, nobody asked for it.
 */
export function unservedRoles({ atlas, coverage }: FindingContext): UnservedRole[] {
	return [...coverage.personas.keys()].flatMap((persona) => {
		const pairs = coverage.pairsOfPersona(persona)
		if (pairs.length === 0) return []
		return roles.flatMap((role) => {
			const hasRole = (channel: string) => atlas.channels.get(channel)?.roles.includes(role) ?? false
			const wantedBy = pairs.filter(({ preferred }) => preferred.some(({ channel }) => hasRole(channel)))
			const served = wantedBy.some(({ need, preferred }) =>
				preferred.some(({ channel }) => hasRole(channel) && coverage.hasSupply(need, channel))
			)
			return served ? [] : [{ persona, role, wantedBy }]
		})
	})
}

/** The weights of pairs, added in their order. */
export function weightOf(pairs: readonly Pair[]): number {
	return pairs.reduce((sum, { weight }) => sum + weight, 0)
}
