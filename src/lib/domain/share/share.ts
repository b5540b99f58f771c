import type { Lens } from '../coverage/lens.ts'
import { readWorkspaceFile } from '../interchange/workspace-file.ts'
import { writeWorkspaceFile } from '../interchange/workspace-writer.ts'
import type { Atlas } from '../model/atlas.ts'
import type { SentimentLabel } from '../model/mention.ts'
import type { WordPlace } from '../pictures/cloud-picture.ts'
import { sharedAtlas, shareParts, type SharePart } from './shared-atlas.ts'

/** A mention as it is shared: nothing that leads to whoever said it. */
export type SharedMention = Readonly<{
	at: string
	text: string
	label: SentimentLabel | null
	channel: string | null
	lang: string | null
}>

/** What mentions say, in figures: as the app shows them at the time. `placed`: where the words of the cloud stand. */
export type SharedVoice = Readonly<{
	total: number
	first: string | null
	last: string | null
	words: readonly Readonly<{ word: string; mentions: number; sentiment: number | null }>[]
	echo: readonly (readonly [value: string, said: number, denied: number])[]
	placed: readonly WordPlace[]
}>

/** Everything that a share holds. `madeAt`: ISO 8601; `language`: a BCP 47 tag. */
export type Share = Readonly<{
	atlas: Atlas
	parts: ReadonlySet<SharePart>
	madeAt: string
	language: string
	lens: Lens
	voice: SharedVoice | null
	mentions: readonly SharedMention[]
}>

/** No share holds more mentions: the newest. */
export const mostMentions = 2000
/** No share is larger than that, in bytes: it must open on a phone and pass as an attachment. */
export const mostBytes = 20 * 1024 * 1024

/** A share as JSON text that can stand in an HTML document: no `<`, nothing that ends a line of script. Parts that are left out are not in it. */
export function shareText({ atlas, parts, voice, mentions, ...rest }: Share): string {
	const isHeard = parts.has('voice') && voice !== null
	const contents = {
		format: 'channel-atlas/share',
		version: 1,
		...rest,
		parts: shareParts.filter((part) => parts.has(part)),
		atlas: JSON.parse(writeWorkspaceFile(sharedAtlas(atlas, parts))),
		voice: isHeard ? voice : null,
		mentions: parts.has('mentions') ? mentions.slice(0, mostMentions) : []
	}
	return inert(JSON.stringify(contents))
}

const marks: Readonly<Record<string, string>> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029'
}

/** JSON in which no character means anything to HTML; the same value when it is read. */
export function inert(json: string): string {
	return json.replace(/[<>&\u2028\u2029]/g, (mark) => marks[mark] ?? mark)
}

/** Reads what `shareText` wrote; null where it is something else. The atlas is checked as a workspace file is. */
export function readShare(text: string): Share | null {
	try {
		const contents = JSON.parse(text)
		if (contents?.format !== 'channel-atlas/share' || contents.version !== 1) return null
		const read = readWorkspaceFile(JSON.stringify(contents.atlas))
		if (!read.ok) return null
		const { madeAt, language, lens, voice, mentions } = contents
		return { atlas: read.atlas, parts: new Set(contents.parts), madeAt, language, lens, voice, mentions }
	} catch {
		return null
	}
}
