import { expect, test } from 'vitest'
import { locales, overwriteGetLocale, type Locale } from '#lib/paraglide/runtime.js'
import { veldhaven } from '../../coverage/worked-case.ts'
import { emptyAtlas, linkKey, tableSchemas, type Atlas } from '../../model/atlas.ts'
import { randomAtlas } from '../../model/random-atlas.ts'
import { textsOf, type Deliverable } from '../block.ts'
import { contextOf, everyDeliverable, plainFurniture, plainTypesetter } from '#lib/wording/every-deliverable.ts'
import { formats, type Format } from '../../model/card-choice.ts'
import { pageSettings } from './format.ts'
import type { Furniture } from './furniture.ts'
import { boxOf, type Item, type Page } from './page.ts'
import { layOut } from './pages.ts'

function inLocale(locale: Locale) {
	overwriteGetLocale(() => locale)
}

/** Text without what breaks lines, so that what is set in lines can be compared. */
function bare(text: string): string {
	return text.replace(/\s+/gu, '')
}

/** Every text on the pages, put together again from its lines on one page or several. */
function textsOn(pages: readonly Page[]): Set<string> {
	const texts = new Map<string, string>()
	const add = (id: string, lines: readonly string[], page: number) => {
		const key = id.endsWith('!') ? `${id}${page}` : id
		texts.set(key, (texts.get(key) ?? '') + lines.join(''))
	}
	for (const [number, { items }] of pages.entries()) {
		for (const item of items) {
			if (item.type === 'text') add(item.repeated ? `${item.id}!` : item.id, item.lines, number)
			if (item.type === 'picture')
				for (const [at, shape] of item.picture.shapes.entries())
					if (shape.type === 'text') add(`picture-${at}!`, [shape.text], number)
			if (item.type !== 'table') continue
			for (const row of item.rows)
				for (const cell of row.cells) add(row.repeated ? `${cell.id}!` : cell.id, cell.lines, number)
		}
	}
	return new Set([...texts.values()].map(bare))
}

/** What may not lie over each other: whatever is read or looked at. Bands and bars lie below texts. */
function boxes(items: readonly Item[]) {
	return items.filter(({ type }) => type !== 'shape').map((item) => ({ item, ...boxOf(item) }))
}

function expectWellLaid(pages: readonly Page[]): void {
	for (const page of pages) {
		const all = boxes(page.items)
		for (const box of [...all, ...page.items.map(boxOf)]) {
			expect(box.x).toBeGreaterThanOrEqual(-0.02)
			expect(box.y).toBeGreaterThanOrEqual(-0.02)
			expect(box.x + box.width).toBeLessThanOrEqual(page.width + 0.02)
			expect(box.y + box.height).toBeLessThanOrEqual(page.height + 0.02)
		}
		for (const [at, one] of all.entries()) {
			for (const other of all.slice(at + 1)) {
				// Letters stand in the disc that stands for a face; signs stand before the text of their own entry.
				const apart =
					one.x + one.width <= other.x + 0.05 ||
					other.x + other.width <= one.x + 0.05 ||
					one.y + one.height <= other.y + 0.05 ||
					other.y + other.height <= one.y + 0.05
				if (!apart) expect([one.item, other.item]).toEqual('apart')
			}
		}
	}
}

function expectWhole(deliverable: Deliverable, format: Format, furniture: Furniture = plainFurniture): readonly Page[] {
	const pages = layOut(deliverable, format, plainTypesetter, furniture)
	const shown = textsOn(pages)
	for (const text of textsOf(deliverable)) expect(shown).toContain(bare(text))
	expectWellLaid(pages)
	return pages
}

/** The size of all that is read but the foot and the letters of a portrait; and that of tables, which say most. */
function sizesOn(pages: readonly Page[]): { least: number; table: number } {
	const items = pages.flatMap((page) => page.items)
	const texts = items.flatMap((item) => (item.type === 'text' && item.role !== 'foot' ? [item.size] : []))
	const tables = items.flatMap((item) => (item.type === 'table' ? [item.size] : []))
	return { least: Math.min(...texts, ...tables), table: Math.min(...tables) }
}

function atlasWith(needs: number, channels: number, name: (what: string, number: number) => string): Atlas {
	const ids = (prefix: string, count: number) =>
		Array.from({ length: count }, (_, at) => [`${prefix}${at}`, at] as const)
	const has = ids('N', needs).map(([need]) => tableSchemas.has.parse({ persona: 'P', need }))
	const prefers = ids('C', channels).map(([channel, at]) =>
		tableSchemas.prefers.parse({ from: 'P', channel, rank: 1 + (at % 9) })
	)
	return {
		...emptyAtlas({ id: 'w', name: name('Atlas', 0), description: '' }),
		personas: new Map([
			[
				'P',
				tableSchemas.personas.parse({
					id: 'P',
					name: name('Persona', 0),
					pains: [name('pain', 1)],
					quote: name('quote', 2)
				})
			]
		]),
		needs: new Map(
			ids('N', needs).map(([id, at]) => [
				id,
				tableSchemas.needs.parse({ id, name: name('need', at), kind: 'advice', stage: 'buy' })
			])
		),
		channels: new Map(
			ids('C', channels).map(([id, at]) => [id, tableSchemas.channels.parse({ id, name: name('channel', at) })])
		),
		has: new Map(has.map((row) => [linkKey(row.persona, row.need), row])),
		prefers: new Map(prefers.map((row) => [linkKey(row.from, row.channel), row]))
	}
}

test.each(formats)('the cards of the worked case show every text, on %s pages', (format) => {
	for (const locale of locales) {
		inLocale(locale)
		for (const deliverable of everyDeliverable(contextOf(veldhaven()))) expectWhole(deliverable, format)
	}
})

test.each([0, 1, 40])('a persona with %i needs has a card that shows them all', (needs) => {
	inLocale('en')
	const plainNames = (what: string, number: number) => `${what} ${number} of a customer who says what is wanted`
	for (const channels of [0, 30]) {
		for (const deliverable of everyDeliverable(contextOf(atlasWith(needs, channels, plainNames))))
			for (const format of formats) expectWhole(deliverable, format)
	}
})

test.each([
	['Chinese', '了解租房者是否需要家财险，以及理赔要等多久。'],
	['Dutch', 'Arbeidsongeschiktheidsverzekeringsmaatschappij en aansprakelijkheidsverzekeringen '],
	['one long word', 'x'],
	['emoji', '👩‍👩‍👧‍👦'],
	['markup', '<img src=x onerror=alert(1)> =HYPERLINK("a") ']
])('names as long as can be, in %s, are never cut', (_, part) => {
	inLocale('en')
	const longName = (what: string, number: number) =>
		`${what}${number} ${part.repeat(Math.floor(180 / part.length))}`
			.trim()
			.slice(0, 190)
			.toWellFormed()
			.replaceAll('\uFFFD', '')
	for (const deliverable of everyDeliverable(contextOf(atlasWith(6, 6, longName))))
		for (const format of formats) expectWhole(deliverable, format)
})

test('texts of ten thousand characters go on over pages, also within a cell and a quote', () => {
	inLocale('en')
	const atlas = veldhaven()
	const [persona] = atlas.personas.values()
	if (persona === undefined) throw new Error('no persona')
	const long = 'A story that does not end, told by someone who has seen much. '.repeat(150).trim()
	const decision = tableSchemas.decisions.parse({
		id: 'D1',
		finding: { kind: 'off-channel', persona: persona.id, need: 'N2' },
		remedy: 'steer',
		note: long,
		owner: long
	})
	const own = { ...persona, story: long, quote: long, role: long, pains: [long, long], name: 'N'.repeat(200) }
	const context = contextOf(
		{
			...atlas,
			personas: new Map([...atlas.personas, [persona.id, own]]),
			decisions: new Map([['D1', decision]]),
			frame: { ...atlas.frame, vision: long, coreValues: [long, 'short'] }
		},
		{ notes: new Map([[persona.id, long]]) }
	)
	for (const deliverable of everyDeliverable(context)) for (const format of formats) expectWhole(deliverable, format)
})

test('random atlases with texts that break programs are laid out whole', () => {
	inLocale('en')
	for (let seed = 1; seed <= 25; seed += 1) {
		const context = contextOf(randomAtlas(seed, { oddTexts: true, personas: 3, needs: 12, channels: 14 }))
		for (const deliverable of everyDeliverable(context)) expectWhole(deliverable, formats[seed % 3] ?? 'slide')
	}
})

test('text is set smaller before it goes on to another page, and never smaller than is read well', () => {
	inLocale('en')
	const name = (what: string, number: number) => `${what} ${number} of a customer who says what is wanted`
	for (const format of ['a4-portrait', 'a4-landscape'] as const) {
		const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 60].map((needs) => {
			const [card] = everyDeliverable(contextOf(atlasWith(needs, 3, name)))
			if (card === undefined) throw new Error('no card')
			const pages = expectWhole(card, format)
			return { pages: pages.length, ...sizesOn(pages) }
		})
		expect(sizes[0]?.pages).toBe(1)
		expect(sizes.at(-1)?.pages).toBeGreaterThan(1)
		for (const { least } of sizes) expect(least).toBeGreaterThanOrEqual(pageSettings[format].least - 1e-9)
		expect(sizes.some(({ pages, table }) => pages === 1 && table < (sizes[0]?.table ?? 0))).toBe(true)
	}
})

test('a long footer and a line of confidentiality push the page up, not over its edge', () => {
	inLocale('en')
	const furniture = { ...plainFurniture, footer: 'footer '.repeat(40), confidentiality: 'secret '.repeat(40) }
	for (const deliverable of everyDeliverable(contextOf(veldhaven())))
		for (const format of formats) expectWhole(deliverable, format, furniture)
})
