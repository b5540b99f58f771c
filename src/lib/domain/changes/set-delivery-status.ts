import { z } from 'zod'
import { linkKey } from '../model/atlas.ts'
import { id } from '../model/fields.ts'
import { deliveryStatuses } from '../model/links.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { makesNoSense, newLink, nodeTableOf, notThere } from './link-kind.ts'
import { linkSubject } from './subject.ts'

/** Makes a product's delivery on a channel live, planned or retiring; a delivery that is not there yet is made. */
export const setDeliveryStatus = defineChange({
	name: 'setDeliveryStatus',
	input: z.strictObject({ product: id, channel: id, status: z.enum(deliveryStatuses) }),
	apply(atlas, { product, channel, status }) {
		const key = linkKey(product, channel)
		const subject = linkSubject(atlas, product, channel)
		const row = atlas.delivers.get(key)
		if (row !== undefined) {
			return { ok: true, rows: row.status === status ? [] : [put('delivers', key, { status })], subject }
		}
		const start = nodeTableOf(atlas, product)
		const end = nodeTableOf(atlas, channel)
		if (start === null || end === null) return notThere(start === null ? product : channel)
		if (start !== 'products' || end !== 'channels') return makesNoSense(start, end)
		const link = newLink(atlas, product, channel, { status })
		return link.ok ? { ok: true, rows: [link.row], subject } : link
	}
})
