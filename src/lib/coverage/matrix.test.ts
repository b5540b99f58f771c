import { expect, test } from 'vitest'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { byCodeUnit, emptyAtlas } from '#lib/domain/model/atlas.ts'
import { largeAtlas } from './large-atlas.ts'
import {
	cellsOf,
	columnGroups,
	markOf,
	matrixGroupings,
	matrixRows,
	placeAfter,
	preferenceSource,
	scrollToShow,
	windowOf
} from './matrix.ts'

const atlas = veldhaven()
const covered = coverage(atlas, 'today')
const rows = matrixRows(atlas, covered)

function cellAt(need: string, channel: string) {
	const row = rows.find((one) => one.type === 'need' && one.need === need)
	if (row?.type !== 'need') throw new Error(`no row ${need}`)
	const [cell] = cellsOf(atlas, covered, row, [channel])
	if (cell === undefined) throw new Error('no cell')
	return cell
}

test('columns stand under the first of their roles, each once', () => {
	const groups = columnGroups(atlas, byCodeUnit)
	expect(groups.map(({ role }) => role)).toEqual(['reach', 'depth', 'relationship'])
	expect(groups[0]?.channels).toEqual(['C8', 'C7', 'C6', 'C9'])
	expect(groups.flatMap(({ channels }) => channels).sort(byCodeUnit)).toEqual(
		[...atlas.channels.keys()].sort(byCodeUnit)
	)
})

test('rows are personas with their needs on the way from discover to share', () => {
	expect(rows[0]).toEqual({ type: 'heading', group: 'P1', needs: 4 })
	expect(rows.filter(({ type }) => type === 'need')).toHaveLength(13)
	expect(rows[1]).toMatchObject({ type: 'need', persona: 'P1', need: 'N2' })
})

test('needs that nobody has stand at the end', () => {
	const alone = { ...atlas, has: new Map() }
	const lonely = matrixRows(alone, coverage(alone, 'today'))
	expect(lonely[0]).toEqual({ type: 'heading', group: null, needs: 13 })
	expect(lonely[1]).toMatchObject({ type: 'need', persona: null, pair: null })
	expect(matrixRows(emptyAtlas(atlas.workspace), coverage(emptyAtlas(atlas.workspace), 'today'))).toEqual([])
})

test('a cell tells wanted and served, wanted and missed, and served without being wanted apart', () => {
	expect(cellAt('N1', 'C8')).toEqual({ channel: 'C8', rank: 1, supply: ['PR1'], waiting: 0 })
	expect(markOf(cellAt('N1', 'C8'))).toBe('served')
	expect(markOf(cellAt('N2', 'C6'))).toBe('missed')
	expect(markOf(cellAt('N2', 'C1'))).toBe('extra')
	expect(markOf(cellAt('N2', 'C10'))).toBe('empty')
})

test('a delivery that counts in the other lens only waits', () => {
	expect(cellAt('N13', 'C1')).toMatchObject({ supply: [], waiting: 1 })
})

test('preferences are the need’s own, or the persona’s, or nobody’s', () => {
	expect(preferenceSource(atlas, 'P1', 'N1')).toBe('need')
	const general = new Map([['P1:C1', { from: 'P1', channel: 'C1', rank: 1, evidence: '' }]])
	expect(preferenceSource({ ...atlas, prefers: general }, 'P1', 'N1')).toBe('persona')
	expect(preferenceSource({ ...atlas, prefers: new Map() }, 'P1', 'N1')).toBe(null)
})

test('only the rows in view and a few beyond are drawn', () => {
	expect(windowOf(0, 400, 40, 1000, 5)).toEqual({ from: 0, to: 15 })
	expect(windowOf(4000, 400, 40, 1000, 5)).toEqual({ from: 95, to: 115 })
	expect(windowOf(39_800, 400, 40, 1000, 5)).toEqual({ from: 990, to: 1000 })
	expect(windowOf(90_000, 400, 40, 3, 5)).toEqual({ from: 0, to: 3 })
	expect(windowOf(0, 400, 40, 0)).toEqual({ from: 0, to: 0 })
})

test('scrolling moves as little as shows the whole', () => {
	expect(scrollToShow(100, 400, 120, 160)).toBe(100)
	expect(scrollToShow(100, 400, 60, 100)).toBe(60)
	expect(scrollToShow(100, 400, 480, 520)).toBe(120)
	expect(scrollToShow(0, 30, 480, 520)).toBe(480)
})

test('keys lead from cell to cell and pass over headings', () => {
	const after = (key: string, row: number, column: number, control = false) =>
		placeAfter(key, control, { row, column }, rows, 10, 8)
	expect(after('ArrowRight', 1, 0)).toEqual({ row: 1, column: 1 })
	expect(after('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 })
	expect(after('ArrowUp', 1, 3)).toEqual({ row: 1, column: 3 })
	expect(after('ArrowDown', 4, 3)).toEqual({ row: 6, column: 3 })
	expect(after('End', 1, 0)).toEqual({ row: 1, column: 9 })
	expect(after('End', 1, 0, true)).toEqual({ row: rows.length - 1, column: 9 })
	expect(after('Home', 9, 4, true)).toEqual({ row: 1, column: 0 })
	expect(after('PageDown', 1, 2)).toEqual({ row: 8, column: 2 })
	expect(after('x', 1, 2)).toBe(null)
})

test('a thousand needs make a thousand rows under their personas', () => {
	const large = largeAtlas(1000)
	const many = matrixRows(large, coverage(large, 'today'))
	expect(many.filter(({ type }) => type === 'need')).toHaveLength(1000)
	expect(many.filter(({ type }) => type === 'heading')).toHaveLength(20)
})

test('rows stand under personas, stages or roles, each pair once', () => {
	for (const by of matrixGroupings) {
		const grouped = matrixRows(atlas, covered, by)
		expect(grouped.filter(({ type }) => type === 'need')).toHaveLength(covered.pairs.length)
		for (const row of grouped) {
			if (row.type !== 'heading') continue
			expect(grouped.filter((one) => one.type === 'need' && one.group === row.group)).toHaveLength(row.needs)
		}
	}
	const headings = matrixRows(atlas, covered, 'role').flatMap((row) => (row.type === 'heading' ? [row.group] : []))
	expect(headings).toEqual(['reach', 'depth', 'relationship'])
})
