import type { Block, Deliverable } from './block.ts'
import { section, textBlock, type DeliverableContext } from './context.ts'
import { storyTable } from './out-of-step.ts'
import { sheet } from './sheet.ts'

/** The frame of reference: what the organisation is for, what it wants to reach, and the story that every channel tells. */
export function frameSheet(context: DeliverableContext): Deliverable {
	const { atlas, words } = context
	const { frame } = atlas
	const part = (name: keyof typeof words.frame): Block[] => [
		{ type: 'heading', level: 3, text: words.frame[name] },
		...(frame[name].trim() === '' ? textBlock(words.none.missing, 'note') : textBlock(frame[name], 'lead'))
	]
	const list = (items: readonly string[]): Block[] =>
		items.length === 0
			? textBlock(words.none.missing, 'note')
			: [{ type: 'list', items: items.map((text) => ({ text })) }]
	return sheet('frame', context, [
		section(context, 'person', [...part('vision'), ...part('mission'), ...part('relationship')]),
		section(context, 'goals', goalBlocks(context)),
		section(context, 'story', (['slogan', 'tone', 'visuals', 'campaign'] as const).flatMap(part)),
		section(context, 'together', storyTable(context)),
		section(
			context,
			'values',
			frame.coreValues.length === 0
				? list([])
				: [{ type: 'badges', items: frame.coreValues.map((text) => ({ text })) }],
			{ aside: true }
		),
		section(context, 'activities', list(frame.activities), { aside: true })
	])
}

function goalBlocks({ atlas, words }: DeliverableContext): Block[] {
	const { goals } = atlas.frame
	if (goals.length === 0) return textBlock(words.none.goals, 'note')
	const { column } = words
	const columns = [
		{ label: column.goal, share: 4 },
		{ label: column.owner, share: 2 },
		{ label: column.measure, share: 3 }
	]
	const rows = goals.map(({ text, owner, measure }) => [{ text, strong: true }, { text: owner }, { text: measure }])
	return [{ type: 'table', columns, rows }]
}
