import { cardChoiceOf, type Format } from '../model/card-choice.ts'
import { flowOf } from '../pictures/flow.ts'
import { flowPicture } from '../pictures/flow-picture.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { nameIn, section, textBlock, type DeliverableContext } from './context.ts'
import { indexFigures, sheet } from './sheet.ts'

/** So many ways are listed, the heaviest: what they carry is nearly everything, and the picture shows all. */
const listed = 60
/** The width of the picture in pixels, by the pages that it is for: as broad as they are, and its names are still read. */
const widths: Readonly<Record<Format, number>> = { 'a4-portrait': 880, 'a4-landscape': 1120, slide: 1240 }

/** The flow: which way the weight of every need goes from persona to channel, and where it ends with nothing. */
export function flowSheet(context: DeliverableContext): Deliverable {
	const { coverage, words } = context
	return sheet(
		'flow',
		context,
		[section(context, 'flow', flowBlocks(context)), section(context, 'ways', wayBlocks(context))],
		{
			subtitle: words.flowLegend,
			figures: indexFigures(coverage, context)
		}
	)
}

function flowBlocks({ atlas, coverage, words }: DeliverableContext): Block[] {
	const flow = flowOf(atlas, coverage)
	if (flow.nodes.length === 0) return textBlock(words.none.needs)
	return [
		{
			type: 'picture',
			picture: flowPicture(flow, words.flow, { width: widths[cardChoiceOf(atlas).format], titled: false })
		}
	]
}

/** The ways as a table, with every name whole. */
function wayBlocks({ atlas, coverage, words }: DeliverableContext): Block[] {
	const ways = flowOf(atlas, coverage)
		.ways.map(({ path }) => path)
		.sort((left, right) => right.weight - left.weight)
	if (ways.length === 0) return []
	const { column } = words
	const columns = [
		{ label: column.persona, share: 2 },
		{ label: column.need, share: 3.2 },
		{ label: column.product, share: 2.6 },
		{ label: column.channel, share: 2 },
		{ label: column.result, share: 2 },
		{ label: column.weight, share: 1, align: 'end' as const }
	]
	const rows = ways
		.slice(0, listed)
		.map(({ persona, need, product, channel, status, weight }): Cell[] => [
			{ text: nameIn(atlas.personas, persona) },
			{ text: nameIn(atlas.needs, need) },
			product === null ? { text: words.none.product, faint: true } : { text: nameIn(atlas.products, product) },
			channel === null
				? { text: product === null ? '' : words.none.place, faint: true }
				: { text: nameIn(atlas.channels, channel) },
			{ text: words.status[status], mark: status },
			{ text: words.number(weight) }
		])
	const more = ways.length - rows.length
	return [{ type: 'table', columns, rows }, ...(more > 0 ? textBlock(words.moreWays(more), 'note') : [])]
}
