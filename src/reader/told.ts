import type { DeckHeard } from '#lib/cards/deck.svelte.ts'
import type { DeliverableContext } from '#lib/domain/cards/context.ts'
import type { Share } from '#lib/domain/share/share.ts'
import { m } from '#lib/paraglide/messages.js'

/** What mentions say, as a share has it. */
export function heardIn({ voice }: Share): DeckHeard {
	if (voice === null) return { isHeard: false, figures: null, words: [], echo: new Map(), layout: null }
	return {
		isHeard: voice.total > 0,
		figures: voice,
		words: voice.words,
		echo: new Map(voice.echo.map(([value, said, denied]) => [value, { said, denied }])),
		layout: voice.placed.length === 0 ? null : { placed: voice.placed }
	}
}

/** What deliverables say where a part was left out: nothing, instead of that there is none. */
export function toldBy({ parts }: Share, context: DeliverableContext): DeliverableContext {
	const { words } = context
	const silent = parts.has('evidence') ? {} : { evidence: () => '', assumed: () => '' }
	const undecided = parts.has('decisions')
		? {}
		: {
				none: { ...words.none, decision: '–' },
				board: { ...words.board, gaps: (count: number) => m.share_reader_gaps({ count }) }
			}
	return { ...context, words: { ...words, ...silent, ...undecided } }
}
