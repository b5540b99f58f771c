import type { Finding, FindingContext } from './finding.ts'
import { unservedRoles, weightOf } from './role-demand.ts'

/** The persona asks for channels with a role (reach, depth, relationship) and is served on none of them. */
export function findMissingRole(context: FindingContext): Finding[] {
	return unservedRoles(context)
		.filter(({ wantedBy }) => wantedBy.length > 0)
		.map(({ persona, role, wantedBy }) => ({ kind: 'missing-role', priority: weightOf(wantedBy), persona, role }))
}
