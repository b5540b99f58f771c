import type { Indexes } from '../coverage/indexes.ts'
import type { Pair } from '../coverage/pair.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { nameIn, section, textBlock, type DeliverableContext } from './context.ts'
import { sheet } from './sheet.ts'

/** Before and after: what customers meet today beside what they will meet once everything that is planned is done. */
export function changeSheet(context: DeliverableContext): Deliverable {
	const { today, plan, words } = context
	return sheet(
		'change',
		context,
		[
			section(context, 'deliveries', deliveryBlocks(context), { aside: true }),
			section(context, 'plan', indexBlocks(context)),
			section(context, 'pairs', pairBlocks(context))
		],
		{
			figures: [today, plan].map(({ lens, overall }) => ({
				label: `${words.index.served} · ${words.lens[lens]}`,
				value: words.percent(overall.served),
				share: overall.served
			}))
		}
	)
}

function deliveryBlocks({ atlas, words }: DeliverableContext): Block[] {
	const changing = [...atlas.delivers.values()].filter(({ status }) => status !== 'live')
	if (changing.length === 0) return textBlock(words.board.noPlan)
	const items = changing.map(({ product, channel, status }) => {
		const names = [nameIn(atlas.products, product), nameIn(atlas.channels, channel)] as const
		return { text: status === 'planned' ? words.board.start(...names) : words.board.stop(...names) }
	})
	return [...textBlock(words.board.deliveries(changing.length)), { type: 'list', items }]
}

function indexBlocks({ atlas, today, plan, words }: DeliverableContext): Block[] {
	const { column } = words
	const columns = [
		{ label: column.persona, share: 2.6 },
		{ label: `${words.index.served} · ${words.lens.today}`, share: 1.5, align: 'end' as const },
		{ label: `${words.index.served} · ${words.lens.plan}`, share: 1.5, align: 'end' as const },
		{ label: `${words.index.firstChoice} · ${words.lens.today}`, share: 1.7, align: 'end' as const },
		{ label: `${words.index.firstChoice} · ${words.lens.plan}`, share: 1.7, align: 'end' as const }
	]
	const row = (name: string, before: Indexes | undefined, after: Indexes | undefined, strong: boolean): Cell[] => [
		{ text: name, strong },
		...([before?.served, after?.served, before?.firstChoice, after?.firstChoice] as const).map((share) => ({
			text: words.percent(share ?? null),
			strong
		}))
	]
	const rows = [
		row(words.overall, today.overall, plan.overall, true),
		...[...atlas.personas.values()].map(({ id, name }) =>
			row(name, today.personas.get(id), plan.personas.get(id), false)
		)
	]
	return [{ type: 'table', columns, rows }]
}

/** The pairs that are served otherwise after than before, those of the most weight first. */
function pairBlocks({ atlas, today, plan, words }: DeliverableContext): Block[] {
	const moves = today.pairs
		.map((before) => ({ before, after: plan.pairOf(before.persona, before.need) }))
		.filter((move): move is { before: Pair; after: Pair } => isOther(move.before, move.after))
		.sort((left, right) => right.before.weight - left.before.weight)
	if (moves.length === 0) return textBlock(words.none.change)
	const { column } = words
	const columns = [
		{ label: column.persona, share: 2 },
		{ label: column.need, share: 3.6 },
		{ label: column.before, share: 1.9 },
		{ label: column.after, share: 1.9 }
	]
	const rows = moves.map(({ before, after }): Cell[] => [
		{ text: nameIn(atlas.personas, before.persona) },
		{ text: nameIn(atlas.needs, before.need) },
		{ text: words.status[before.status], mark: before.status },
		{ text: words.status[after.status], mark: after.status, strong: true }
	])
	return [{ type: 'table', columns, rows }]
}

function isOther(before: Pair, after: Pair | undefined): boolean {
	return after !== undefined && (after.status !== before.status || after.bestRank !== before.bestRank)
}
