import { buckets } from '../../src/lib/domain/words/ngrams.ts'
import { lengthScale } from '../../src/lib/domain/words/sentiment-model.ts'
import { seededRandom } from '../../src/lib/domain/seeded-random.ts'
import { shuffle } from './shuffle.ts'

/** One text to learn from: the places it touches, what is known already (a logit), the answer (0 or 1) and how much it counts. */
export type Example = {
	readonly places: Int32Array
	readonly known: number
	readonly answer: number
	readonly weight: number
}

/** A table of weights and what is added to every sum. */
export type FloatHead = { readonly table: Float32Array; readonly bias: number }

export type Fitting = { readonly rounds: number; readonly rate: number; readonly pull: number }

/** Logistic regression by AdaGrad over hashed features, in a seeded order. */
export function fit(examples: readonly Example[], { rounds, rate, pull }: Fitting): FloatHead {
	const table = new Float32Array(buckets)
	const squares = new Float32Array(buckets).fill(0.01)
	const random = seededRandom(7)
	const order = Int32Array.from(examples, (_, at) => at)
	let bias = 0
	let biasSquares = 1
	for (let round = 0; round < rounds; round += 1) {
		shuffle(order, random)
		for (const at of order) {
			const example = examples[at]
			if (!example) continue
			const { places, known, answer, weight } = example
			const scale = lengthScale(places.length)
			let sum = 0
			for (let k = 0; k < places.length; k += 1) sum += table[places[k] ?? 0] ?? 0
			const error = (1 / (1 + Math.exp(-(bias + known + sum * scale))) - answer) * weight
			biasSquares += error * error
			bias -= (rate * error) / Math.sqrt(biasSquares)
			for (let k = 0; k < places.length; k += 1) {
				const place = places[k] ?? 0
				const held = table[place] ?? 0
				const gradient = error * scale + pull * held
				const square = (squares[place] ?? 0) + gradient * gradient
				squares[place] = square
				table[place] = held - (rate * gradient) / Math.sqrt(square)
			}
		}
	}
	return { table, bias }
}
