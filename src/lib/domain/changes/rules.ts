import { fieldRules } from '../model/field-problem.ts'

/** The rules by which a change can be refused for what is in the atlas. */
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
	/** The id that something new should get is taken. */
	'id-taken',
	/** Leaving a finding as it is needs a reason. */
	'reason-missing',
	/** The atlas takes more room than a snapshot has. */
	'snapshot-too-large',
	/** All snapshots of the atlas take what room there is. */
	'snapshots-full',
	/** A newer version of the app is open in another tab, so this one may not write any more. */
	'outdated'
] as const

/** Every rule of a refusal: those of changes, and those of fields for input that is not valid. */
export const refusalRules = [...changeRules, ...fieldRules] as const
export type RefusalRule = (typeof refusalRules)[number]
