import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Flow, FlowPath } from '#lib/domain/pictures/flow.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { entityLabel, statusShort } from '#lib/wording/labels.ts'
import { numberText } from '#lib/wording/list.ts'
import type { Twin } from './twin.ts'

/** One way in words: "Sanne → Report a theft → Claim form → App: first choice, 3". */
export function wayText(atlas: Atlas, path: FlowPath): string {
	const { persona, need, product, channel } = path
	const stops = [
		nameOf(atlas, persona),
		nameOf(atlas, need),
		product === null ? m.picture_flow_no_product() : nameOf(atlas, product),
		...(product === null ? [] : [channel === null ? m.picture_flow_no_channel() : nameOf(atlas, channel)])
	]
	return m.picture_way({
		way: stops.join(' → '),
		status: statusShort[path.status](),
		weight: numberText(path.weight, 1)
	})
}

/** All ways in words, the heaviest first. */
export function flowTwin(atlas: Atlas, flow: Flow): Twin {
	const rows = flow.ways
		.map(({ path }) => path)
		.sort((left, right) => right.weight - left.weight)
		.map(({ persona, need, product, channel, status, weight }) => [
			nameOf(atlas, persona),
			nameOf(atlas, need),
			product === null ? m.picture_flow_no_product() : nameOf(atlas, product),
			product === null ? '–' : channel === null ? m.picture_flow_no_channel() : nameOf(atlas, channel),
			statusShort[status](),
			numberText(weight, 2)
		])
	return {
		columns: [
			entityLabel.personas(),
			entityLabel.needs(),
			entityLabel.products(),
			entityLabel.channels(),
			m.picture_result(),
			m.field_weight()
		],
		rows
	}
}
