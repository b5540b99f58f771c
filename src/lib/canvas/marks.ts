import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { linkKey } from '#lib/domain/model/atlas.ts'
import { linkId } from './project.ts'

/** What the analysis says on the map, looked up by node id or link id. */
export type MapMarks = Readonly<{
	/** The worst status of the pairs about a need; none for a need that nobody has. */
	statusOfNeed: ReadonlyMap<string, PairStatus>
	/** The share of a persona's demand that is served, from 0 to 1; null where nothing is known. */
	servedOfPersona: ReadonlyMap<string, number | null>
	/** The findings that name a node, or that are about a delivery; most important first. */
	findingsOf(key: string): readonly Finding[]
}>

/** From worst to best. That nobody knows is worse than a second choice: it may hide anything. */
const worstFirst: readonly PairStatus[] = ['unmet', 'undelivered', 'off', 'unknown', 'second', 'first']

/** What a finding is drawn at: the nodes it names, and the deliveries it is about. */
export function placesOf(finding: Finding): string[] {
	const { persona, need, product, products, channel } = finding
	const offers = [product, ...(products ?? [])].filter((id) => id !== undefined)
	const nodes = [persona, need, ...(channel === undefined ? offers : []), ...(offers.length === 0 ? [channel] : [])]
	const deliveries = channel === undefined ? [] : offers.map((offer) => linkId('delivers', linkKey(offer, channel)))
	return [...nodes.filter((id) => id !== undefined), ...deliveries]
}

/** Puts the results of the analysis where the map shows them. Findings keep their order. */
export function marksOf(coverage: Coverage, findings: readonly Finding[]): MapMarks {
	const statusOfNeed = new Map<string, PairStatus>()
	for (const { need, status } of coverage.pairs) {
		const known = statusOfNeed.get(need)
		if (known === undefined || worstFirst.indexOf(status) < worstFirst.indexOf(known)) statusOfNeed.set(need, status)
	}
	const servedOfPersona = new Map([...coverage.personas].map(([id, indexes]) => [id, indexes.served]))
	const byPlace = new Map<string, Finding[]>()
	for (const finding of findings) {
		for (const place of placesOf(finding)) {
			const list = byPlace.get(place)
			if (list === undefined) byPlace.set(place, [finding])
			else list.push(finding)
		}
	}
	return { statusOfNeed, servedOfPersona, findingsOf: (key) => byPlace.get(key) ?? [] }
}
