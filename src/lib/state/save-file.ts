import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { plainMention } from '#lib/store/plain-mention.ts'
import type { Store } from '#lib/store/store.ts'
import { download, fileName } from './file-download.ts'

/** Mentions asked of the store at a time. */
const page = 5000

/** Every kept mention of an atlas in the order they came in, as the workspace file holds them. */
export async function readAllMentions(store: Store, atlas: string): Promise<Mention[]> {
	const mentions: Mention[] = []
	for (let after: number | null = 0; after !== null;) {
		const part: Awaited<ReturnType<Store['readMentions']>> = await store.readMentions(atlas, after, page)
		for (const kept of part.rows) mentions.push(plainMention(kept))
		after = part.next
	}
	return mentions
}

/** Saves an atlas as a workspace file, with its mentions only where the user asks; returns the file's name. Throws what the store throws. */
export async function saveToFile(store: Store, atlas: Atlas, withMentions: boolean): Promise<string> {
	const { writeWorkspaceFile } = await import('#lib/domain/interchange/workspace-file.ts')
	const mentions = withMentions ? await readAllMentions(store, atlas.workspace.id) : undefined
	const name = fileName(atlas.workspace.name, 'atlas.json')
	download(name, writeWorkspaceFile(atlas, mentions), 'application/json')
	await store.markSavedToFile(atlas.workspace.id, new Date().toISOString())
	return name
}
