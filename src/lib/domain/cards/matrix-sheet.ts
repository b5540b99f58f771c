import { byCodeUnit } from '../model/atlas.ts'
import { roles } from '../model/fields.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { nameIn, section, textBlock, type DeliverableContext } from './context.ts'
import { sheet } from './sheet.ts'

/** Needs by persona against channels by role: where each is wanted, and whether it is offered there. */
export function matrixSheet(context: DeliverableContext): Deliverable {
	return sheet('matrix', context, [section(context, 'matrix', matrixBlocks(context))], {
		subtitle: context.words.matrix.legend
	})
}

/** Channels as the purchase path orders their roles, then by name. */
function channelsInOrder({ atlas }: DeliverableContext): string[] {
	const order = (own: readonly string[]) => {
		const first = roles.findIndex((role) => own.includes(role))
		return first < 0 ? roles.length : first
	}
	return [...atlas.channels.values()]
		.sort((left, right) => order(left.roles) - order(right.roles) || byCodeUnit(left.name, right.name))
		.map(({ id }) => id)
}

function matrixBlocks(context: DeliverableContext): Block[] {
	const { atlas, coverage, words } = context
	const channels = channelsInOrder(context)
	if (coverage.pairs.length === 0) return textBlock(words.none.needs)
	if (channels.length === 0) return textBlock(words.none.channels)
	const columns = [
		{ label: words.column.persona, share: 1.9 },
		{ label: words.column.need, share: 3.4 },
		...channels.map((channel) => ({ label: nameIn(atlas.channels, channel), share: 1.15, align: 'middle' as const }))
	]
	let last = ''
	const rows = coverage.pairs.map((pair): Cell[] => {
		const persona = pair.persona === last ? '' : nameIn(atlas.personas, pair.persona)
		last = pair.persona
		return [
			{ text: persona, strong: true },
			{ text: nameIn(atlas.needs, pair.need) },
			...channels.map((channel) => cellOf(context, pair.need, channel, pair.preferred))
		]
	})
	return [{ type: 'table', lead: 2, columns, rows }]
}

/** The rank where the channel is wanted, and the sign of how that wish fares: met, met further down, or not. Offered and not asked for: off. */
function cellOf(
	{ coverage, words }: DeliverableContext,
	need: string,
	channel: string,
	preferred: readonly Readonly<{ channel: string; rank: number }>[]
): Cell {
	const rank = preferred.find((one) => one.channel === channel)?.rank
	const isOffered = coverage.hasSupply(need, channel)
	if (rank === undefined) return isOffered ? { text: '', mark: 'off' } : { text: '' }
	if (!isOffered) return { text: words.matrix.wanted(rank), mark: 'undelivered' }
	return { text: words.matrix.wanted(rank), mark: rank === 1 ? 'first' : 'second', strong: true }
}
