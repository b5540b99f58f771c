import { expect, test } from 'vitest'
import { legibleWords, letterSize } from './legibility.ts'

const hall = { diagonal: 65, distance: 4, width: 1920, height: 1080 }

test('65 inches at 4 m want letters of 43 px and hold about 80 words', () => {
	expect(letterSize(hall)).toBe(43)
	expect(legibleWords(hall)).toBe(80)
})

test('a screen with twice the pixels shows the same picture', () => {
	const fine = { ...hall, width: 3840, height: 2160 }
	expect(letterSize(fine)).toBe(86)
	expect(legibleWords(fine)).toBe(legibleWords(hall))
})

test('who stands farther away reads fewer and larger words, within bounds', () => {
	expect(legibleWords({ ...hall, distance: 5 })).toBe(51)
	expect(legibleWords({ ...hall, distance: 1 })).toBe(120)
	expect(letterSize({ ...hall, distance: 40 })).toBe(59)
	expect(letterSize({ ...hall, distance: 0.5 })).toBe(13)
})

test('a wall that stands upright asks for the same letters', () => {
	expect(letterSize({ ...hall, width: 1080, height: 1920 })).toBe(43)
})
