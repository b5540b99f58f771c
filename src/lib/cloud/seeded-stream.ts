import { seededRandom } from '#lib/domain/seeded-random.ts'
import { byMentions } from '#lib/domain/words/cloud-policy.ts'
import type { CloudWord } from '#lib/domain/words/cloud-policy.ts'

const syllables = 'ba ce di fo gu ha le mi no pu ra se ti vo wu kra ste bli dro fun'.split(' ')

/**
 * The stream that steadiness is measured on: 800 words by Zipf's law, 12 topics that rise and fall like bells, about 40 mentions a second,
 * counts that halve in 60 s. Yields the ranked words once a second, for ever; the same seed gives the same stream.
 */
export function* seededStream(seed: number): Generator<CloudWord[]> {
	const random = seededRandom(seed)
	const words = Array.from({ length: 800 }, (_, rank) => {
		const parts = 1 + Math.floor(random() * 3.4)
		const text = Array.from({ length: parts }, () => syllables[Math.floor(random() * syllables.length)]).join('')
		return { text: `${text}${rank.toString(36)}`, base: 1 / (rank + 1), topic: Math.floor(random() * 12) }
	})
	const topics = Array.from({ length: 12 }, () => ({
		middle: random() * 300,
		width: 15 + random() * 40,
		height: 1 + random() * 4
	}))
	const counts = new Float64Array(words.length)
	const fading = 0.5 ** (1 / 60)
	for (let second = 0; ; second += 1) {
		const weights = words.map(({ base, topic }) => {
			const bell = topics[topic]
			return bell
				? base * (1 + bell.height * Math.exp(-(((second % 300) - bell.middle) ** 2) / (2 * bell.width ** 2)))
				: base
		})
		const sums = new Float64Array(weights.length)
		weights.reduce((sum, weight, at) => (sums[at] = sum + weight), 0)
		const total = sums[sums.length - 1] ?? 1
		for (let at = 0; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) * fading
		for (let mention = 0; mention < 40; mention += 1) {
			const held = new Set<number>()
			const size = 2 + Math.floor(random() * 6)
			for (let k = 0; k < size; k += 1) held.add(atOrAbove(sums, random() * total))
			for (const at of held) counts[at] = (counts[at] ?? 0) + 1
		}
		yield words
			.map(({ text }, at) => ({ word: text, mentions: counts[at] ?? 0 }))
			.filter(({ mentions }) => mentions >= 0.05)
			.sort(byMentions)
	}
}

function atOrAbove(sums: Float64Array, value: number): number {
	let [low, high] = [0, sums.length - 1]
	while (low < high) {
		const middle = (low + high) >> 1
		if ((sums[middle] ?? 0) < value) low = middle + 1
		else high = middle
	}
	return low
}
