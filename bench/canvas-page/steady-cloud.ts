import { layout, type CloudLayout, type CloudOptions } from '#lib/cloud/layout.ts'
import { seededStream } from '#lib/cloud/seeded-stream.ts'

/** What 300 updates of the seeded stream do to a wall of 150 words: means of one update, its time in milliseconds. */
export type Steadiness = {
	time: number
	movedPercent: number
	meanPixels: number
	thrown: number
	placedPercent: number
}

const options: CloudOptions = {
	width: 1920,
	height: 1080,
	limit: 150,
	font: 'sans-serif',
	weight: 600,
	smallest: 16,
	largest: 170,
	padding: 5,
	fill: 0.42,
	canvas: () => new OffscreenCanvas(1, 1)
}

/** Lays out a wall again and again, as its worker does, and tells how far the words moved. */
export function steadiness(updates: number): Steadiness {
	const stream = seededStream(20260302)
	// The first minute fills the counts; nobody looks yet.
	for (let second = 0; second < 60; second += 1) stream.next()
	let last: CloudLayout | null = null
	const sums = { time: 0, moved: 0, pixels: 0, thrown: 0, placed: 0, asked: 0 }
	for (let update = 0; update <= updates; update += 1) {
		const { value } = stream.next()
		const begin = performance.now()
		const next: CloudLayout = layout(value, last, options)
		if (last !== null) {
			sums.time += performance.now() - begin
			const before = new Map(last.placed.map(({ word, x, y }) => [word, { x, y }]))
			const ways = next.placed.flatMap(({ word, x, y }) => {
				const was = before.get(word)
				return was === undefined ? [] : [Math.hypot(x - was.x, y - was.y)]
			})
			sums.moved += ways.filter((way) => way > 0).length / ways.length
			sums.pixels += ways.reduce((sum, way) => sum + way, 0) / ways.length
			sums.thrown += ways.filter((way) => way > 100).length
		}
		sums.placed += next.placed.length
		sums.asked += next.placed.length + next.omitted.length
		last = next
	}
	return {
		time: sums.time / updates,
		movedPercent: (100 * sums.moved) / updates,
		meanPixels: sums.pixels / updates,
		thrown: sums.thrown / updates,
		placedPercent: (100 * sums.placed) / sums.asked
	}
}
