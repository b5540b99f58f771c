import { coverage as coverageOf, type Coverage, type LensDelivery } from '../coverage/coverage.ts'
import type { Indexes } from '../coverage/indexes.ts'
import type { Lens } from '../coverage/lens.ts'
import type { Finding } from '../findings/finding.ts'
import { findings } from '../findings/index.ts'
import type { Atlas } from '../model/atlas.ts'
import { stages } from '../model/fields.ts'
import { safeStops, searchSteps, type SafeStops } from '../plan/safe-stops.ts'
import { jsonText, type Json } from './write-json.ts'

/** The text of a coverage report (`*.coverage.json`; model, section 7) of an atlas in a lens. Equal atlases give equal bytes. */
export function coverageReport(atlas: Atlas, lens: Lens): string {
	const covered = coverageOf(atlas, lens)
	return writeCoverageReport(covered, findings(atlas, covered), safeStops(atlas, covered, searchSteps.thorough))
}

/** The text of a coverage report of what is known already. */
export function writeCoverageReport(coverage: Coverage, findings: readonly Finding[], stops: SafeStops): string {
	const { lens, overall } = coverage
	return jsonText({
		format: 'channel-atlas/coverage',
		version: 1,
		lens,
		served: overall.served,
		firstChoice: overall.firstChoice,
		weight: overall.weight,
		unknown: overall.unknown,
		pairs: coverage.pairs.map(({ persona, need, status, weight, bestRank }) => ({
			persona,
			need,
			status,
			weight,
			bestRank
		})),
		ledger: coverage.ledger.map(({ channel, verdict, wanted, products }) => ({
			channel,
			verdict,
			wanted: wanted.map(({ persona, need, rank }) => ({ persona, need, rank })),
			products
		})),
		findings: findings.map(({ kind, priority, persona, need, role, product, products, channel, needs }) => ({
			kind,
			priority,
			persona,
			need,
			role,
			product,
			products,
			channel,
			needs
		})),
		stops: {
			alone: stops.alone.map(ends),
			together: stops.together.map(ends),
			exact: stops.exact,
			effort: stops.effort
		},
		personas: new Map([...coverage.personas].map(([persona, indexes]) => [persona, both(indexes)])),
		stages: new Map(stages.map((stage) => [stage, both(coverage.stages[stage])]))
	})
}

function ends({ product, channel }: LensDelivery): Json {
	return { product, channel }
}

function both({ served, firstChoice }: Indexes): Json {
	return { served, firstChoice }
}
