import { expect, test } from 'vitest'
import { contextOf, everyDeliverable, plainFurniture, plainTypesetter } from '#lib/wording/every-deliverable.ts'
import { veldhaven } from '../../coverage/worked-case.ts'
import { contrast, darkened } from '../contrast.ts'
import { houseColour, pageColours, plainHouse } from '../house-colours.ts'
import { layOut } from '../layout/pages.ts'
import { htmlText } from './markup.ts'
import { pageHtml } from './page-html.ts'
import { pageSvg } from './page-svg.ts'

const colours = pageColours(plainHouse.primary, plainHouse.secondary)

function pagesOf(name: string) {
	const atlas = veldhaven()
	const [persona] = atlas.personas.values()
	if (persona === undefined) throw new Error('no persona')
	const personas = new Map([...atlas.personas, [persona.id, { ...persona, name }]])
	const context = contextOf({ ...atlas, personas })
	return everyDeliverable(context).flatMap((one) => layOut(one, 'a4-portrait', plainTypesetter, plainFurniture))
}

test('a page has the roles that make a tagged document: headings, lists, tables with heads', () => {
	const [page] = pagesOf('Sanne')
	if (page === undefined) throw new Error('no page')
	const html = htmlText(pageHtml(page, colours, 'Arial'))
	expect(html).toMatch(/<h1 [^>]*><span[^>]*>Sanne<\/span><\/h1>/)
	expect(html.match(/<h2 /g)?.length).toBeGreaterThan(3)
	expect(html).toMatch(/role="table"><div role="row"><div role="columnheader"/)
	expect(html).toMatch(/role="list"><div role="listitem"/)
	expect(html).toContain('lang="en"')
})

test('markup in a name is text on a page and in a drawing', () => {
	const pages = pagesOf('<img src=x onerror=alert(1)>"\u0001')
	for (const page of pages) {
		for (const text of [htmlText(pageHtml(page, colours, 'Arial')), pageSvg(page, colours, 'Arial')]) {
			expect(text).not.toMatch(/<img src=x|<script|onerror=[^&]*>"/)
			expect(text).not.toContain('\u0001')
		}
	}
	const [page] = pages
	expect(page === undefined ? '' : pageSvg(page, colours, 'Arial')).toContain('&lt;img src=x onerror=alert(1)&gt;')
})

test('a colour of the house that is not read on white is made darker until it is', () => {
	const yellow = houseColour('primary', '#ffe100')
	expect(yellow.contrast).toBeLessThan(4.5)
	expect(contrast(yellow.used, '#ffffff')).toBeGreaterThanOrEqual(4.5)
	expect(houseColour('primary', '#1a2b6d').used).toBe('#1a2b6d')
	expect(darkened('#ffffff', '#ffffff', 21)).toBe('#000000')
	const pale = pageColours('#ffe100', '#00ffee')
	expect(contrast(pale['accent-strong'], pale['accent-soft'])).toBeGreaterThanOrEqual(4.5)
	expect(contrast(pale.secondary, '#ffffff')).toBeGreaterThanOrEqual(3)
})
