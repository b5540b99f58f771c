import { z } from 'zod'
import { linkKey } from '../model/atlas.ts'
import { id, wholeNumber } from '../model/fields.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { makesNoSense, newLink, nodeTableOf, notThere } from './link-kind.ts'
import { linkSubject } from './subject.ts'

/** Gives a persona's or need's preference for a channel this rank; a preference that is not there yet is made. Ties are allowed. */
export const setRank = defineChange({
	name: 'setRank',
	input: z.strictObject({ from: id, channel: id, rank: wholeNumber(1, 9) }),
	apply(atlas, { from, channel, rank }) {
		const key = linkKey(from, channel)
		const subject = linkSubject(atlas, from, channel)
		const row = atlas.prefers.get(key)
		if (row !== undefined) {
			return { ok: true, rows: row.rank === rank ? [] : [put('prefers', key, { rank })], subject }
		}
		const start = nodeTableOf(atlas, from)
		const end = nodeTableOf(atlas, channel)
		if (start === null || end === null) return notThere(start === null ? from : channel)
		if ((start !== 'personas' && start !== 'needs') || end !== 'channels') return makesNoSense(start, end)
		const link = newLink(atlas, from, channel, { rank })
		return link.ok ? { ok: true, rows: [link.row], subject } : link
	}
})
