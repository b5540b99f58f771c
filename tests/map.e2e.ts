import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readSaved, saidByFile, savedRows, type Row, type SavedFile } from './support/kept-tables.ts'
import { caseFile, expect, expectAccessible, openSample, test } from './support/test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Keys pressed and texts pasted, counted. */
class Hand {
	count = 0
	readonly page: Page

	constructor(page: Page) {
		this.page = page
	}

	async press(...keys: readonly string[]): Promise<void> {
		for (const key of keys) {
			await this.page.keyboard.press(key)
			this.count += 1
		}
	}

	/** Every character is a press. */
	async type(text: string): Promise<void> {
		await this.page.keyboard.type(text)
		this.count += text.length
	}

	async paste(text: string): Promise<void> {
		await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
		await this.press('ControlOrMeta+v')
	}
}

async function newAtlas(page: Page, name: string): Promise<void> {
	await page.goto('/')
	await page.getByRole('button', { name: 'New atlas' }).click()
	await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name)
	await page.keyboard.press('Enter')
	await page.waitForURL(/\/map$/)
	await expect(page.getByRole('heading', { name: 'Just start, even with a small step' })).toBeVisible()
}

const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true })
const cards = (page: Page) => map(page).locator('.svelte-flow__node')

const things = ['personas', 'values', 'needs', 'channels', 'products'] as const
const links = ['holds', 'has', 'prefers', 'fulfils', 'delivers'] as const

/** What a file says of things and links, by their names: without ids and places. */
function byName({ tables }: SavedFile): Record<string, string[]> {
	const names = new Map<unknown, unknown>()
	for (const table of things) for (const row of tables[table] ?? []) names.set(row['id'], row['name'])
	const said = (rows: readonly Row[]) =>
		rows
			.map((row) => {
				const named = Object.entries(row)
					.filter(([field, value]) => field !== 'id' && value !== '' && !(Array.isArray(value) && value.length === 0))
					.map(([field, value]) => [field, names.get(value) ?? value] as const)
				return JSON.stringify(Object.fromEntries(named.toSorted(([one], [two]) => one.localeCompare(two))))
			})
			.toSorted()
	return Object.fromEntries([...things, ...links].map((table) => [table, said(tables[table] ?? [])]))
}

/** Rows as a spreadsheet copies them. */
function cells(rows: readonly Row[], columns: Readonly<Record<string, string>>): string {
	const lines = rows.map((row) =>
		Object.values(columns).map((field) => {
			const value = row[field]
			return Array.isArray(value) ? value.join('; ') : value === true ? 'yes' : value === false ? 'no' : (value ?? '')
		})
	)
	return [Object.keys(columns), ...lines].map((line) => line.join('\t')).join('\n')
}

test('the worked case is built from an empty atlas by keyboard alone', async ({ page }) => {
	const wanted = readSaved(readFileSync(caseFile('veldhaven.atlas.json'), 'utf8'))
	const rows = (table: string) => wanted.tables[table] ?? []
	const nameOf = (id: unknown) => {
		for (const table of things) for (const row of rows(table)) if (row['id'] === id) return String(row['name'])
		throw new Error(`nothing is called ${String(id)}`)
	}
	await newAtlas(page, 'Veldhaven')
	const hand = new Hand(page)

	// What is in the client's spreadsheet is pasted: five sheets with their columns. A letter says what the lines are.
	const sheets = [
		['personas', 'p', { Name: 'name', Role: 'role', Story: 'story', Pains: 'pains' }],
		['values', 'v', { Name: 'name', Synonyms: 'synonyms', Opposites: 'opposites', Persona: 'personas' }],
		['needs', 'n', { Name: 'name', Kind: 'kind', Stage: 'stage', Persona: 'personas', Importance: 'importance' }],
		['products', 'o', { Name: 'name', Kind: 'kind', Need: 'needs' }],
		[
			'channels',
			'c',
			{
				Name: 'name',
				Roles: 'roles',
				Media: 'media',
				Setting: 'setting',
				'Two-way': 'twoWay',
				Carries: 'carries',
				Effort: 'effort'
			}
		]
	] as const
	// Who holds a value or has a need, and what a product answers, are columns of their sheets.
	const linked = (table: string, row: Row, from: string, to: string) =>
		rows(table)
			.filter((link) => link[to] === row['id'])
			.map((link) => nameOf(link[from]))
	const sheetRows = (table: string) =>
		rows(table).map((row): Row => {
			if (table === 'values') return { ...row, personas: linked('holds', row, 'persona', 'value') }
			if (table === 'products') return { ...row, needs: linked('fulfils', row, 'need', 'product') }
			const has = rows('has').find((link) => link['need'] === row['id'])
			if (table !== 'needs' || has === undefined) return row
			return { ...row, personas: linked('has', row, 'persona', 'need'), importance: has['importance'] }
		})
	for (const [table, letter, columns] of sheets) {
		await hand.paste(cells(sheetRows(table), columns))
		await expect(page.getByRole('dialog', { name: /^Paste/ })).toBeVisible()
		await hand.press(letter, 'Enter')
		await expect(page.getByRole('dialog')).toHaveCount(0)
		await hand.press('Escape')
	}

	// What people say in the room is linked as fast as they speak: find the thing, Tab, a few letters, Enter for the next.
	const all = things.flatMap((table) => namesIn(rows(table)))
	const find = async (name: string) => {
		await hand.press('/')
		await hand.type(shortest(name, all))
		await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(name)
		await hand.press('Enter')
	}
	const chains = [
		['prefers', 'needs', 'need', 'channel', 'channels', 'Tab'],
		['delivers', 'products', 'product', 'channel', 'channels', 'Shift+Tab']
	] as const
	for (const [table, fromTable, from, to, toTable, turn] of chains) {
		for (const source of rows(fromTable)) {
			const ends = rows(table).filter((row) => row[from] === source['id'])
			if (ends.length === 0) continue
			await find(String(source['name']))
			await hand.press(turn)
			let open = namesIn(rows(toTable))
			for (const end of ends.toSorted((one, other) => Number(one['rank'] ?? 0) - Number(other['rank'] ?? 0))) {
				const name = nameOf(end[to])
				await expect(page.getByRole('combobox', { name: 'Name' })).toBeFocused()
				await hand.type(shortest(name, open))
				await hand.press('ArrowDown')
				await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(name)
				await hand.press('Enter')
				open = open.filter((other) => other !== name)
			}
			await hand.press('Escape')
		}
	}

	// What is only planned: along the links of a card, then one key.
	const delivery = page
		.getByRole('complementary', { name: 'Selection' })
		.getByRole('heading', { level: 2, name: 'Deliveries' })
	for (const { product } of rows('delivers').filter(({ status }) => status === 'planned')) {
		await find(nameOf(product))
		for (let tries = 0; tries < 9 && !(await delivery.isVisible()); tries += 1) await hand.press(']')
		await expect(delivery).toBeVisible()
		await hand.press('s')
	}
	console.log(`The worked case took ${hand.count} key presses and pastes.`)
	expect(hand.count).toBeLessThan(600)
	expect(byName(await savedRows(page))).toEqual(byName(wanted))
})

test('every gesture is one step, and a drag that is given up leaves all as it was', async ({ page }) => {
	await openSample(page)
	const card = (name: string) => cards(page).filter({ hasText: name }).first()
	const said = async () => saidByFile(await savedRows(page))
	const undo = () => page.keyboard.press('ControlOrMeta+z')
	await expect(card('Sanne de Wit')).toBeVisible()
	const before = await said()

	const drag = async (name: string, isGivenUp: boolean) => {
		await card(name).hover()
		const box = await card(name).boundingBox()
		if (box === null) throw new Error(`${name} is not in view`)
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
		await page.mouse.down()
		await page.mouse.move(x + 40, y + 60, { steps: 4 })
		if (isGivenUp) await page.keyboard.press('Escape')
		await page.mouse.up()
	}
	await drag('Sanne de Wit', true)
	expect(await said()).toEqual(before)
	await drag('Sanne de Wit', false)
	expect((await said())['positions']).not.toEqual(before['positions'])
	await undo()
	expect(await said()).toEqual(before)

	// A pasted outline is one step, too: three things with their links.
	await page.keyboard.press('Escape')
	await page.evaluate(() => navigator.clipboard.writeText('Aisha\n\tSend a photo of the damage\n\t\tVideo call'))
	await page.keyboard.press('ControlOrMeta+v')
	await expect(page.getByRole('dialog', { name: 'Paste 3 lines' })).toBeVisible()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('dialog')).toHaveCount(0)
	const pasted = await said()
	for (const [table, more] of [
		['personas', 1],
		['needs', 1],
		['channels', 1],
		['has', 1],
		['prefers', 1]
	] as const)
		expect(pasted[table]?.length, table).toBe((before[table]?.length ?? 0) + more)
	await undo()
	expect(await said()).toEqual(before)

	// An area carries what lies in it.
	await page.keyboard.press('Escape')
	await page.keyboard.press('Shift+1')
	await map(page).focus()
	await page.keyboard.press('ControlOrMeta+a')
	await page.keyboard.press('g')
	await page.keyboard.type('Everything')
	await page.keyboard.press('Enter')
	const area = page.getByRole('button', { name: 'Area: Everything' })
	await area.focus()
	await page.keyboard.press('Shift+ArrowRight')
	const moved = await said()
	expect(moved['areas']).toHaveLength(1)
	expect(moved['positions']).not.toEqual(before['positions'])
	await undo()
	expect((await said())['positions']).toEqual(before['positions'])
})

test('the map is read by layers, search and views that present like slides', async ({ page }) => {
	await openSample(page)
	await expect(cards(page).first()).toBeVisible()
	const plans = page.getByRole('button', { name: /^Plan to deliver / })
	await expect(plans.first()).toBeVisible()
	await page.keyboard.press('Shift+L')
	const layers = page.getByRole('region', { name: 'Layers and legend' })
	await layers.getByRole('checkbox', { name: 'Gaps' }).uncheck()
	await expect(plans).toHaveCount(0)
	await layers.getByRole('checkbox', { name: 'Evidence' }).check()
	await expect(layers).toContainText('Assumption, no evidence yet')
	await expectAccessible(page)

	await page.keyboard.press('/')
	await page.keyboard.type('storm')
	await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
		'Follow my storm claim without logging in'
	)
	await page.keyboard.press('Enter')
	await expect(cards(page).filter({ hasText: 'Follow my storm claim' })).toHaveClass(/is-selected/)
	await page.keyboard.press('f')
	await expect(cards(page).filter({ hasText: 'Compare the price' })).toHaveCount(0)

	await page.keyboard.press('Shift+V')
	const views = page.getByRole('region', { name: 'Views' })
	const keep = async (name: string) => {
		await views.getByRole('button', { name: 'Keep what is seen now' }).click()
		await expect(views.getByRole('textbox', { name: 'Name' })).toBeFocused()
		await page.keyboard.type(name)
		await page.keyboard.press('Enter')
		await expect(views.getByRole('button', { name: new RegExp(`^\\d+ ${name}`) })).toBeVisible()
	}
	await keep('The storm claim')
	await map(page).focus()
	await page.keyboard.press('f')
	await page.keyboard.press('Escape')
	await page.keyboard.press('Shift+1')
	await expect(cards(page).filter({ hasText: 'Compare the price' })).toHaveCount(1)
	await keep('Everything')
	await expectAccessible(page)

	await page.keyboard.press('Shift+F5')
	const slide = page.getByRole('region', { name: 'Presentation' })
	await expect(slide).toContainText('The storm claim')
	await expect(cards(page).filter({ hasText: 'Compare the price' })).toHaveCount(0)
	await page.keyboard.press('ArrowRight')
	await expect(slide).toContainText('Everything')
	await expect(cards(page).filter({ hasText: 'Compare the price' })).toHaveCount(1)
	await page.keyboard.press('ArrowLeft')
	await expect(slide).toContainText('1 of 2')
	await page.keyboard.press('Escape')
	await expect(slide).toHaveCount(0)
	await expect(cards(page).filter({ hasText: 'Compare the price' })).toHaveCount(1)
	expect((await savedRows(page)).tables['views']?.map((row) => row['name'])).toEqual(['The storm claim', 'Everything'])
})

function rankOf(name: string, typed: string): number {
	const plain = name.toLowerCase()
	return plain.startsWith(typed) ? 0 : plain.includes(` ${typed}`) ? 1 : plain.includes(typed) ? 2 : 9
}

function namesIn(rows: readonly Row[]): string[] {
	return rows.map((row) => String(row['name']))
}

/** The fewest letters by which a name comes first among these. */
function shortest(name: string, among: readonly string[]): string {
	for (let length = 1; length < name.length; length += 1) {
		const typed = name.slice(0, length).toLowerCase()
		if (typed.endsWith(' ')) continue
		if (among.filter((other) => rankOf(other, typed) <= rankOf(name, typed)).length === 1) return typed
	}
	return name
}
