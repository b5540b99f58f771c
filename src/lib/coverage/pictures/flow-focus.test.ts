import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { flowOf } from '#lib/domain/pictures/flow.ts'
import { pngScale } from './export-picture.ts'
import { focusOn, placeAfter } from './flow-focus.ts'

const atlas = veldhaven()
const flow = flowOf(atlas, coverage(atlas, 'today'))

test('a place lights up its ways from end to end', () => {
	const focus = focusOn(flow, 'N12')
	expect([...focus.parts]).toEqual(['P4', 'N12', 'gap:products', 'P4>N12>unmet', 'N12>gap:products>unmet'])
	expect(focus.weight).toBe(3)
	const persona = focusOn(flow, 'P1')
	expect(persona.weight).toBeCloseTo(10)
	expect(persona.ways[0]?.weight).toBeGreaterThanOrEqual(persona.ways.at(-1)?.weight ?? 0)
})

test('the keyboard walks up and down a column and along the heaviest band', () => {
	expect(placeAfter(flow, flow.nodes, 'N12', 'ArrowRight')).toBe('gap:products')
	expect(placeAfter(flow, flow.nodes, 'N12', 'ArrowLeft')).toBe('P4')
	const [first, second] = flow.nodes
	expect(placeAfter(flow, flow.nodes, first?.id ?? '', 'ArrowDown')).toBe(second?.id)
	expect(placeAfter(flow, flow.nodes, first?.id ?? '', 'ArrowUp')).toBe(first?.id)
	expect(placeAfter(flow, flow.nodes, first?.id ?? '', 'ArrowLeft')).toBe(first?.id)
	expect(placeAfter(flow, flow.nodes, 'N12', 'a')).toBe(null)
})

test('a PNG is twice as large as the picture, or as large as a canvas can be', () => {
	expect(pngScale({ width: 1000, height: 800 })).toBe(2)
	expect(pngScale({ width: 3600, height: 34_000 }) * 34_000).toBeLessThanOrEqual(16_000)
})
