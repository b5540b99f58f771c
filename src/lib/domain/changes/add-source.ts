import { source } from '../model/source.ts'
import { put } from '../model/row-change.ts'
import { defineChange, refuse } from './change.ts'
import { notThere } from './link-kind.ts'
import { tableOf } from '../model/atlas.ts'

/**
 * Adds a source of mentions. It may bring its id, so that mentions can be stored under it before the step is written;
 * without one it gets a fresh one. `created` holds the id.
 */
export const addSource = defineChange({
	name: 'addSource',
	input: source.extend({ id: source.shape.id.optional() }),
	apply(atlas, { id, name, kind, channel, settings }, context) {
		const created = id ?? context.newId()
		if (tableOf(atlas, created) !== null) return refuse('id-taken', 'This id is taken.', { id: created })
		if (channel !== null && !atlas.channels.has(channel)) return notThere(channel)
		return {
			ok: true,
			rows: [put('sources', created, { id: created, name, kind, channel, settings })],
			subject: name,
			created: [created]
		}
	}
})
