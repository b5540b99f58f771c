// Measures what leaves the app: all cards as slides, and the part of the map's picture that the window has to do itself.
import { mapPicture } from '../src/lib/canvas/map-picture.ts'
import { slidesOf } from '../src/lib/cards/out/make-slides.ts'
import { pageColours, plainHouse } from '../src/lib/domain/cards/house-colours.ts'
import { deliverableOf } from '../src/lib/domain/cards/deliverables.ts'
import { coverage } from '../src/lib/domain/coverage/coverage.ts'
import { findings } from '../src/lib/domain/findings/index.ts'
import { svgText } from '../src/lib/domain/pictures/svg-text.ts'
import { contextOf, plainFurniture, plainTypesetter } from '../src/lib/wording/every-deliverable.ts'
import { atlasOf } from './coverage.ts'
import { growth, median, type BenchRow } from './row.ts'

/** The median of the processor's time for some runs, in milliseconds: the clock would count what else the machine does. */
async function times(runs: number, run: () => unknown): Promise<number> {
	const all: number[] = []
	for (let number = 0; number < runs; number += 1) {
		const start = process.cpuUsage()
		await run()
		const { user, system } = process.cpuUsage(start)
		all.push((user + system) / 1000)
	}
	return median(all)
}

/** The rows of the deliverables for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const table: BenchRow[] = []
	const colours = pageColours(plainHouse.primary, plainHouse.secondary)
	const decks: { size: number; figure: number }[] = []
	for (const personas of [5, 20, 80]) {
		const atlas = atlasOf({ personas, needsEach: 10, products: personas * 3, channels: 15, deliveries: personas * 12 })
		const context = contextOf(atlas)
		const cards = [...atlas.personas.keys()].map((id) => deliverableOf(id, context)).filter((one) => one !== null)
		const figure = await times(3, () =>
			slidesOf(cards, {
				format: 'slide',
				furniture: plainFurniture,
				colours,
				set: plainTypesetter,
				typeface: 'Arial',
				title: 'Bench',
				pictureOf: () => '',
				ondone: () => undefined
			})
		)
		decks.push({ size: personas, figure })
		table.push({
			what: 'all cards as PPTX',
			on: `${personas} personas × 10 needs`,
			figure,
			unit: 'ms',
			...(personas === 20 ? { bar: 5000 } : {}),
			...(personas === 80 ? { exponent: growth(decks) } : {})
		})
	}
	const maps: { size: number; figure: number }[] = []
	for (const personas of [4, 16, 64]) {
		const atlas = atlasOf({ personas, needsEach: 20, products: personas * 8, channels: 40, deliveries: personas * 25 })
		const covered = coverage(atlas, 'today')
		const found = findings(atlas, covered)
		const nodes = atlas.personas.size + atlas.needs.size + atlas.products.size + atlas.channels.size
		const figure = await times(5, () => mapPicture(atlas, covered, found))
		const picture = mapPicture(atlas, covered, found)
		const writing = picture === null ? 0 : await times(5, () => svgText(picture))
		maps.push({ size: nodes, figure })
		table.push({
			what: 'the map as shapes, in the window (it is painted in a worker)',
			on: `${nodes} nodes`,
			figure,
			unit: 'ms',
			baseline: { what: 'writing the same shapes as SVG', figure: writing },
			ratio: figure / writing,
			...(personas === 16 ? { bar: 50 } : {}),
			...(personas === 64 ? { exponent: growth(maps) } : {})
		})
	}
	return table
}
