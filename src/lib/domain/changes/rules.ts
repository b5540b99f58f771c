/** Every rule by which a change can be refused. A refusal's sentence in the user's language is chosen by it. */
export const changeRules = [
	/** The thing is not in the atlas (any more). */
	'not-there',
	/** The link is not in the atlas (any more). */
	'link-not-there',
	/** The two kinds of thing cannot be linked. `possible` says what the first could be linked to. */
	'link-makes-no-sense',
	'link-to-itself',
	'link-exists',
	/** A field that this kind of link does not have. */
	'link-field',
	/** Nothing was chosen. */
	'nothing-chosen',
	/** The source still has a channel or name that is gone, or has an id that is taken. */
	'id-taken'
] as const
export type ChangeRule = (typeof changeRules)[number]
