import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { linkKey, type Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import { closureOf } from './closure.ts'

const atlas = veldhaven()

function closed(after: Atlas, finding: FindingReference) {
	return closureOf(after, coverage(after, 'today'), finding)
}

function without(table: 'personas' | 'has' | 'delivers' | 'channels', key: string): Atlas {
	return { ...atlas, [table]: new Map<string, unknown>([...atlas[table]].filter(([one]) => one !== key)) }
}

const offChannel: FindingReference = { kind: 'off-channel', persona: 'P1', need: 'N2' }

test('a need that is served now says by which product and where', () => {
	const delivers = new Map(atlas.delivers)
	delivers.set(linkKey('PR2', 'C6'), { product: 'PR2', channel: 'C6', status: 'live', evidence: '' })
	expect(closed({ ...atlas, delivers }, offChannel)).toEqual({ by: 'served', product: 'PR2', channel: 'C6', rank: 1 })
})

test('what is gone from the map is named', () => {
	expect(closed(without('personas', 'P1'), offChannel)).toEqual({ by: 'gone', id: 'P1' })
	expect(closed(without('has', linkKey('P1', 'N2')), offChannel)).toEqual({ by: 'unlinked' })
})

test('a pair that is found as something else says as what', () => {
	const noDelivery = { ...atlas, delivers: new Map([...atlas.delivers].filter(([, row]) => row.product !== 'PR2')) }
	expect(closed(noDelivery, offChannel)).toEqual({ by: 'other-finding', kind: 'undelivered' })
})

test('a redundancy is closed by the delivery that stopped, an orphan by who needs it', () => {
	const unasked: FindingReference = { kind: 'unasked-delivery', product: 'PR7', channel: 'C6' }
	expect(closed(without('delivers', linkKey('PR7', 'C6')), unasked)).toEqual({
		by: 'stopped',
		product: 'PR7',
		channel: 'C6'
	})
	const fulfils = new Map(atlas.fulfils)
	fulfils.set(linkKey('PR8', 'N2'), { product: 'PR8', need: 'N2', evidence: '' })
	expect(closed({ ...atlas, fulfils }, { kind: 'orphan-product', product: 'PR8' })).toEqual({
		by: 'needed',
		need: 'N2'
	})
})

test('a role that was not asked for and now is, is another finding', () => {
	expect(closed(atlas, { kind: 'unasked-role', persona: 'P1', role: 'reach' }).by).not.toBe('gone')
})
