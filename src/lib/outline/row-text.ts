import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { OutlineRow } from '#lib/domain/outline/outline-rows.ts'
import { m } from '#lib/paraglide/messages.js'
import { deliveryLabel, kindLabel, linkVerb, roleLabel, stageLabel, verdictLabel } from '#lib/wording/labels.ts'
import { listText, numberText, percentText } from '#lib/wording/list.ts'

/** What a row says of its link, or of its thing at the top of a section: rank, strength, status; stage, kind, roles. */
export function saysText(atlas: Atlas, row: OutlineRow): string {
	if (row.kind === 'section') return m.outline_count({ count: numberText(atlas[row.table].size) })
	return row.link === null ? ofThing(atlas, row) : ofLink(atlas, row)
}

function ofThing(atlas: Atlas, { table, id }: OutlineRow): string {
	switch (table) {
		case 'personas':
			return atlas.personas.get(id)?.role ?? ''
		case 'values':
			return listText(atlas.values.get(id)?.synonyms ?? [])
		case 'needs': {
			const need = atlas.needs.get(id)
			return need ? `${stageLabel[need.stage]()} · ${kindLabel[need.kind]()}` : ''
		}
		case 'channels':
			return listText((atlas.channels.get(id)?.roles ?? []).map((role) => roleLabel[role]()))
		case 'products': {
			const product = atlas.products.get(id)
			return product ? kindLabel[product.kind]() : ''
		}
	}
}

function ofLink(atlas: Atlas, { link }: OutlineRow): string {
	const { table, key } = link ?? { table: 'fulfils' as const, key: '' }
	switch (table) {
		case 'prefers':
			return m.map_rank({ rank: atlas.prefers.get(key)?.rank ?? 0 })
		case 'has':
			return m.map_importance({ value: atlas.has.get(key)?.importance ?? 0 })
		case 'holds':
			return m.map_weight({ value: atlas.holds.get(key)?.weight ?? 0 })
		case 'delivers':
			return deliveryLabel[atlas.delivers.get(key)?.status ?? 'live']()
		case 'fulfils':
			return linkVerb.fulfils()
	}
}

/** From worst to best. That nobody knows is worse than a second choice: it may hide anything. */
const worstFirst: readonly PairStatus[] = ['unmet', 'undelivered', 'off', 'unknown', 'second', 'first']

/** How the pairs of a row are served: that of a persona and her need, or the worst of a need's; null where the row is about none. */
export function statusOf(coverage: Coverage, row: OutlineRow): PairStatus | null {
	if (row.table !== 'needs' || row.kind === 'section') return null
	if (row.link?.table === 'has') {
		const [persona = ''] = row.link.key.split(':')
		return coverage.pairOf(persona, row.id)?.status ?? null
	}
	if (row.link !== null) return null
	const statuses = coverage.pairsOfNeed(row.id).map(({ status }) => status)
	return worstFirst.find((status) => statuses.includes(status)) ?? null
}

/** What the analysis says of a row in a few words, where that is no status. */
export function stateText(coverage: Coverage, row: OutlineRow): string {
	if (row.kind === 'section') return ''
	if (row.link === null && row.table === 'personas') {
		const indexes = coverage.personas.get(row.id)
		return indexes === undefined || indexes.pairs === 0 ? '' : m.map_served({ share: percentText(indexes.served) })
	}
	if (row.link === null && row.table === 'channels') {
		const ledger = coverage.ledgerOf(row.id)
		return ledger === undefined ? '' : verdictLabel[ledger.verdict]()
	}
	if (row.link?.table === 'prefers' && row.table === 'channels') {
		const [from = ''] = row.link.key.split(':')
		if (coverage.pairsOfNeed(from).length === 0) return ''
		return coverage.hasSupply(from, row.id) ? m.outline_offered() : m.outline_not_offered()
	}
	return ''
}
