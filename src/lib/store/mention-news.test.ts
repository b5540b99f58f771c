import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MentionNews } from './mention-news.ts'

let told: string[] = []
let news: MentionNews
beforeEach(() => {
	vi.useFakeTimers()
	told = []
	news = new MentionNews((atlas) => told.push(atlas))
})
afterEach(() => {
	news.close()
	vi.useRealTimers()
})

/** Batches of a load of which more is to come, a second apart. */
function load(batches: number): void {
	for (let batch = 0; batch < batches; batch += 1) {
		news.changed('A', true)
		vi.advanceTimersByTime(1000)
	}
}

test('single changes are told at once', () => {
	for (let change = 0; change < 5; change += 1) news.changed('A', false)
	expect(told).toHaveLength(5)
})

test('of a load the first batch is told, what came every ten seconds, and the last at once', () => {
	load(9)
	expect(told).toHaveLength(1)
	load(20)
	expect(told).toHaveLength(3)
	news.changed('A', false)
	expect(told).toHaveLength(4)
	vi.advanceTimersByTime(60_000)
	expect(told).toHaveLength(4)
	load(1)
	expect(told).toHaveLength(5)
})

test('what a load brought is told soon where its end never comes, and the next load does not wait for it', () => {
	load(3)
	vi.advanceTimersByTime(500)
	expect(told).toHaveLength(2)
	vi.advanceTimersByTime(60_000)
	expect(told).toHaveLength(2)
	load(1)
	vi.advanceTimersByTime(0)
	expect(told).toHaveLength(3)
})

test('loads of two atlases do not wait for each other', () => {
	load(2)
	news.changed('B', true)
	expect(told).toEqual(['A', 'B'])
	vi.advanceTimersByTime(10_000)
	expect(told).toEqual(['A', 'B', 'A'])
})
