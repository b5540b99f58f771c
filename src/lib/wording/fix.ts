import type { Fix, FixId } from '#lib/domain/findings/fix.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from './finding.ts'

/** The names that a fix speaks of; empty where it has none of that type. */
type Names = { persona: string; need: string; product: string; channel: string }

function namesOf(atlas: Atlas, { persona, need, product, channel }: Fix): Names {
	const name = (id: string | undefined) => (id === undefined ? '' : nameOf(atlas, id))
	return { persona: name(persona), need: name(need), product: name(product), channel: name(channel) }
}

const offers: Readonly<Record<FixId, (names: Names) => string>> = {
	deliver: m.fix_deliver,
	start: m.fix_start,
	keep: m.fix_keep,
	stop: m.fix_stop,
	drop: m.fix_drop,
	end: m.fix_end,
	fulfil: m.fix_fulfil,
	'add-product': m.fix_add_product,
	prefer: (names) => (names.need === '' ? m.fix_prefer_persona(names) : m.fix_prefer_need(names)),
	'remove-product': m.fix_remove_product,
	'remove-channel': m.fix_remove_channel
}

const results: Readonly<Record<FixId, (names: Names) => string>> = {
	deliver: m.fix_done_deliver,
	start: m.fix_done_start,
	keep: m.fix_done_keep,
	stop: m.fix_done_stop,
	drop: m.fix_done_drop,
	end: m.fix_done_end,
	fulfil: m.fix_done_fulfil,
	'add-product': m.fix_done_add_product,
	prefer: (names) => (names.need === '' ? m.fix_done_prefer_persona(names) : m.fix_done_prefer_need(names)),
	'remove-product': m.fix_done_remove_product,
	'remove-channel': m.fix_done_remove_channel
}

/** What a fix offers to do, as the label of its button: "Plan “Coverage guide” on Instagram ads". */
export function fixText(atlas: Atlas, fix: Fix): string {
	return offers[fix.id](namesOf(atlas, fix))
}

/** What a fix has done, as a sentence. `atlas`: the one before it was applied, since the fix may take away what it names. */
export function fixDoneText(atlas: Atlas, fix: Fix): string {
	return results[fix.id](namesOf(atlas, fix))
}
