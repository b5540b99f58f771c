import { readJson } from './json-text.ts'
import { isMembers } from './known-fields.ts'
import { formatProblem } from './workspace-format.ts'
import { WorkspaceReader, type WorkspaceRead } from './workspace-reader.ts'

export { writeWorkspaceFile } from './workspace-writer.ts'

/**
 * Reads a workspace file: text, or bytes in UTF-8 with or without byte order mark. Never throws.
 * Refused whole: other or newer formats, values out of range, ids that are there twice, links that are there twice, and whatever points to
 * something that is not in the file: links, positions, a source's channel, a mention's source and channel.
 * A decision may be about things that are gone: it is the minutes of what was decided, and deleting a thing keeps it too.
 */
export function readWorkspaceFile(text: string | Uint8Array): WorkspaceRead {
	const json = readJson(text)
	if (!json.ok) return { ok: false, problems: [json.problem], more: 0 }
	const wrong = formatProblem(json.value)
	if (wrong !== null || !isMembers(json.value)) return { ok: false, problems: wrong === null ? [] : [wrong], more: 0 }
	return new WorkspaceReader(json.value).read()
}
