import { expect, test } from 'vitest'
import { boardFor } from './board.ts'

test.each([
	[1920, 1080, 1920, 1080],
	[3840, 2160, 1920, 1080],
	[1024, 768, 1664, 1248],
	[1080, 1920, 1088, 1934]
])('a place of %d × %d has a board of %d × %d', (width, height, boardWidth, boardHeight) => {
	expect(boardFor(width, height)).toEqual({ width: boardWidth, height: boardHeight })
})

test('a place without height has a board all the same', () => {
	expect(boardFor(300, 0).width % 32).toBe(0)
})
