import type { Closure } from '#lib/domain/findings/closure.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from './finding.ts'
import { findingKindLabel } from './labels.ts'

/** Why a finding is there no more, as a sentence. */
export function closureText(atlas: Atlas, closure: Closure): string {
	switch (closure.by) {
		case 'gone': {
			const name = nameOf(atlas, closure.id)
			return name === closure.id ? m.closure_gone_unnamed() : m.closure_gone({ name })
		}
		case 'unlinked':
			return m.closure_unlinked()
		case 'served': {
			const names = { product: nameOf(atlas, closure.product), channel: nameOf(atlas, closure.channel) }
			return closure.rank === null ? m.closure_served_role(names) : m.closure_served({ ...names, rank: closure.rank })
		}
		case 'other-finding':
			return m.closure_other_finding({ kind: findingKindLabel[closure.kind]() })
		case 'stopped':
			return m.closure_stopped({
				product: nameOf(atlas, closure.product),
				channel: nameOf(atlas, closure.channel)
			})
		case 'needed':
			return m.closure_needed({ need: nameOf(atlas, closure.need) })
		case 'changed':
			return m.closure_changed()
	}
}
