/** Every kind of finding, in the order of section 5 of the model; the first eight are gaps, the others redundancies. */
export const findingKinds = [
	'unmet',
	'undelivered',
	'off-channel',
	'second-choice',
	'missing-role',
	'dead-end',
	'unknown-preference',
	'unasked-role',
	'orphan-product',
	'unasked-delivery',
	'unsuitable-delivery',
	'duplicate-delivery',
	'shadowed-delivery',
	'idle-channel'
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Whether findings of this kind are gaps (something is missing) rather than redundancies (something is too much). */
export function isGap(kind: FindingKind): boolean {
	return findingKinds.indexOf(kind) < 8
}
