import { expect, test } from 'vitest'
import { itemEvent } from './feed-items.ts'

test('an entry is its title and its text without markup', () => {
	expect(
		itemEvent({
			id: 'g1',
			title: 'Claims &amp; care',
			content: '<p>It took <b>six</b> weeks.</p>',
			link: 'https://e.org/1',
			author: 'An',
			date: 'Mon, 02 Mar 2026 10:00:00 +0100',
			lang: 'en'
		})
	).toEqual({
		...{ op: 'put', id: 'g1', text: 'Claims & care\nIt took six weeks.', author: 'An', lang: 'en' },
		...{ at: '2026-03-02T09:00:00.000Z', url: 'https://e.org/1', channel: '' }
	})
})

test('what is said twice is kept once, and there is always an id', () => {
	expect(itemEvent({ title: 'Same', content: 'Same' })).toMatchObject({ text: 'Same', id: expect.stringMatching(/^~/) })
	expect(itemEvent({ title: 'Same', content: 'Same, and more', link: 'https://e.org/2' })).toMatchObject({
		text: 'Same, and more',
		id: 'https://e.org/2'
	})
	expect(itemEvent({ title: 'x', link: 'javascript:alert(1)' })).toMatchObject({ url: '' })
})
