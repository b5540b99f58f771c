import { z } from 'zod'
import { linkKey } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { put, remove, type RowChange } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { linkSubject, subjectOf } from './subject.ts'

/** Makes today what the plan says of some deliveries: planned ones become live, retiring ones are gone. What is neither is passed over. */
export const carryOutPlan = defineChange({
	name: 'carryOutPlan',
	input: z.strictObject({ deliveries: z.array(z.strictObject({ product: id, channel: id })) }),
	apply(atlas, { deliveries }) {
		const rows: RowChange[] = []
		const subjects: string[] = []
		for (const { product, channel } of deliveries) {
			const key = linkKey(product, channel)
			const status = atlas.delivers.get(key)?.status
			if (status === undefined || status === 'live') continue
			rows.push(status === 'planned' ? put('delivers', key, { status: 'live' }) : remove('delivers', key))
			subjects.push(linkSubject(atlas, product, channel))
		}
		return { ok: true, rows, subject: subjectOf(subjects) }
	}
})
