import { shareHtml } from '#lib/domain/share/share-html.ts'
import { mostBytes, mostMentions, shareText, type SharedMention, type SharedVoice } from '#lib/domain/share/share.ts'
import type { SharePart } from '#lib/domain/share/shared-atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { Made, Work } from '#lib/state/export-job.svelte.ts'
import { download, fileName } from '#lib/state/file-download.ts'
import type { Store } from '#lib/store/store.ts'
import { sizeText } from '#lib/wording/size-text.ts'
import type { DeckVoice } from '../deck-voice.svelte.ts'
import { turn } from '../out/make-file.ts'

/** Mentions asked of the store at a time. */
const atOnce = 500

/** Makes the file of a read-only share of the kept atlas and hands it to the browser. Throws, in the user's language, where it would be too large. */
export async function makeShare(
	store: Store,
	session: AtlasSession,
	voice: DeckVoice,
	parts: ReadonlySet<SharePart>,
	work: Work
): Promise<Made> {
	const { kept: atlas, lens } = session
	const mentions = parts.has('mentions') ? await newest(store, atlas.workspace.id, work) : []
	const { reader } = await import('virtual:reader')
	work.signal.throwIfAborted()
	await turn()
	const madeAt = new Date().toISOString()
	const language = getLocale()
	const data = shareText({ atlas, parts, madeAt, language, lens, voice: heard(voice), mentions })
	await turn()
	work.signal.throwIfAborted()
	const { name } = atlas.workspace
	const html = shareHtml(reader, data, { title: name, language, withoutScript: m.share_without_script() })
	const bytes = new TextEncoder().encode(html)
	if (bytes.length > mostBytes)
		throw new Error(m.share_too_large({ size: sizeText(bytes.length), most: sizeText(mostBytes) }))
	const file = fileName(`${name} ${m.share_file()}`, 'html')
	download(file, bytes, 'text/html;charset=utf-8')
	return { file, bytes: bytes.length }
}

async function newest(store: Store, atlas: string, { onprogress, signal }: Work): Promise<SharedMention[]> {
	const mentions: SharedMention[] = []
	for (let all = mostMentions; mentions.length < all;) {
		const { rows, total } = await store.mentions(atlas, { offset: mentions.length, limit: atOnce, order: 'newest' })
		signal.throwIfAborted()
		all = Math.min(mostMentions, total)
		for (const { at, text, label, channel, lang } of rows) mentions.push({ at, text, label, channel, lang })
		onprogress(mentions.length, all)
		if (rows.length === 0) break
	}
	return mentions
}

function heard({ figures, words, echo, layout }: DeckVoice): SharedVoice | null {
	if (figures === null) return null
	const { total, first, last } = figures
	return {
		total,
		first,
		last,
		words: words.map(({ word, mentions, sentiment }) => ({ word, mentions, sentiment })),
		echo: [...echo].map(([value, { said, denied }]) => [value, said, denied] as const),
		placed: (layout?.placed ?? []).map(({ word, x, y, size, width }) => ({ word, x, y, size, width }))
	}
}
