/** The sections of deliverables; those of the interaction card come first, in their order. */
export const cardSections = ['person', 'inside', 'values', 'advice', 'needs', 'gaps', 'channels', 'notes'] as const
export const otherSections = [
	'standing',
	'personas',
	'worst',
	'redundancies',
	'plan',
	'matrix',
	'ledger',
	'flow',
	'ways',
	'map',
	'cloud',
	'ranked',
	'echo',
	'together',
	'pairs',
	'deliveries',
	'moves',
	'story',
	'activities',
	'goals'
] as const
export type SectionId = (typeof cardSections)[number] | (typeof otherSections)[number]
