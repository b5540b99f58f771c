import { readFileSync } from 'node:fs'
import { readWorkspaceFile } from '../src/lib/domain/interchange/workspace-file.ts'
import type { WorkspaceRead } from '../src/lib/domain/interchange/workspace-reader.ts'

/**
 * The workspace file at that path. Where it is refused, or has fields that are not known, standard error gets a line for each,
 * beginning with its JSON path; null then, and the process ends with 1 once it is done.
 */
export function readAtlasFile(file: string | undefined): Extract<WorkspaceRead, { ok: true }> | null {
	if (file === undefined) return failed(['Name a workspace file: FILE.atlas.json'])
	let bytes
	try {
		bytes = readFileSync(file)
	} catch (error) {
		return failed([`$: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`])
	}
	const read = readWorkspaceFile(bytes)
	if (!read.ok) {
		const lines = read.problems.map(({ path, message }) => `${path}: ${message}`)
		return failed(read.more > 0 ? [...lines, `$: and ${read.more} more problems`] : lines)
	}
	print(read.notes.map(({ path, message }) => `${path}: ${message}`))
	if (read.moreNotes > 0) print([`$: and ${read.moreNotes} more fields that are left out`])
	return read
}

function print(lines: readonly string[]): void {
	for (const line of lines) process.stderr.write(`${line}\n`)
}

function failed(lines: readonly string[]): null {
	print(lines)
	// Not process.exit: what is written to a pipe must get there first.
	process.exitCode = 1
	return null
}
