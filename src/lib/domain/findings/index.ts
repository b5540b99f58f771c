import type { Atlas } from '../model/atlas.ts'
import type { FindingKind } from '../model/finding-kind.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { findDeadEnd } from './dead-end.ts'
import { findDuplicateDelivery } from './duplicate-delivery.ts'
import { byImportance, type Finding, type FindingContext } from './finding.ts'
import { findIdleChannel } from './idle-channel.ts'
import { findMissingRole } from './missing-role.ts'
import { findOffChannel } from './off-channel.ts'
import { findOrphanProduct } from './orphan-product.ts'
import { findSecondChoice } from './second-choice.ts'
import { findShadowedDelivery } from './shadowed-delivery.ts'
import { findUnaskedDelivery } from './unasked-delivery.ts'
import { findUnaskedRole } from './unasked-role.ts'
import { findUndelivered } from './undelivered.ts'
import { findUnknownPreference } from './unknown-preference.ts'
import { findUnmet } from './unmet.ts'
import { findUnsuitableDelivery } from './unsuitable-delivery.ts'

/** How each kind of finding is found, in the order of section 5 of the model. */
export const finders: Readonly<Record<FindingKind, (context: FindingContext) => Finding[]>> = {
	unmet: findUnmet,
	undelivered: findUndelivered,
	'off-channel': findOffChannel,
	'second-choice': findSecondChoice,
	'missing-role': findMissingRole,
	'dead-end': findDeadEnd,
	'unknown-preference': findUnknownPreference,
	'unasked-role': findUnaskedRole,
	'orphan-product': findOrphanProduct,
	'unasked-delivery': findUnaskedDelivery,
	'unsuitable-delivery': findUnsuitableDelivery,
	'duplicate-delivery': findDuplicateDelivery,
	'shadowed-delivery': findShadowedDelivery,
	'idle-channel': findIdleChannel
}

/** Everything found in an atlas, the most important first; `coverage` must be of the same atlas. */
export function findings(atlas: Atlas, coverage: Coverage): Finding[] {
	const context = { atlas, coverage }
	return Object.values(finders)
		.flatMap((find) => find(context))
		.sort(byImportance)
}
