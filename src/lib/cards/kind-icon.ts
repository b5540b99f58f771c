import type { DeliverableKind } from '#lib/domain/cards/block.ts'

/** The icon of each kind of deliverable. */
export const kindIcon: Readonly<Record<DeliverableKind, string>> = {
	card: 'i-lucide-id-card',
	board: 'i-lucide-landmark',
	findings: 'i-lucide-list-checks',
	change: 'i-lucide-git-compare-arrows',
	plan: 'i-lucide-list-ordered',
	matrix: 'i-lucide-grid-3x3',
	ledger: 'i-lucide-book-open-text',
	flow: 'i-lucide-chart-network',
	map: 'i-lucide-waypoints',
	cloud: 'i-lucide-cloud',
	frame: 'i-lucide-compass'
}
