import type { Coverage } from '../coverage/coverage.ts'
import { stages, type Stage } from '../model/fields.ts'
import { byCodeUnit, type Atlas } from '../model/atlas.ts'

/** What is wanted on a channel in a stage, by weight and number of pairs, and how much of it has supply there. */
export type StageCell = Readonly<{
	channel: string
	stage: Stage
	wanted: number
	served: number
	pairs: number
	servedPairs: number
	/** How many products are delivered there for needs of the stage, wanted or not. */
	products: number
}>

/** Every channel with every stage, by channel. */
export function stageCells(atlas: Atlas, coverage: Coverage): StageCell[] {
	return [...atlas.channels.keys()].sort(byCodeUnit).flatMap((channel) => {
		const row = coverage.ledgerOf(channel)
		return stages.map((stage): StageCell => {
			let [wanted, served, pairs, servedPairs] = [0, 0, 0, 0]
			for (const { persona, need } of row?.wanted ?? []) {
				if (atlas.needs.get(need)?.stage !== stage) continue
				const weight = coverage.pairOf(persona, need)?.weight ?? 0
				wanted += weight
				pairs += 1
				if (!coverage.hasSupply(need, channel)) continue
				served += weight
				servedPairs += 1
			}
			const products = (row?.products ?? []).filter((product) =>
				coverage.needsOf(product).some((need) => atlas.needs.get(need)?.stage === stage)
			).length
			return { channel, stage, wanted, served, pairs, servedPairs, products }
		})
	})
}
