import { z } from 'zod'
import { evidence, id, wholeNumber } from '../model/fields.ts'
import { recordTables } from '../model/records.ts'
import { jsonPath, type FileProblem } from './file-problem.ts'
import { isMembers, member } from './known-fields.ts'

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

/** What is wrong with what a file says of itself; null where nothing is. `root`: the path to it. */
export function formatProblem(file: unknown, root = '$'): FileProblem | null {
	if (!isMembers(file) || member(file, 'format') !== workspaceFormat) {
		const message = `This is not a workspace file: its format is not "${workspaceFormat}".`
		return { path: isMembers(file) ? jsonPath(root, ['format']) : root, rule: 'other-format', params: {}, message }
	}
	const version = member(file, 'version')
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
		const message = 'The version of the format is missing or no whole number from 1.'
		return { path: jsonPath(root, ['version']), rule: 'bad-version', params: {}, message }
	}
	if (version > workspaceVersion) {
		const message = `This file is of version ${version}; this program reads up to version ${workspaceVersion}.`
		const params = { version: String(version), newest: String(workspaceVersion) }
		return { path: jsonPath(root, ['version']), rule: 'newer-version', params, message }
	}
	return null
}

/** A preference as the file spells it: its source is under `persona` or `need`. */
export const filePreference = z.strictObject({
	persona: id.optional(),
	need: id.optional(),
	channel: id,
	rank: wholeNumber(1, 9).optional(),
	evidence
})
