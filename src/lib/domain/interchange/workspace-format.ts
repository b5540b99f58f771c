import { z } from 'zod'
import { recordTables } from '../model/records.ts'
import { evidence, id, wholeNumber } from '../model/fields.ts'

/** What a workspace file says of itself. */
export const workspaceFormat = 'channel-atlas'
/** The version of the format that this program writes, and the newest that it reads. */
export const workspaceVersion = 1

/** The members of a workspace file, in the order in which they are written. */
export const fileMembers = [
	'format',
	'version',
	'workspace',
	'frame',
	'personas',
	'values',
	'needs',
	'channels',
	'products',
	'decisions',
	'holds',
	'has',
	'prefers',
	'fulfils',
	'delivers',
	'positions',
	'words',
	'sources',
	'mentions',
	...recordTables
] as const

/** A preference as the file spells it: its source is under `persona` or `need`. */
export const filePreference = z.strictObject({
	persona: id.optional(),
	need: id.optional(),
	channel: id,
	rank: wholeNumber(1, 9).optional(),
	evidence
})
