import type { Finding, FindingContext } from './finding.ts'
import { unservedRoles } from './role-demand.ts'

/** The persona asks for no channel with a role at all: a question to research, not a fault. */
export function findUnaskedRole(context: FindingContext): Finding[] {
	return unservedRoles(context)
		.filter(({ wantedBy }) => wantedBy.length === 0)
		.map(({ persona, role }) => ({ kind: 'unasked-role', priority: 0, persona, role }))
}
