import { expect, test } from 'vitest'
import { largeAtlas } from '#lib/coverage/large-atlas.ts'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { emptyAtlas } from '../model/atlas.ts'
import { layoutFlow } from './flow-layout.ts'
import { flowPicture, type FlowTexts } from './flow-picture.ts'
import { flowOf, flowPaths, usualLimits } from './flow.ts'
import { svgText } from './svg-text.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')

const texts: FlowTexts = {
	title: 'Flow',
	description: 'Who gets what where',
	columns: { personas: 'Personas', needs: 'Needs', products: 'Products', channels: 'Channels' },
	nameOf: (node) => node.id,
	weightOf: String,
	statuses: {
		first: 'first',
		second: 'second',
		off: 'off',
		undelivered: 'undelivered',
		unmet: 'unmet',
		unknown: 'unknown'
	}
}

test('the ways of all pairs carry the whole weight, served ones on their best channel', () => {
	const paths = flowPaths(covered)
	expect(paths.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(31)
	const first = paths.filter(({ status }) => status === 'first')
	expect(first.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(16)
	for (const { need, channel, status, persona } of paths) {
		const pair = covered.pairOf(persona, need)
		if (status === 'first') expect(pair?.preferred.find((want) => want.channel === channel)?.rank).toBe(1)
		if (status === 'off') expect(pair?.preferred.some((want) => want.channel === channel)).toBe(false)
	}
})

test('what is missing ends open: no product, or nowhere delivered', () => {
	const flow = flowOf(atlas, covered)
	const gaps = flow.nodes.filter(({ kind }) => kind === 'gap')
	expect(gaps.map(({ id }) => id)).toEqual(['gap:products', 'gap:channels'])
	expect(flow.ways.find(({ path }) => path.need === 'N12')?.nodes).toEqual(['P4', 'N12', 'gap:products'])
	expect(flow.ways.find(({ path }) => path.need === 'N13')?.nodes.at(-1)).toBe('gap:channels')
})

test('what flows into a place flows out of it', () => {
	const flow = flowOf(atlas, covered)
	for (const node of flow.nodes) {
		const into = flow.links.filter(({ to }) => to === node.id).reduce((sum, { weight }) => sum + weight, 0)
		const out = flow.links.filter(({ from }) => from === node.id).reduce((sum, { weight }) => sum + weight, 0)
		if (node.column !== 'personas') expect(into).toBeCloseTo(node.weight)
		if (node.column !== 'channels' && node.kind !== 'gap') expect(out).toBeCloseTo(node.weight)
	}
})

test('a large atlas shows the heaviest, and the others as one', () => {
	const large = largeAtlas(1000)
	const flow = flowOf(large, coverage(large, 'today'))
	const needs = flow.nodes.filter(({ column }) => column === 'needs')
	expect(needs).toHaveLength(usualLimits.needs + 1)
	expect(needs.at(-1)).toMatchObject({ kind: 'others' })
	expect(needs.at(-1)?.members).toHaveLength(1000 - usualLimits.needs)
	expect(flow.links.length).toBeLessThan(1500)
})

test('places stand in their columns, within the picture, and do not overlap', () => {
	const layout = layoutFlow(flowOf(atlas, covered), 1000, 180)
	for (const { x, y, width, height } of layout.nodes) {
		expect(x).toBeGreaterThanOrEqual(0)
		expect(x + width).toBeLessThanOrEqual(1000)
		expect(y + height).toBeLessThanOrEqual(layout.height)
	}
	for (const one of layout.nodes) {
		for (const other of layout.nodes) {
			if (one === other || one.x !== other.x) continue
			expect(one.y + one.height <= other.y + 0.01 || other.y + other.height <= one.y + 0.01).toBe(true)
		}
	}
	expect(new Set(layout.nodes.map(({ x }) => x)).size).toBe(4)
})

test('the picture is the same each time, holds all names as text, and no number is broken', () => {
	const picture = flowPicture(flowOf(atlas, covered), texts)
	const svg = svgText(picture)
	expect(svg).toBe(svgText(flowPicture(flowOf(atlas, covered), texts)))
	for (const id of ['P1', 'N12', 'PR2', 'C1']) expect(svg).toContain(`>${id}</text>`)
	expect(svg).not.toMatch(/NaN|Infinity|undefined/)
	expect(picture.shapes.filter(({ part }) => part === 'P1').length).toBeGreaterThan(1)
})

test('an empty atlas gives an empty picture', () => {
	const empty = emptyAtlas({ id: 'e', name: 'e', description: '' })
	const picture = flowPicture(flowOf(empty, coverage(empty, 'today')), texts)
	expect(svgText(picture)).not.toMatch(/NaN|<path/)
})
