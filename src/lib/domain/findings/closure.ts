import type { Coverage } from '../coverage/coverage.ts'
import { isServed, type Pair, type PairStatus } from '../coverage/pair.ts'
import type { Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import type { FindingKind } from '../model/finding-kind.ts'

/**
 * Why a finding is there no more. gone: a thing that it was about is off the map (`id`); unlinked: the persona has not that need any more;
 * served: a product on a channel now serves it (`rank`: its dense rank); other-finding: the same is found as something else now;
 * stopped: the delivery does not count any more; needed: somebody needs the product now; changed: what it rested on is otherwise.
 */
export type Closure = Readonly<
	| { by: 'gone'; id: string }
	| { by: 'unlinked' }
	| { by: 'served'; product: string; channel: string; rank: number | null }
	| { by: 'other-finding'; kind: FindingKind }
	| { by: 'stopped'; product: string; channel: string }
	| { by: 'needed'; need: string }
	| { by: 'changed' }
>

const kindOfStatus: Readonly<Record<Exclude<PairStatus, 'first'>, FindingKind>> = {
	unmet: 'unmet',
	unknown: 'unknown-preference',
	undelivered: 'undelivered',
	off: 'off-channel',
	second: 'second-choice'
}

/** Why the finding of a decision is not among those of an atlas any more; `coverage` must be of the same atlas. */
export function closureOf(atlas: Atlas, coverage: Coverage, finding: FindingReference): Closure {
	const { persona, need, product, products = [], channel } = finding
	const lost =
		lostIn(atlas.personas, persona) ??
		lostIn(atlas.needs, need) ??
		[product, ...products].map((id) => lostIn(atlas.products, id)).find((id) => id !== null) ??
		lostIn(atlas.channels, channel)
	if (lost !== null && lost !== undefined) return { by: 'gone', id: lost }
	switch (finding.kind) {
		case 'unmet':
		case 'undelivered':
		case 'off-channel':
		case 'second-choice':
		case 'unknown-preference':
			return pairClosure(coverage, coverage.pairOf(persona ?? '', need ?? ''))
		case 'missing-role':
		case 'unasked-role':
			return roleClosure(atlas, coverage, finding)
		case 'dead-end': {
			const served = coverage
				.pairsOfPersona(persona ?? '')
				.find((pair) => isServed(pair) && ['explore', 'buy'].includes(atlas.needs.get(pair.need)?.stage ?? ''))
			return served === undefined ? { by: 'changed' } : pairClosure(coverage, served)
		}
		case 'orphan-product': {
			const needed = coverage.needsOf(product ?? '').find((one) => coverage.pairsOfNeed(one).length > 0)
			return needed === undefined ? { by: 'changed' } : { by: 'needed', need: needed }
		}
		default: {
			const stopped = [product, ...products].find(
				(one) => one !== undefined && channel !== undefined && !coverage.isDelivered(one, channel)
			)
			return stopped === undefined || channel === undefined
				? { by: 'changed' }
				: { by: 'stopped', product: stopped, channel }
		}
	}
}

function lostIn(table: ReadonlyMap<string, unknown>, id: string | undefined): string | null {
	return id === undefined || table.has(id) ? null : id
}

function pairClosure(coverage: Coverage, pair: Pair | undefined): Closure {
	if (pair === undefined) return { by: 'unlinked' }
	const best = pair.preferred.find(
		({ channel, rank }) => rank === pair.bestRank && coverage.hasSupply(pair.need, channel)
	)
	const product = best && coverage.supply(pair.need, best.channel)[0]
	if (best !== undefined && product !== undefined) {
		return { by: 'served', product, channel: best.channel, rank: best.rank }
	}
	return pair.status === 'first' ? { by: 'changed' } : { by: 'other-finding', kind: kindOfStatus[pair.status] }
}

function roleClosure(atlas: Atlas, coverage: Coverage, { kind, persona = '', role }: FindingReference): Closure {
	for (const { need, preferred } of coverage.pairsOfPersona(persona)) {
		for (const { channel } of preferred) {
			if (role === undefined || !atlas.channels.get(channel)?.roles.includes(role)) continue
			const [product] = coverage.supply(need, channel)
			if (product !== undefined) return { by: 'served', product, channel, rank: null }
		}
	}
	if (coverage.pairsOfPersona(persona).length === 0) return { by: 'unlinked' }
	return { by: 'other-finding', kind: kind === 'missing-role' ? 'unasked-role' : 'missing-role' }
}
