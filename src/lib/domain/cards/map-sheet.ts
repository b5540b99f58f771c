import type { Block, Deliverable } from './block.ts'
import { section, textBlock, type DeliverableContext } from './context.ts'
import { sheet } from './sheet.ts'

/** The map as a poster: everything on it where it stands, with how each need is served. */
export function mapSheet(context: DeliverableContext): Deliverable {
	const { words } = context
	const map = context.hidden.has('map') ? null : context.drawMap()
	const blocks: Block[] = map === null ? textBlock(words.none.needs) : [{ type: 'picture', picture: map }]
	return sheet('map', context, [section(context, 'map', blocks)], { subtitle: words.mapLegend })
}
