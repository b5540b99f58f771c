import { describe, expect, it } from 'vitest'
import { columnsOf } from './columns.ts'
import { boxWidth, headHeight, rowHeight, rowsInView, scrollTo, tracksOf } from './geometry.ts'

describe('geometry', () => {
	it('puts the columns side by side after the box', () => {
		const tracks = tracksOf(columnsOf('personas'), 0)
		expect(tracks[0]).toEqual({ left: 0, width: boxWidth })
		tracks.slice(1).forEach((track, index) => {
			const before = tracks[index]
			expect(track.left).toBe((before?.left ?? 0) + (before?.width ?? 0))
		})
	})

	it('fills the room there is and never shrinks below what is legible', () => {
		const end = (room: number) => {
			const last = tracksOf(columnsOf('has'), room).at(-1)
			return (last?.left ?? 0) + (last?.width ?? 0)
		}
		expect(end(1600)).toBeGreaterThan(1590)
		expect(end(1600)).toBeLessThanOrEqual(1600)
		expect(end(100)).toBe(end(0))
	})

	it('draws the rows in view and a few beside them, however many there are', () => {
		expect(rowsInView(0, 360, 5000)).toEqual({ first: 0, last: 16 })
		expect(rowsInView(100 * rowHeight, 360, 5000)).toEqual({ first: 94, last: 116 })
		expect(rowsInView(1_000_000, 360, 20)).toEqual({ first: 20, last: 20 })
		expect(rowsInView(0, 360, 0)).toEqual({ first: 0, last: 0 })
	})

	it('scrolls no further than needed to show a cell', () => {
		const view = { left: 0, top: 0, width: 800, height: headHeight + 10 * rowHeight }
		expect(scrollTo(3, { left: 300, width: 100 }, 200, view)).toEqual({ left: 0, top: 0 })
		expect(scrollTo(10, { left: 300, width: 100 }, 200, view)).toEqual({ left: 0, top: rowHeight })
		expect(scrollTo(0, { left: 1000, width: 100 }, 200, view)).toEqual({ left: 300, top: 0 })
		expect(scrollTo(0, { left: 250, width: 100 }, 200, { ...view, left: 300 })).toEqual({ left: 50, top: 0 })
		expect(scrollTo(-1, { left: 300, width: 100 }, 200, { ...view, top: 500 })).toEqual({ left: 0, top: 500 })
	})
})
