import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { LedgerRow } from '#lib/domain/coverage/ledger.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Tone } from '#lib/domain/pictures/picture.ts'
import type { TextTable } from '#lib/domain/pictures/table-picture.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { deliveryLabel, roleLabel, verdictLabel } from '#lib/wording/labels.ts'
import { listText, numberText } from '#lib/wording/list.ts'
import { wantedByRank, type Done } from '../ledger-table.ts'
import { verdictLook, verdictReason } from '../verdict-text.ts'
import { lensName } from './matrix-twin.ts'

const tones: Readonly<Record<'plain' | 'good' | 'warn' | 'bad', Tone>> = {
	plain: 'muted',
	good: 'good',
	warn: 'warn',
	bad: 'bad'
}

/** The ledger as a table to be drawn: verdict and reason, what is wanted, what is done, effort. */
export function ledgerTable(
	atlas: Atlas,
	coverage: Coverage,
	rows: readonly LedgerRow[],
	done: ReadonlyMap<string, readonly Done[]>
): TextTable {
	return {
		title: m.picture_titled({ title: m.coverage_ledger(), atlas: atlas.workspace.name, lens: lensName(coverage) }),
		description: m.picture_ledger_description({ count: rows.length }),
		columns: [
			{ title: m.coverage_ledger_channel(), width: 200 },
			{ title: m.coverage_ledger_verdict(), width: 320 },
			{ title: m.coverage_ledger_wanted(), width: 280 },
			{ title: m.coverage_ledger_done(), width: 280 },
			{ title: m.coverage_ledger_effort(), width: 80, end: true }
		],
		rows: rows.map((row) => {
			const channel = atlas.channels.get(row.channel)
			const roles = (channel?.roles ?? []).map((role) => roleLabel[role]()).join(' · ')
			return [
				{ text: roles === '' ? nameOf(atlas, row.channel) : `${nameOf(atlas, row.channel)}\n${roles}`, bold: true },
				{
					text: `${verdictLabel[row.verdict]()}\n${verdictReason(coverage, row)}`,
					tone: tones[toneOf(row)]
				},
				{ text: wantedText(atlas, row) },
				{ text: doneText(atlas, done.get(row.channel) ?? []) },
				{ text: numberText(channel?.effort ?? 0, 1) }
			]
		})
	}
}

function toneOf({ verdict }: LedgerRow): keyof typeof tones {
	return verdictLook[verdict].tone
}

function wantedText(atlas: Atlas, row: LedgerRow): string {
	const ranks = wantedByRank(row.wanted).map(
		({ rank, personas }) =>
			`${m.coverage_ledger_choice({ rank })}: ${listText(personas.map(({ persona }) => nameOf(atlas, persona)))}`
	)
	return ranks.length === 0 ? m.coverage_ledger_nobody() : ranks.join('\n')
}

function doneText(atlas: Atlas, done: readonly Done[]): string {
	if (done.length === 0) return m.coverage_ledger_nothing()
	return done
		.map(({ product, status }) => {
			return status === 'live' ? nameOf(atlas, product) : `${nameOf(atlas, product)} · ${deliveryLabel[status]()}`
		})
		.join('\n')
}
