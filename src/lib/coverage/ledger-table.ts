import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import { verdicts, type LedgerRow, type Want } from '#lib/domain/coverage/ledger.ts'
import { byCodeUnit, linkKey, type Atlas } from '#lib/domain/model/atlas.ts'
import type { DeliveryStatus } from '#lib/domain/model/links.ts'

export const ledgerColumns = ['channel', 'verdict', 'wanted', 'done', 'effort'] as const
export type LedgerColumn = (typeof ledgerColumns)[number]
export type LedgerOrder = Readonly<{ by: LedgerColumn; descending: boolean }>

/** How many pairs want a channel with one rank, in all and by persona (most first). */
export type WantedAt = Readonly<{
	rank: number
	pairs: number
	personas: readonly Readonly<{ persona: string; pairs: number }>[]
}>

/** What is wanted on a channel, by rank. */
export function wantedByRank(wanted: readonly Want[]): WantedAt[] {
	const ranks = new Map<number, Map<string, number>>()
	for (const { rank, persona } of wanted) {
		const personas = ranks.get(rank) ?? new Map<string, number>()
		ranks.set(rank, personas.set(persona, (personas.get(persona) ?? 0) + 1))
	}
	return [...ranks]
		.sort(([left], [right]) => left - right)
		.map(([rank, personas]) => ({
			rank,
			pairs: [...personas.values()].reduce((sum, pairs) => sum + pairs, 0),
			personas: [...personas]
				.map(([persona, pairs]) => ({ persona, pairs }))
				.sort((left, right) => right.pairs - left.pairs || byCodeUnit(left.persona, right.persona))
		}))
}

/** A product on a channel and how far it is. `counts`: whether it counts in the lens. */
export type Done = Readonly<{ product: string; status: DeliveryStatus; counts: boolean }>

/** All deliveries on every channel, by product; also those that count in the other lens only. */
export function doneByChannel(atlas: Atlas, coverage: Coverage): ReadonlyMap<string, readonly Done[]> {
	const done = new Map<string, Done[]>()
	for (const { product, channel, status } of atlas.delivers.values()) {
		const delivery = { product, status, counts: coverage.isDelivered(product, channel) }
		const list = done.get(channel)
		if (list === undefined) done.set(channel, [delivery])
		else list.push(delivery)
	}
	for (const list of done.values()) list.sort((left, right) => byCodeUnit(left.product, right.product))
	return done
}

/** How many of the pairs that want a channel first have no supply there. */
export function firstsMissed(coverage: Coverage, row: LedgerRow): { missed: number; firsts: number } {
	const firsts = row.wanted.filter(({ rank }) => rank === 1)
	const missed = firsts.filter(({ need }) => coverage.supply(need, row.channel).length === 0)
	return { missed: missed.length, firsts: firsts.length }
}

/** The ledger in an order that the user chose; equal rows stay in the order of their names. */
export function sortLedger(
	atlas: Atlas,
	ledger: readonly LedgerRow[],
	order: LedgerOrder,
	compare: (left: string, right: string) => number
): LedgerRow[] {
	const name = (row: LedgerRow) => atlas.channels.get(row.channel)?.name ?? row.channel
	const effort = (row: LedgerRow) => atlas.channels.get(row.channel)?.effort ?? 0
	const byColumn: Readonly<Record<LedgerColumn, (left: LedgerRow, right: LedgerRow) => number>> = {
		channel: () => 0,
		verdict: (left, right) => verdicts.indexOf(left.verdict) - verdicts.indexOf(right.verdict),
		wanted: (left, right) => left.wanted.length - right.wanted.length,
		done: (left, right) => left.products.length - right.products.length,
		effort: (left, right) => effort(left) - effort(right)
	}
	const sign = order.descending ? -1 : 1
	return [...ledger].sort((left, right) => {
		const byName = compare(name(left), name(right)) || byCodeUnit(left.channel, right.channel)
		return order.by === 'channel' ? sign * byName : sign * byColumn[order.by](left, right) || byName
	})
}

/** The status of a product's delivery on a channel; null where it is not delivered there. */
export function statusOf(atlas: Atlas, product: string, channel: string): DeliveryStatus | null {
	return atlas.delivers.get(linkKey(product, channel))?.status ?? null
}
