import { describe, expect, test } from 'vitest'
import { EchoFinder } from './echo.ts'

const finder = new EchoFinder([
	{ id: 'fast', names: ['fast', 'quickly', 'snel', '快'], opposites: ['slow', 'waiting', 'hold', '慢'] },
	{ id: 'simple', names: ['simple', 'easy', 'easier'], opposites: ['confusing'] },
	{ id: 'honest', names: ['honest', 'fair'], opposites: [] },
	{ id: 'clear', names: ['clear', '清楚', 'duidelijk'], opposites: ['unclear'] },
	{ id: 'peace', names: ['peace of mind'], opposites: [] }
])

function said(text: string, lang = 'en'): string {
	const { says, denies } = finder.of(text, lang)
	return [...says.map((id) => `+${id}`), ...denies.map((id) => `-${id}`)].join(' ')
}

describe('a text says a value by its name, denies it by its opposite, and a negation turns both round', () => {
	test.each([
		['Claim handled within a day, really fast. Thank you!', '+fast'],
		['Honest answers and a fair payout', '+honest'],
		['40 minutes on hold again', '-fast'],
		['Letter about my policy is not clear at all', '-clear'],
		['Not slow this time', '+fast'],
		['Price is fair but the website is confusing.', '+honest -simple'],
		['It was not really very clear', '-clear'],
		["It isn't easy", '-simple'],
		['Steadfast and fasting, unfair', ''],
		['peace of   mind at last', '+peace'],
		['Nice ad.', ''],
		['Fast first, then never fast again', '+fast -fast']
	])('%s', (text, expected) => expect(said(text)).toBe(expected))
})

test('a saying that praises by a negator is no denial', () => {
	expect(said("Couldn't be easier to report my stolen bike")).toBe('+simple')
})

test('a negator does not reach over a sentence, a comma or a but', () => {
	expect(said('Not for me. Clear letters')).toBe('+clear')
	expect(said('No, clear letters')).toBe('+clear')
	expect(said('Not cheap but clear')).toBe('+clear')
})

test('Dutch and Chinese', () => {
	expect(said('Snel geholpen, brief is niet zo duidelijk', 'nl')).toBe('+fast -clear')
	expect(said('客服回复很快，理赔很清楚。', 'zh')).toBe('+fast +clear')
	expect(said('条款不太清楚，一点都不慢', 'zh')).toBe('+fast -clear')
})

test('nothing is found without values, and marks of expressions are letters', () => {
	expect(new EchoFinder([]).of('fast', 'en')).toEqual({ says: [], denies: [] })
	expect(new EchoFinder([{ id: 'V', names: ['c++ (new)'], opposites: [] }]).of('we like C++ (new) here', 'en')).toEqual(
		{
			says: ['V'],
			denies: []
		}
	)
})
