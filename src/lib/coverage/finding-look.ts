import type { FindingKind } from '#lib/domain/model/finding-kind.ts'

/** The icon and colour of each kind of finding; the shapes differ, so that the colour is not needed. Gaps of a pair look like its status. */
export const findingLook: Readonly<Record<FindingKind, string>> = {
	unmet: 'i-lucide-circle-x text-unmet',
	undelivered: 'i-lucide-circle-slash text-undelivered',
	'off-channel': 'i-lucide-corner-up-right text-off',
	'second-choice': 'i-lucide-circle-chevron-down text-second',
	'missing-role': 'i-lucide-unplug text-off',
	'dead-end': 'i-lucide-octagon-x text-unmet',
	'unknown-preference': 'i-lucide-circle-help text-unknown',
	'unasked-role': 'i-lucide-circle-dashed text-unknown',
	'orphan-product': 'i-lucide-package-x text-muted',
	'unasked-delivery': 'i-lucide-circle-minus text-muted',
	'unsuitable-delivery': 'i-lucide-triangle-alert text-warn',
	'duplicate-delivery': 'i-lucide-copy text-muted',
	'shadowed-delivery': 'i-lucide-layers-2 text-muted',
	'idle-channel': 'i-lucide-moon text-muted'
}
