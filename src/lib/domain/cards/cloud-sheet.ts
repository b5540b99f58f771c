import { markOf, stepOf } from '../words/feeling.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { section, textBlock, type DeliverableContext } from './context.ts'
import { sheet } from './sheet.ts'

/** So many words are listed beside the picture, the most frequent. */
const listed = 30

/** What customers say: their words as a cloud and as a list, and what they say of the values that are meant. */
export function cloudSheet(context: DeliverableContext): Deliverable {
	const { heard, words } = context
	const subtitle = heard === null ? '' : words.heardFrom(heard.mentions, heard.first, heard.last)
	return sheet(
		'cloud',
		context,
		[
			section(context, 'cloud', cloudBlocks(context)),
			section(context, 'ranked', rankedBlocks(context)),
			section(context, 'echo', echoBlocks(context))
		],
		{ subtitle }
	)
}

function cloudBlocks({ heard, words }: DeliverableContext): Block[] {
	if (heard === null || heard.words.length === 0) return textBlock(words.none.words)
	if (heard.cloud === null) return []
	return [{ type: 'picture', picture: heard.cloud }, ...textBlock(words.cloudLegend, 'note')]
}

/** The words in two lists side by side, so that they stay on the page of the picture. */
function rankedBlocks({ heard, words }: DeliverableContext): Block[] {
	if (heard === null || heard.words.length === 0) return []
	const { column } = words
	const half = [
		{ label: column.word, share: 2.6 },
		{ label: column.mentions, share: 1.4, align: 'end' as const },
		{ label: column.feeling, share: 2.3 }
	]
	const cells = heard.words.slice(0, listed).map(({ word, mentions, sentiment }): Cell[] => {
		const step = stepOf(sentiment)
		return [
			{ text: word, strong: true },
			{ text: words.number(mentions) },
			{ text: `${markOf(step)} ${words.feeling(step)}`.trim() }
		]
	})
	const many = Math.ceil(cells.length / 2)
	const none: Cell[] = [{ text: '' }, { text: '' }, { text: '' }]
	const rows = cells.slice(0, many).map((row, at) => [...row, ...(cells[many + at] ?? none)])
	const more = heard.words.length - cells.length
	return [
		{ type: 'table', columns: [...half, ...half], rows },
		...(more > 0 ? textBlock(words.moreWords(more), 'note') : [])
	]
}

function echoBlocks({ atlas, echo, heard, words }: DeliverableContext): Block[] {
	if (heard === null || atlas.values.size === 0) return []
	const { column } = words
	const columns = [
		{ label: column.value, share: 3 },
		{ label: column.said, share: 1.2, align: 'end' as const },
		{ label: column.denied, share: 1.2, align: 'end' as const },
		{ label: column.heard, share: 4 }
	]
	const rows = [...atlas.values.values()]
		.map(({ id, name }) => ({ name, ...(echo.get(id) ?? { said: 0, denied: 0 }) }))
		.sort((left, right) => right.said + right.denied - left.said - left.denied)
		.map(({ name, said, denied }): Cell[] => [
			{ text: name, strong: true },
			{ text: words.number(said) },
			{ text: words.number(denied) },
			{ text: words.echo(said, denied), faint: said + denied === 0 }
		])
	return [{ type: 'table', columns, rows }]
}
