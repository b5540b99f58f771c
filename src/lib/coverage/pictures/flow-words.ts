import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Flow, FlowNode, FlowPath } from '#lib/domain/pictures/flow.ts'
import type { FlowTexts } from '#lib/domain/pictures/flow-picture.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { entitiesLabel, entityLabel, statusShort } from '#lib/wording/labels.ts'
import { numberText, percentText } from '#lib/wording/list.ts'
import { lensName } from './matrix-twin.ts'
import type { Twin } from './twin.ts'

/** What a place of the flow is called. */
export function nodeName(atlas: Atlas, node: FlowNode): string {
	if (node.kind === 'thing') return nameOf(atlas, node.id)
	if (node.kind === 'others') return m.picture_others({ count: node.members.length })
	return node.column === 'products' ? m.picture_flow_no_product() : m.picture_flow_no_channel()
}

/** What the picture of a flow says. */
export function flowTexts(atlas: Atlas, coverage: Coverage): FlowTexts {
	const { served, weight } = coverage.overall
	return {
		title: m.picture_titled({ title: m.picture_flow(), atlas: atlas.workspace.name, lens: lensName(coverage) }),
		description: m.picture_flow_description({ percent: percentText(served), weight: numberText(weight, 1) }),
		columns: {
			personas: entitiesLabel.personas(),
			needs: entitiesLabel.needs(),
			products: entitiesLabel.products(),
			channels: entitiesLabel.channels()
		},
		nameOf: (node) => nodeName(atlas, node),
		weightOf: (weight) => numberText(weight, 1),
		statuses: {
			first: statusShort.first(),
			second: statusShort.second(),
			off: statusShort.off(),
			undelivered: statusShort.undelivered(),
			unmet: statusShort.unmet(),
			unknown: statusShort.unknown()
		}
	}
}

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
