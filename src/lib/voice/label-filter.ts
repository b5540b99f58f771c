import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import { m } from '#lib/paraglide/messages.js'

export type LabelFilter = SentimentLabel | 'unscored'

/** How a label is called, with the sign that stands for it. */
export const labelNames: Readonly<Record<LabelFilter, { name: () => string; mark: string; ink: string }>> = {
	positive: { name: m.voice_label_positive, mark: '▲', ink: 'text-sent-5' },
	neutral: { name: m.voice_label_neutral, mark: '●', ink: 'text-muted' },
	negative: { name: m.voice_label_negative, mark: '▼', ink: 'text-sent-1' },
	unscored: { name: m.voice_label_unscored, mark: '○', ink: 'text-muted' }
}

const order: readonly LabelFilter[] = ['positive', 'neutral', 'negative', 'unscored']

/** Whether a text is one of the labels that mentions can be filtered by. */
export function isLabelFilter(text: string): text is LabelFilter {
	return order.some((label) => label === text)
}

/** The choices of the filter, the first of which does not narrow. */
export function labelFilters(): { value: string; label: string }[] {
	return [
		{ value: '', label: m.voice_all_labels() },
		...order.map((label) => ({ value: label, label: `${labelNames[label].mark} ${labelNames[label].name()}` }))
	]
}
