import { nameOf } from '../changes/subject.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Finding } from '../findings/finding.ts'
import type { Atlas } from '../model/atlas.ts'
import { writeList } from './list-cell.ts'
import type { TableCells } from './table-cells.ts'

/** The analysis of an atlas in one lens; `sentence` says a finding in the user's language. */
export type Analysis = Readonly<{
	coverage: Coverage
	findings: readonly Finding[]
	sentence: (finding: Finding) => string
}>

/** The findings as a table: one row each, in the order of the lists, the lens in the first column. Ids with the names beside them. */
export function findingCells(atlas: Atlas, analyses: readonly Analysis[]): TableCells {
	const named = (id: string | undefined) => [id ?? null, id === undefined ? null : nameOf(atlas, id)]
	const list = (ids: readonly string[] | undefined) => (ids === undefined ? null : writeList(ids))
	return {
		columns: [
			...['lens', 'kind', 'priority', 'sentence', 'persona', 'persona_name', 'need', 'need_name', 'role'],
			...['product', 'product_name', 'products', 'channel', 'channel_name', 'needs']
		],
		rows: analyses.flatMap(({ coverage, findings, sentence }) =>
			findings.map((finding) => [
				coverage.lens,
				finding.kind,
				finding.priority,
				sentence(finding),
				...named(finding.persona),
				...named(finding.need),
				finding.role ?? null,
				...named(finding.product),
				list(finding.products),
				...named(finding.channel),
				list(finding.needs)
			])
		)
	}
}

/** The ledger as a table: one row for a channel in a lens. `wanted`: how many pairs want it, and how many of them first. */
export function ledgerCells(atlas: Atlas, analyses: readonly Analysis[]): TableCells {
	return {
		columns: ['lens', 'channel', 'channel_name', 'verdict', 'wanted', 'wanted_first', 'deliveries', 'products'],
		rows: analyses.flatMap(({ coverage }) =>
			coverage.ledger.map(({ channel, verdict, wanted, products }) => [
				coverage.lens,
				channel,
				nameOf(atlas, channel),
				verdict,
				wanted.length,
				wanted.filter(({ rank }) => rank === 1).length,
				products.length,
				writeList(products.map((id) => nameOf(atlas, id)))
			])
		)
	}
}
