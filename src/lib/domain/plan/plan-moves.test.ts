import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { planMoves, startPoint } from './plan-moves.ts'

const of = (key: string) => {
	const [product = '', channel = ''] = key.split('→')
	return { product, channel }
}

test('moves come by gain per effort on top of those before, stops at no loss first and stops at a loss last', () => {
	const atlas = veldhaven()
	const lens = coverage(atlas, 'plan')
	const changes = {
		deliver: ['PR2→C3', 'PR2→C2', 'PR3→C2', 'PR9→C9'].map(of),
		stop: ['PR8→C4', 'PR1→C8', 'PR2→C1', 'PR3→C1'].map(of)
	}
	const moves = planMoves(atlas, lens, changes)
	expect(moves.map((move) => `${move.do} ${move.product}→${move.channel} ${move.gain}`)).toEqual([
		'stop PR8→C4 0',
		'stop PR2→C1 0',
		'deliver PR9→C9 2',
		'deliver PR2→C2 1.5',
		'deliver PR2→C3 1',
		'stop PR3→C1 0',
		'deliver PR3→C2 0',
		'stop PR1→C8 -2.5'
	])
})

test('each move says whom it serves on which choice, and where the plan then stands', () => {
	const atlas = veldhaven()
	const lens = coverage(atlas, 'plan')
	expect(startPoint(lens)).toEqual({ effort: 0, value: 18.5, served: 21, firstChoice: 16 })
	const [first, second] = planMoves(atlas, lens, { deliver: [of('PR9→C9'), of('PR2→C2')], stop: [] })
	expect(first).toEqual({
		...{ do: 'deliver', product: 'PR9', channel: 'C9', effort: 1, gain: 2 },
		effects: [{ persona: 'P4', need: 'N13', from: null, to: 1 }],
		after: { effort: 1, value: 20.5, served: 23, firstChoice: 18 }
	})
	expect(second?.effects).toEqual([{ persona: 'P2', need: 'N5', from: 2, to: 1 }])
	expect(second?.after).toEqual({ effort: 2, value: 22, served: 23, firstChoice: 21 })
})
