import type { LedgerRow } from '../coverage/ledger.ts'
import type { Block, Cell, Deliverable } from './block.ts'
import { nameIn, section, textBlock, type DeliverableContext } from './context.ts'
import { sheet } from './sheet.ts'

/** What is wanted and what is done on each channel, with the verdict. */
export function ledgerSheet(context: DeliverableContext): Deliverable {
	return sheet('ledger', context, [section(context, 'ledger', ledgerBlocks(context))])
}

function ledgerBlocks({ atlas, coverage, words }: DeliverableContext): Block[] {
	if (coverage.ledger.length === 0) return textBlock(words.none.channels)
	const { column } = words
	const columns = [
		{ label: column.channel, share: 2.2 },
		{ label: column.verdict, share: 2.2 },
		{ label: column.wish, share: 2.6 },
		{ label: column.delivered, share: 4 }
	]
	const rows = coverage.ledger.map((row): Cell[] => [
		{ text: nameIn(atlas.channels, row.channel), strong: true },
		{ text: words.verdict[row.verdict] },
		{ text: wantedText(row) },
		{ text: words.list(row.products.map((product) => nameIn(atlas.products, product))) }
	])
	return [{ type: 'table', columns, rows }]

	function wantedText({ wanted }: LedgerRow): string {
		const first = wanted.filter(({ rank }) => rank === 1).length
		return wanted.length === 0 ? '' : words.wantedBy(first, wanted.length - first)
	}
}
