import cloud from 'd3-cloud'
import { members, prominence, rungFor, sizeOfRung } from '#lib/domain/words/cloud-policy.ts'
import type { CloudWord } from '#lib/domain/words/cloud-policy.ts'
import { markShare } from './mark-share.ts'

/** A word with its place on the board: `x` its middle, `y` its baseline, in board pixels from the top left; `width` that of the word and its mark at `size`. */
export type PlacedWord = {
	readonly word: string
	readonly x: number
	readonly y: number
	readonly size: number
	readonly width: number
	readonly rung: number
}

/** A cloud as it stands; hand it back with the next words so that they keep their places. */
export type CloudLayout = {
	readonly width: number
	readonly height: number
	/** The size of a word of one mention, before rungs; frozen while the text's area stays near what is wanted. */
	readonly scale: number
	readonly placed: readonly PlacedWord[]
	/** Words that should have been shown and found no room, even after shrinking. */
	readonly omitted: readonly string[]
}

export type CloudOptions = {
	/** The board, in pixels; the width a multiple of 32 (the layout's bit mask has 32 pixels a word). */
	readonly width: number
	readonly height: number
	/** How many words are wanted. */
	readonly limit: number
	/** A CSS font family list and weight, loaded where this runs. */
	readonly font: string
	readonly weight: number
	/** Sizes on the board, in pixels. */
	readonly smallest: number
	readonly largest: number
	/** Space kept free round a word, in pixels. */
	readonly padding: number
	/** The share of the board that the words' boxes are to cover. */
	readonly fill: number
	readonly canvas: () => OffscreenCanvas
}

/** Above this share of the board words find no room, the largest first; below it all do. */
export const defaultFill = 0.42
/** How far the covered area may wander before sizes are scaled anew: everything grows or shrinks then. */
const frozenWithin = 0.15
const shrink = 0.94
const mostTries = 12

/** A word's place among those to lay out. */
type Wanted = { word: string; mentions: number; size: number; rung: number; width: number; before: PlacedWord | null }

/**
 * Places words without overlap so that those which are there stay where they are. The same input gives the same output.
 * Built on d3-cloud 1.2.9, which asks `random` for x, y and a direction of each word in order of size: answered with the word's last place, it stays.
 * All words are placed if that is possible by shrinking; those which are not are listed in `omitted`.
 */
export function layout(ranked: readonly CloudWord[], previous: CloudLayout | null, options: CloudOptions): CloudLayout {
	const { width, height } = options
	const measure = measurer(options)
	const before = placesOn(previous, width, height)
	const chosen = members(ranked, new Set(before.keys()), options.limit)
	if (chosen.length === 0) return { width, height, scale: previous?.scale ?? 0, placed: [], omitted: [] }

	const wantedArea = options.fill * width * height
	let scale = previous?.scale ?? 0
	const area = scale > 0 ? areaOf(chosen, scale, measure) : 0
	const mayGrow = scale < scaleCap(chosen, options)
	if (area > wantedArea * (1 + frozenWithin) || (area < wantedArea * (1 - frozenWithin) && mayGrow) || scale === 0) {
		scale = scaleFor(chosen, wantedArea, measure, options)
	}
	for (let attempt = 1; ; attempt += 1) {
		const wanted = sized(chosen, scale, before, options, measure)
		if (unchanged(wanted, before)) return { width, height, scale, placed: [...before.values()], omitted: [] }
		const placed = placeAll(wanted, options)
		const atSmallest = wanted.every(({ size }) => size <= options.smallest)
		if (placed.length === wanted.length || attempt === mostTries || atSmallest) {
			const there = new Set(placed.map(({ word }) => word))
			return {
				width,
				height,
				scale,
				placed,
				omitted: wanted.filter(({ word }) => !there.has(word)).map(({ word }) => word)
			}
		}
		scale *= shrink
	}
}

/** The words of a layout by name, moved along when the board has another size. */
function placesOn(previous: CloudLayout | null, width: number, height: number): Map<string, PlacedWord> {
	if (!previous) return new Map()
	const [byX, byY] = [width / previous.width, height / previous.height]
	return new Map(
		previous.placed.map((word) => [
			word.word,
			byX === 1 && byY === 1 ? word : { ...word, x: Math.round(word.x * byX), y: Math.round(word.y * byY), rung: -1 }
		])
	)
}

type Measure = (word: string) => number

/** Widths of words with their mark, at one pixel of size. */
function measurer({ canvas, font, weight }: CloudOptions): Measure {
	const context = canvas().getContext('2d')
	if (!context) throw new Error('No canvas to measure words on')
	context.font = `normal ${weight} 100px ${font}`
	return (word) => context.measureText(word).width / 100 + markShare
}

/** The share of a line's height that a word's ink and its padding take, roughly. */
const lineShare = 1.05

function areaOf(words: readonly CloudWord[], scale: number, measure: Measure): number {
	let area = 0
	for (const { word, mentions } of words) area += measure(word) * lineShare * (scale * prominence(mentions)) ** 2
	return area
}

/** The scale at which the most frequent word has the largest size that is allowed, and fits the board. */
function scaleCap(words: readonly CloudWord[], options: CloudOptions): number {
	const most = words.reduce((top, { mentions }) => Math.max(top, mentions), 1)
	return options.largest / prominence(most)
}

function scaleFor(words: readonly CloudWord[], wantedArea: number, measure: Measure, options: CloudOptions): number {
	return Math.min(Math.sqrt(wantedArea / areaOf(words, 1, measure)), scaleCap(words, options))
}

function sized(
	words: readonly CloudWord[],
	scale: number,
	before: ReadonlyMap<string, PlacedWord>,
	options: CloudOptions,
	measure: Measure
): Wanted[] {
	const wanted = words.map(({ word, mentions }): Wanted => {
		const was = before.get(word) ?? null
		const broadest = (options.width * 0.9) / measure(word)
		const size = Math.max(options.smallest, Math.min(options.largest, broadest, scale * prominence(mentions)))
		const rung = rungFor(size, was !== null && was.rung >= 0 ? was.rung : null)
		const onRung = Math.max(options.smallest, sizeOfRung(rung))
		return { word, mentions, rung, size: onRung, width: measure(word) * onRung, before: was }
	})
	return wanted.sort(
		(left, right) => right.size - left.size || right.mentions - left.mentions || (left.word < right.word ? -1 : 1)
	)
}

/** Words that did not grow have their old place free whatever comes after them; then those that grew, then newcomers. Within each, the largest first. */
function calmRank({ before, size }: Wanted): number {
	return before === null ? 2 : size > before.size ? 1 : 0
}

/** Farther than this a word is thrown: people lose it from sight. */
const farThrow = 100

/**
 * Places the words calmly: those that need no more room first, so that nothing moves but what grew. Where that leaves a word without room, the largest
 * come first, as in a new cloud. A word that would be thrown far because it grew by one rung waits for its growth instead.
 */
function placeAll(wanted: readonly Wanted[], options: CloudOptions): PlacedWord[] {
	if (wanted.every(({ before }) => before === null)) return place(wanted, options)
	const calm = wanted.toSorted((left, right) => calmRank(left) - calmRank(right))
	const placed = place(calm, options)
	const places = new Map(placed.map((word) => [word.word, word]))
	const patient = calm.map((word): Wanted => {
		const now = places.get(word.word)
		const { before } = word
		if (!before || before.rung < 0 || calmRank(word) !== 1 || word.rung - before.rung > 1) return word
		if (now && Math.hypot(now.x - before.x, now.y - before.y) <= farThrow) return word
		return { ...word, size: before.size, rung: before.rung, width: before.width }
	})
	const waits = patient.some((word, at) => word !== calm[at])
	const second = waits
		? place(
				patient.toSorted((left, right) => calmRank(left) - calmRank(right)),
				options
			)
		: placed
	return second.length === wanted.length ? second : place(wanted, options)
}

function unchanged(wanted: readonly Wanted[], before: ReadonlyMap<string, PlacedWord>): boolean {
	return (
		wanted.length === before.size &&
		wanted.every(({ word, size }) => {
			const was = before.get(word)
			return was !== undefined && was.size === size && was.rung >= 0
		})
	)
}

/**
 * What d3-cloud reads and writes of a word. Fresh for every run: it keeps sprites on the objects it gets. It sorts by `size` before it asks its first
 * question; until then `size` answers with the word's turn, so that the order is ours and not that of the sizes.
 */
class Tag {
	readonly at: number
	readonly text: string
	x?: number
	y?: number
	x0?: number
	y0?: number
	x1?: number
	y1?: number
	readonly #sizes: { readonly sorting: boolean }
	readonly #turn: number
	readonly #size: number
	constructor(at: number, turn: number, { word, size }: Wanted, sizes: { readonly sorting: boolean }) {
		this.at = at
		this.text = word
		this.#turn = turn
		this.#size = size
		this.#sizes = sizes
	}
	get size(): number {
		return this.#sizes.sorting ? this.#turn : this.#size
	}
	// d3-cloud writes what its fontSize says; ours is fixed.
	set size(_: number) {}
}

function place(wanted: readonly Wanted[], options: CloudOptions): PlacedWord[] {
	const { width, height } = options
	const answers = placeKeeper(wanted, width, height)
	const keepsPlaces = wanted.some(({ before }) => before !== null)
	const sizes = { sorting: true }
	const tags = wanted.map((word, at) => new Tag(at, wanted.length - at, word, sizes))
	let result: Tag[] = []
	cloud<Tag>()
		.size([width, height])
		.words(tags)
		// The declared type knows DOM canvases only; d3-cloud needs no more than getContext, width and height.
		.canvas((() => paddedCanvas(options)) as unknown as () => HTMLCanvasElement)
		.text((tag) => tag.text)
		.font(options.font)
		.fontWeight(options.weight)
		.padding(options.padding)
		.rotate(0)
		.timeInterval(Infinity)
		.random(() => {
			sizes.sorting = false
			return answers.random()
		})
		.spiral(answers.spiral)
		.on('word', (tag) => {
			// d3-cloud takes a place only where it touches the hull of what is placed already, which would move words that lost a neighbour. So the first
			// word of a cloud that has places is said to fill the board; the hull is computed right after this event.
			if (!keepsPlaces || tag.at !== 0) return
			const { x = 0, y = 0 } = tag
			tag.x0 = -x
			tag.y0 = -y
			tag.x1 = width - x
			tag.y1 = height - y
		})
		.on('end', (placed) => {
			result = placed
		})
		.start()
	return result.flatMap(({ at, x = 0, y = 0 }) => {
		const word = wanted[at]
		if (!word) return []
		return [
			{
				word: word.word,
				x: x + (width >> 1),
				y: y + (height >> 1),
				size: word.size,
				width: word.width,
				rung: word.rung
			}
		]
	})
}

/**
 * A canvas on which every sprite keeps to its own cell. d3-cloud draws the words of a batch side by side in cells that are measured without their padding;
 * the padding of one then bleeds into the next, and the mask of a word depends on its neighbours there: words that stayed would seem to collide.
 * So widths are measured with the padding, and drawing is clipped to the cell: `width` by twice the size, the baseline in its middle.
 */
function paddedCanvas({ canvas, padding }: CloudOptions): OffscreenCanvas {
	const sheet = canvas()
	const context = sheet.getContext('2d', { willReadFrequently: true })
	if (!context) throw new Error('No canvas to lay words out on')
	const measureText = context.measureText.bind(context)
	const fillText = context.fillText.bind(context)
	const strokeText = context.strokeText.bind(context)
	let cell = 0
	let word = 0
	// d3-cloud writes one pixel larger than the size it reckons with.
	const sizeNow = () => Number.parseInt(/(\d+)px/.exec(context.font)?.[1] ?? '1', 10) - 1
	Object.defineProperties(context, {
		measureText: {
			value(text: string) {
				word = measureText(text).width
				const width = word + markShare * sizeNow() + 2 * padding
				cell = ((width + 1 + 0x1f) >> 5) << 5
				return { width }
			}
		},
		fillText: {
			value(text: string, x: number, y: number) {
				const size = sizeNow()
				context.beginPath()
				context.rect(-(cell >> 1), -size, cell, 2 * size)
				context.clip()
				fillText(text, x + padding, y)
				context.fillRect(x + padding + word, y - 0.75 * size, markShare * size, 0.45 * size)
			}
		},
		strokeText: { value: (text: string, x: number, y: number) => strokeText(text, x + padding, y) }
	})
	return sheet
}

/**
 * The answers to d3-cloud's questions. In 1.2.9 it asks for each word, in the order it sorted them: x, y, and, only if the word has a sprite, a direction, after a call of
 * `spiral`; a word without a sprite skips that, which is why `spiral` is watched. A place X is `(W · (r + ½)) >> 1` there, so r = (2X + ½) / W − ½.
 */
export function placeKeeper(
	wanted: readonly { readonly word: string; readonly before: { readonly x: number; readonly y: number } | null }[],
	width: number,
	height: number
): { random: () => number; spiral: (size: [number, number]) => (t: number) => [number, number] } {
	let at = 0
	let asked: 'x' | 'y' = 'x'
	let direction = false
	return {
		random() {
			if (direction) {
				direction = false
				return 0.25
			}
			const word = wanted[at]
			if (asked === 'x') {
				asked = 'y'
				const x = word?.before?.x
				return x === undefined ? 0.5 + spread(word?.word ?? '', 1) : (2 * x + 0.5) / width - 0.5
			}
			asked = 'x'
			at += 1
			const y = word?.before?.y
			return y === undefined ? 0.5 + spread(word?.word ?? '', 2) : (2 * y + 0.5) / height - 0.5
		},
		spiral(size) {
			direction = true
			const ratio = size[0] / size[1]
			return (t) => {
				const turn = t * 0.1
				return [ratio * turn * Math.cos(turn), turn * Math.sin(turn)]
			}
		}
	}
}

/** A newcomer's start, from the word itself: within a third of the board round its middle, always the same for the same word. */
function spread(word: string, salt: number): number {
	let hash = 2166136261 ^ salt
	for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619)
	hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
	return (((hash ^ (hash >>> 13)) >>> 0) / 4294967296 - 0.5) * 0.66
}
