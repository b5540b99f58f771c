import cloud from 'd3-cloud'
import { expect, test } from 'vitest'
import { layout } from './layout.ts'
import type { CloudLayout, CloudOptions } from './layout.ts'
import { seededStream } from './seeded-stream.ts'

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

test('d3-cloud asks for x, y and a direction of each word in order of size, the direction after a call of spiral', () => {
	const asked: string[] = []
	const sizes = [20, 60, 40]
	cloud<{ size: number }>()
		.size([640, 480])
		.canvas((() => new OffscreenCanvas(1, 1)) as unknown as () => HTMLCanvasElement)
		.words(sizes.map((size) => ({ size })))
		.text((word) => {
			const size = word.size
			return `word${size}`
		})
		.fontSize((word) => word.size)
		.rotate(0)
		.random(() => {
			asked.push('random')
			return 0.5
		})
		.spiral((size) => {
			asked.push('spiral')
			return (t) => [(size[0] / size[1]) * t * 0.1 * Math.cos(t * 0.1), t * 0.1 * Math.sin(t * 0.1)]
		})
		.on('word', (word) => asked.push(String(word.size)))
		.start()
	const ofOne = ['random', 'random', 'spiral', 'random']
	expect(asked).toEqual([...ofOne, '60', ...ofOne, '40', ...ofOne, '20'])
})

/** Pixels that two words both paint. */
function overlap({ placed, width, height }: CloudLayout, masks: Map<string, Mask>): number {
	const board = new Uint8Array(width * height)
	let twice = 0
	for (const { word, x, y, size, width: wide } of placed) {
		const mask = maskOf(word, size, masks)
		const left = x - Math.floor(wide / 2) - mask.margin
		const top = y - mask.baseline
		for (const pixel of mask.ink) {
			const px = left + (pixel % mask.width)
			const py = top + Math.floor(pixel / mask.width)
			if (px < 0 || py < 0 || px >= width || py >= height) continue
			const at = py * width + px
			if (board[at] === 1) twice += 1
			board[at] = 1
		}
	}
	return twice
}

type Mask = { width: number; baseline: number; margin: number; ink: number[] }

function maskOf(word: string, size: number, masks: Map<string, Mask>): Mask {
	const key = `${size} ${word}`
	const before = masks.get(key)
	if (before) return before
	const margin = 4
	const canvas = new OffscreenCanvas(1, 1)
	const context = canvas.getContext('2d', { willReadFrequently: true })
	if (!context) throw new Error('no canvas')
	const font = `normal ${options.weight} ${size}px ${options.font}`
	context.font = font
	canvas.width = Math.ceil(context.measureText(word).width) + 2 * margin
	canvas.height = Math.ceil(size * 1.6)
	context.font = font
	const baseline = Math.ceil(size * 1.15)
	context.fillText(word, margin, baseline)
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
	const ink: number[] = []
	for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 96) ink.push(at / 4)
	const mask = { width: canvas.width, baseline, margin, ink }
	masks.set(key, mask)
	return mask
}

test('over 300 updates of the seeded stream words keep their places, all are placed and none overlap', () => {
	const seed = 20260302
	const stream = seededStream(seed)
	const masks = new Map<string, Mask>()
	let cloudNow: CloudLayout | null = null
	let [shares, distances, thrown, shown, unplaced, overlapping, updates] = [0, 0, 0, 0, 0, 0, 0]
	// The first minute fills the counts; nobody looks yet.
	for (let second = 0; second < 60; second += 1) stream.next()
	for (const ranked of stream) {
		const next: CloudLayout = layout(ranked, cloudNow, options)
		if (cloudNow !== null) {
			const before = new Map<string, { x: number; y: number }>(cloudNow.placed.map((word) => [word.word, word]))
			const moves = next.placed.flatMap((word) => {
				const was = before.get(word.word)
				return was ? [Math.hypot(word.x - was.x, word.y - was.y)] : []
			})
			shares += moves.filter((move) => move > 0).length / Math.max(1, moves.length)
			distances += moves.reduce((sum, move) => sum + move, 0) / Math.max(1, moves.length)
			thrown += moves.filter((move) => move > 100).length
			updates += 1
		}
		unplaced += next.omitted.length
		shown += next.placed.length
		overlapping += overlap(next, masks)
		cloudNow = next
		if (updates === 300) break
	}
	const figures = {
		seed,
		movedPercent: (100 * shares) / updates,
		meanPixels: distances / updates,
		thrownWords: thrown / updates,
		shown: shown / (updates + 1),
		unplaced,
		overlapping
	}
	console.info(JSON.stringify(figures))
	expect(figures.movedPercent).toBeLessThanOrEqual(6)
	expect(figures.meanPixels).toBeLessThanOrEqual(3)
	expect(figures.thrownWords).toBeLessThanOrEqual(1.5)
	expect(figures.shown).toBeGreaterThan(120)
	expect(unplaced).toBe(0)
	expect(overlapping).toBe(0)
}, 300_000)

test('the same words give the same picture', () => {
	const words = Array.from({ length: 60 }, (_, at) => ({ word: `word${at}`, mentions: 60 - at }))
	expect(layout(words, null, options)).toEqual(layout(words, null, options))
})

test('nothing is laid out anew when nothing changed', () => {
	const words = Array.from({ length: 40 }, (_, at) => ({ word: `word${at}`, mentions: 40 - at }))
	const first = layout(words, null, options)
	let asked = 0
	const again = layout(words, first, {
		...options,
		canvas: () => {
			asked += 1
			return new OffscreenCanvas(1, 1)
		}
	})
	expect(new Map(again.placed.map((word) => [word.word, word]))).toEqual(
		new Map(first.placed.map((word) => [word.word, word]))
	)
	expect(asked).toBe(1)
})

test('words that are too many shrink until all have room, and those that find none are told', () => {
	const words = Array.from({ length: 120 }, (_, at) => ({ word: `a rather long saying number ${at}`, mentions: 5 }))
	const roomy = layout(words, null, { ...options, fill: 0.9, limit: 120, smallest: 8 })
	expect(roomy.placed.length).toBe(120)
	const narrow = layout(words, null, { ...options, width: 320, height: 200, limit: 120, smallest: 16 })
	expect(narrow.omitted.length).toBeGreaterThan(0)
	expect(narrow.placed.length + narrow.omitted.length).toBe(120)
})

test('a board of another shape keeps the words in their corners', () => {
	const words = Array.from({ length: 30 }, (_, at) => ({ word: `word${at}`, mentions: 30 - at }))
	const wide = layout(words, null, options)
	const tall = layout(words, wide, { ...options, width: 1088, height: 1920 })
	expect(tall.placed.length).toBe(30)
	for (const { x, y } of tall.placed) {
		expect(x).toBeLessThan(1088)
		expect(y).toBeLessThan(1920)
	}
})
