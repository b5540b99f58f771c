import { byCodeUnit, type Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import { findingKinds } from '../model/finding-kind.ts'
import type { Coverage } from '../coverage/coverage.ts'

/** Something that is missing or too much: its kind, the ids it is about, and how much it matters (≥ 0). */
export type Finding = Readonly<FindingReference & { priority: number }>

/** What findings are found in: the analysis and the atlas that it is of. */
export type FindingContext = Readonly<{ atlas: Atlas; coverage: Coverage }>

/**
 * A name for a finding that stays the same while it is about the same things, so that lists and decisions recognise it.
 * Priority and `needs` are left out: they may change while two products go on duplicating each other on one channel.
 */
export function findingKey(finding: FindingReference): string {
	return [finding.kind, ...idsOf(finding)].join(':')
}

/** The ids that order findings of one kind: persona, need, role, product or products, channel; left out where a kind has none. */
function idsOf({ persona, need, role, product, products, channel }: FindingReference): string[] {
	return [persona, need, role, product, ...(products ?? []), channel].filter((id) => id !== undefined)
}

const orderOfKind = new Map(findingKinds.map((kind, order) => [kind, order]))

/** Compares two ids; those that are not there come first. */
function byId(left: string | undefined, right: string | undefined): number {
	return left === right ? 0 : byCodeUnit(left ?? '', right ?? '')
}

/** The order of a list of findings (model, section 5): the most important first, then by kind, then by ids. */
export function byImportance(left: Finding, right: Finding): number {
	if (left.priority !== right.priority) return right.priority - left.priority
	if (left.kind !== right.kind) return (orderOfKind.get(left.kind) ?? 0) - (orderOfKind.get(right.kind) ?? 0)
	return (
		byId(left.persona, right.persona) ||
		byId(left.need, right.need) ||
		byId(left.role, right.role) ||
		byId(left.product, right.product) ||
		byId(left.products?.[0], right.products?.[0]) ||
		byId(left.products?.[1], right.products?.[1]) ||
		byId(left.channel, right.channel)
	)
}
