import { emptyAtlas, linkKey, type Atlas } from '../model/atlas.ts'
import { channel } from '../model/channel.ts'
import { need } from '../model/need.ts'
import { persona } from '../model/persona.ts'
import { product } from '../model/product.ts'
import { value } from '../model/value.ts'
import type { ChangeContext } from './change.ts'

/** For tests: one persona with a value and a need, a product that answers it, delivered on the first of two channels. */
export function smallAtlas(): Atlas {
	return {
		...emptyAtlas({ id: 'W', name: 'Veldhaven', description: '' }),
		personas: new Map([['P', persona.parse({ id: 'P', name: 'Sanne' })]]),
		values: new Map([['V', value.parse({ id: 'V', name: 'fast' })]]),
		needs: new Map([['N', need.parse({ id: 'N', name: 'Report a theft', kind: 'product', stage: 'use' })]]),
		channels: new Map([
			['C', channel.parse({ id: 'C', name: 'App' })],
			['D', channel.parse({ id: 'D', name: 'Phone' })]
		]),
		products: new Map([['O', product.parse({ id: 'O', name: 'Claim form', kind: 'product' })]]),
		has: new Map([[linkKey('P', 'N'), { persona: 'P', need: 'N', importance: 5, evidence: '' }]]),
		prefers: new Map([[linkKey('P', 'C'), { from: 'P', channel: 'C', rank: 1, evidence: '' }]]),
		fulfils: new Map([[linkKey('O', 'N'), { product: 'O', need: 'N', evidence: '' }]]),
		delivers: new Map([[linkKey('O', 'C'), { product: 'O', channel: 'C', status: 'live', evidence: '' }]]),
		positions: new Map([['P', { x: 0, y: 0 }]]),
		sources: new Map([['S', { id: 'S', name: 'Reviews', kind: 'file', channel: 'C', settings: {} }]])
	}
}

/** For tests: a maker of ids X1, X2, … */
export function countingIds(): ChangeContext {
	let made = 0
	return { newId: () => `X${++made}` }
}
