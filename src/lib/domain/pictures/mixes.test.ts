import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { findings } from '../findings/index.ts'
import { barsPicture, type Bars } from './bars-picture.ts'
import { gridPicture, type Grid, type GridCell } from './grid-picture.ts'
import { mediaMixes, mediaParts } from './media.ts'
import { roleCells } from './roles.ts'
import { stageCells } from './stages.ts'
import { svgText } from './svg-text.ts'
import { tablePicture } from './table-picture.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')

test('roles by personas agree with the findings about roles', () => {
	const found = findings(atlas, covered)
	for (const { persona, role, state, wanting, served } of roleCells(atlas, covered)) {
		const isFound = (kind: string) =>
			found.some((one) => one.kind === kind && one.persona === persona && one.role === role)
		expect(state === 'missing').toBe(isFound('missing-role'))
		expect(state === 'unasked').toBe(isFound('unasked-role'))
		expect(served).toBeLessThanOrEqual(wanting)
	}
	expect(roleCells(atlas, covered)).toHaveLength(12)
})

test('stages by channels count every wish once', () => {
	const cells = stageCells(atlas, covered)
	expect(cells).toHaveLength(50)
	const pairs = cells.reduce((sum, cell) => sum + cell.pairs, 0)
	expect(pairs).toBe(covered.pairs.reduce((sum, { preferred }) => sum + preferred.length, 0))
	for (const cell of cells) expect(cell.served).toBeLessThanOrEqual(cell.wanted)
})

test('each persona wants and gets her whole weight, and what she does not get is nowhere', () => {
	const mixes = mediaMixes(atlas, covered)
	expect(mixes.reduce((sum, { weight }) => sum + weight, 0)).toBe(31)
	for (const { wants, gets, weight } of mixes) {
		const sumOf = (mix: typeof wants) => mediaParts.reduce((sum, part) => sum + mix[part], 0)
		expect(sumOf(wants)).toBeCloseTo(weight)
		expect(sumOf(gets)).toBeCloseTo(weight)
		expect(wants.nowhere).toBe(0)
	}
	expect(mixes.reduce((sum, { gets }) => sum + gets.nowhere, 0)).toBeCloseTo(10)
})

const cell: GridCell = { mark: 'disc', tone: 'status-first', short: '1', words: 'choice 1, offered' }
const grid: Grid = {
	title: 'Needs by channels',
	description: '',
	corner: 'Needs',
	groups: [{ title: 'Reach', columns: 2 }],
	columns: ['Website', 'A channel with a very long name that takes lines'],
	rows: [
		{ heading: 'Sanne' },
		{ head: 'Report a theft', note: 'Use', tone: 'status-first', cells: [cell, { ...cell, mark: 'ring' }] },
		{
			head: '了解租房者是否需要保险',
			cells: [
				{ ...cell, mark: 'bar', share: 0.5 },
				{ ...cell, mark: 'dot' }
			]
		}
	],
	legend: [{ cell, text: 'wanted and offered' }]
}

test('a grid is drawn with all its marks, and nothing lies outside', () => {
	const picture = gridPicture(grid)
	const svg = svgText(picture)
	expect(svg).toContain('>Report a theft</text>')
	expect(svg).toContain('stroke-dasharray')
	expect(svg).not.toMatch(/NaN|undefined/)
	for (const shape of picture.shapes) {
		if (!('x' in shape)) continue
		expect(shape.x).toBeGreaterThanOrEqual(0)
		expect(shape.x).toBeLessThanOrEqual(picture.width)
		expect(shape.y).toBeLessThanOrEqual(picture.height)
	}
})

test('bars share their length by weight, and what is missing is an outline', () => {
	const bars: Bars = {
		title: 'Media',
		description: '',
		groups: [
			{
				head: 'Sanne',
				bars: [
					{
						head: 'gets',
						parts: [
							{ key: 'paid', value: 1, tone: 'product', name: 'Paid', text: '25 %' },
							{ key: 'nowhere', value: 3, tone: 'bad', name: 'Not served', text: '75 %', open: true }
						]
					}
				]
			}
		]
	}
	const rects = barsPicture(bars).shapes.flatMap((shape) => (shape.type === 'rect' && shape.height > 12 ? [shape] : []))
	expect(rects).toHaveLength(2)
	expect((rects[1]?.width ?? 0) / (rects[0]?.width ?? 1)).toBeCloseTo(3, 1)
	expect(rects[1]).toMatchObject({ dashed: true })
	expect(svgText(barsPicture({ ...bars, groups: [] }))).not.toMatch(/NaN/)
})

test('a table of text breaks its lines and makes room for them', () => {
	const columns = [
		{ title: 'Channel', width: 100 },
		{ title: 'Effort', width: 60, end: true }
	]
	const one = tablePicture({ title: 'Ledger', description: '', columns, rows: [[{ text: 'App' }, { text: '1' }]] })
	const two = tablePicture({
		title: 'Ledger',
		description: '',
		columns,
		rows: [[{ text: 'A name that takes more lines' }, { text: '1' }]]
	})
	expect(two.height).toBeGreaterThan(one.height)
	expect(svgText(one)).toContain('text-anchor="end"')
})
