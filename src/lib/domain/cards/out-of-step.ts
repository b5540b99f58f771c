import { storyOf } from '../frame/story.ts'
import type { Block, Cell } from './block.ts'
import type { DeliverableContext } from './context.ts'

/** Which of these channels tell another story than the rest, as sentences under a small heading; nothing where none does. */
export function storyBlocks(channels: readonly Readonly<{ channel: string }>[], context: DeliverableContext): Block[] {
	const { atlas, words } = context
	const here = new Set(channels.map(({ channel }) => channel))
	const items = storyOf(atlas)
		.filter(({ channel, state }) => here.has(channel.id) && state === 'outOfStep')
		.map(({ channel, out, check }) => ({
			text: words.outOfStep(
				channel.name,
				out.map((part) => words.storyPart[part]),
				check.note
			)
		}))
	if (items.length === 0) return []
	return [
		{ type: 'heading', level: 3, text: words.storyHeading },
		{ type: 'list', items }
	]
}

/** The channels that are out of step, as a table, and how many nobody has looked at; nothing where nobody has looked at any. */
export function storyTable({ atlas, words }: DeliverableContext): Block[] {
	const rows = storyOf(atlas)
	if (rows.every(({ state }) => state === 'unchecked')) return []
	const out = rows.filter(({ state }) => state === 'outOfStep')
	const unchecked = rows.filter(({ state }) => state === 'unchecked').length
	const { column } = words
	const columns = [
		{ label: column.channel, share: 2.2 },
		{ label: column.together, share: 3.2 },
		{ label: column.note, share: 4 }
	]
	const cells = out.map(({ channel, out: parts, check }): Cell[] => [
		{ text: channel.name, strong: true },
		{ text: words.list(parts.map((part) => words.storyPart[part])) },
		{ text: check.note }
	])
	return [
		...(out.length === 0
			? [{ type: 'text', text: words.none.outOfStep, look: 'plain' } as const]
			: [{ type: 'table', columns, rows: cells } as const]),
		...(unchecked === 0 ? [] : [{ type: 'text', text: words.unchecked(unchecked), look: 'note' } as const])
	]
}
