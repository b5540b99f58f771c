import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { FlowNode } from '#lib/domain/pictures/flow.ts'
import type { FlowTexts } from '#lib/domain/pictures/flow-picture.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from './finding.ts'
import { entitiesLabel, statusShort } from './labels.ts'
import { numberText, percentText } from './list.ts'

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
		title: m.picture_titled({
			title: m.picture_flow(),
			atlas: atlas.workspace.name,
			lens: coverage.lens === 'plan' ? m.lens_plan() : m.lens_today()
		}),
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
