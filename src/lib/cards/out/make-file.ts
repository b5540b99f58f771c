import type { Deliverable } from '#lib/domain/cards/block.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import type { Made, Work } from '#lib/state/export-job.svelte.ts'
import { download, fileName } from '#lib/state/file-download.ts'
import type { Deck } from '../deck.svelte.ts'
import type { OutKind, OutRequest } from './out-request.ts'
import { requestOut } from './request-out.ts'

/** Gives the window its turn. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve))
}

/** What a worker is asked for: these deliverables as they are now. */
function requestFor(deck: Deck, kind: OutKind, deliverables: readonly Deliverable[], title: string): OutRequest {
	const { style, choice, furniture, colours } = deck
	return {
		kind,
		deliverables,
		format: choice.format,
		furniture,
		colours,
		fonts: deck.fonts ?? deck.wantedFonts,
		typeface: style.font === 'own' && !deck.fontIsBroken ? (style.ownFont?.name ?? null) : null,
		words: { title, language: getLocale(), contents: m.cards_contents() }
	}
}

/** Makes a file of these deliverables and hands it to the browser. */
export async function makeFile(
	deck: Deck,
	ids: readonly string[],
	kind: OutKind,
	title: string,
	work: Work
): Promise<Made> {
	const deliverables: Deliverable[] = []
	for (const id of ids) {
		const one = deck.make(id)
		if (one !== null) deliverables.push(one)
		work.signal.throwIfAborted()
		await turn()
	}
	const [first] = deliverables
	const name = deliverables.length === 1 && first !== undefined ? `${title} ${first.title}` : title
	const { extension, type, bytes } = await requestOut(requestFor(deck, kind, deliverables, title), work)
	const file = fileName(name, extension)
	download(file, bytes, type)
	return { file, bytes: bytes.length }
}
