import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { coverageReport } from '#lib/domain/interchange/coverage-report.ts'
import { readWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import { Keyboard } from './support/keyboard.ts'
import { caseFile, chooseView, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

const caseText = readFileSync(caseFile('veldhaven.atlas.json'), 'utf8')
const worked = readWorkspaceFile(caseText)
if (!worked.ok) throw new Error('the worked case is a valid file')
const { atlas } = worked

function row(page: Page, name: string | RegExp): Locator {
	return page.getByRole('treegrid', { name: 'Outline' }).getByRole('row', { name })
}

/** The name of a thing of the case. */
function nameOf(id: string): string {
	for (const table of ['personas', 'values', 'needs', 'channels', 'products'] as const) {
		const thing = atlas[table].get(id)
		if (thing) return thing.name
	}
	throw new Error(`${id} is in the case`)
}

/** Saves by the keyboard; the file with the ids that the case gives to things of the same name. */
async function savedAsCase(page: Page, keys: Keyboard): Promise<string> {
	const download = page.waitForEvent('download')
	await keys.press('ControlOrMeta+s')
	let text = readFileSync(await (await download).path(), 'utf8')
	const read = readWorkspaceFile(text)
	if (!read.ok) throw new Error('what the app saves is a valid file')
	for (const table of ['personas', 'values', 'needs', 'channels', 'products'] as const) {
		for (const { id, name } of read.atlas[table].values()) {
			const own = [...atlas[table].values()].find((thing) => thing.name === name)
			if (own) text = text.replaceAll(`"${id}"`, `"${own.id}"`)
		}
	}
	return text
}

/** Writes names one after another into the row that asks for them, and leaves it. */
async function writeNames(page: Page, keys: Keyboard, names: readonly string[]): Promise<void> {
	const field = page.getByRole('treegrid').getByRole('textbox', { name: /^Name of the/ })
	for (const name of names) {
		await keys.typeInto(field, name)
		await keys.press('Enter')
		await expect(field).toHaveValue('')
	}
	await keys.press('Escape')
	await expect(field).toHaveCount(0)
}

/** Goes to a row by the arrows. One that is not in the page yet lies below. */
async function goToRow(page: Page, keys: Keyboard, target: Locator): Promise<void> {
	const focused = page.getByRole('row').and(page.locator(':focus'))
	await expect(focused).toHaveCount(1)
	for (let tries = 0; tries < 120; tries += 1) {
		const way = (await target.count()) === 0 ? 'ArrowDown' : await target.evaluate(wayTo)
		if (way === null) return
		await keys.press(way)
	}
	await expect(target).toBeFocused()
}

/** The arrow that leads from the row in focus to this one; null where it is that. */
function wayTo(target: Element): 'ArrowDown' | 'ArrowUp' | null {
	const { activeElement } = document
	if (activeElement === target || activeElement === null) return null
	return activeElement.getBoundingClientRect().top < target.getBoundingClientRect().top ? 'ArrowDown' : 'ArrowUp'
}

/** A row's name begins so. */
function begins(text: string): RegExp {
	return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

test('the worked case is built by keyboard alone, and its coverage is the expected one', async ({ page, context }) => {
	test.setTimeout(240_000)
	await context.grantPermissions(['clipboard-read', 'clipboard-write'])
	const keys = new Keyboard(page)
	await page.goto('/')
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	await expect(page.getByRole('button', { name: 'New atlas' })).toBeEnabled()
	await keys.press('n')
	const called = page.getByRole('dialog').getByRole('textbox')
	await keys.tabTo(called)
	await keys.type('Veldhaven')
	await keys.press('Enter')
	await page.waitForURL(/\/map$/)
	await keys.press('Alt+6')
	await page.waitForURL(/\/outline/)

	// Personas by name; under each its needs, with their importance.
	await expect(page.getByRole('main').getByRole('button', { name: 'Add a persona' })).toBeFocused()
	await keys.press('Enter')
	await writeNames(
		page,
		keys,
		[...atlas.personas.values()].map(({ name }) => name)
	)
	for (const persona of atlas.personas.values()) {
		await goToRow(page, keys, row(page, begins(`Persona ${persona.name}`)))
		await keys.press('ControlOrMeta+Enter')
		const held = [...atlas.has.values()].filter((one) => one.persona === persona.id)
		await writeNames(
			page,
			keys,
			held.map(({ need }) => nameOf(need))
		)
		for (const { need, importance } of held.filter((one) => one.importance !== 3)) {
			await goToRow(page, keys, row(page, begins(`Need ${nameOf(need)} importance`)))
			await keys.press(String(importance))
		}
	}

	// Values, channels and what they are, from a spreadsheet.
	await goToRow(page, keys, row(page, /^Values/))
	await keys.paste(
		[
			'Value\tPersona',
			...[...atlas.values.values()].map(({ id, name }) => {
				const holders = [...atlas.holds.values()].filter(({ value }) => value === id)
				return `${name}\t${holders.map(({ persona }) => nameOf(persona)).join('; ')}`
			})
		].join('\n')
	)
	await expect(row(page, /^Values/)).toContainText('10 in all')
	await keys.press('Home')
	await goToRow(page, keys, row(page, /^Values/))
	await keys.press('ArrowLeft')
	await goToRow(page, keys, row(page, /^Channels/))
	await keys.paste(
		[
			'Channel\tRoles\tMedia\tSetting\tTwo-way\tCarries',
			...[...atlas.channels.values()].map(({ name, roles, media, setting, twoWay, carries }) =>
				[name, roles.join('; '), media, setting, twoWay ? 'yes' : 'no', carries.join('; ')].join('\t')
			)
		].join('\n')
	)
	await expect(row(page, /^Channels/)).toContainText('10 in all')

	// Under each need the channels where its persona wants it, in their order.
	await keys.press('Home')
	await expect(row(page, /^Personas/)).toBeFocused()
	for (const need of atlas.needs.values()) {
		const wanted = [...atlas.prefers.values()].filter(({ from }) => from === need.id)
		await goToRow(page, keys, row(page, begins(`Need ${need.name} importance`)))
		await keys.press('ControlOrMeta+Enter')
		await writeNames(
			page,
			keys,
			wanted.toSorted((one, other) => one.rank - other.rank).map(({ channel }) => nameOf(channel))
		)
		await keys.press('ArrowLeft', 'ArrowLeft')
	}

	// Products with the needs that they fulfil; deliveries by the box that finds what to link with.
	await keys.press('Home')
	await keys.press('End')
	await goToRow(page, keys, row(page, /^Products/))
	await keys.press('Enter')
	await writeNames(
		page,
		keys,
		[...atlas.products.values()].map(({ name }) => name)
	)
	for (const product of atlas.products.values()) {
		const own = row(page, begins(`Product ${product.name}`))
		const fulfilled = [...atlas.fulfils.values()].filter((one) => one.product === product.id)
		await goToRow(page, keys, own)
		if (fulfilled.length > 0) {
			await keys.press('ControlOrMeta+Enter')
			await writeNames(
				page,
				keys,
				fulfilled.map(({ need }) => nameOf(need))
			)
			await goToRow(page, keys, own)
		}
		for (const delivery of [...atlas.delivers.values()].filter((one) => one.product === product.id)) {
			await keys.press('+')
			await keys.typeInto(page.getByRole('combobox', { name: /^Link / }), nameOf(delivery.channel))
			const option = page.getByRole('option', { name: begins(nameOf(delivery.channel)) })
			await expect(page.locator('[role=option][data-highlighted]')).toHaveCount(1)
			while (!(await option.evaluate((element) => element.hasAttribute('data-highlighted')))) {
				await keys.press('ArrowDown')
			}
			await keys.press('Enter')
			await expect(page.locator('[role=option]')).toHaveCount(0)
			await keys.press('Escape')
			await goToRow(page, keys, own)
			if (delivery.status === 'planned') {
				await goToRow(page, keys, row(page, begins(`Channel ${nameOf(delivery.channel)} Live`)).last())
				await keys.press('2')
				await goToRow(page, keys, own)
			}
		}
		await keys.press('ArrowLeft')
	}

	// What a need and a product is, in the tables beside the tree.
	await goToRow(page, keys, row(page, /^Products/))
	await keys.press('Alt+t')
	await chooseInColumn(page, keys, 'Products', 'Kind', (name) => {
		const product = [...atlas.products.values()].find((one) => one.name === name)
		return product?.kind ?? ''
	})
	await keys.press('Alt+t')
	await keys.press('Home')
	await keys.press('ArrowDown', 'ArrowDown')
	await keys.press('Alt+t')
	await expect(page.getByRole('grid', { name: 'Needs of personas' })).toBeVisible()
	await keys.press('Alt+t')
	await keys.press('Home')
	await goToRow(page, keys, row(page, /^Needs/))
	await keys.press('Alt+t')
	for (const [column, field] of [
		['Kind', 'kind'],
		['Stage', 'stage']
	] as const) {
		await chooseInColumn(page, keys, 'Needs', column, (name) => {
			const need = [...atlas.needs.values()].find((one) => one.name === name)
			return need?.[field] ?? ''
		})
	}

	const text = await savedAsCase(page, keys)
	const built = readWorkspaceFile(text)
	if (!built.ok) throw new Error('what was built is a valid file')
	for (const lens of ['today', 'plan'] as const) {
		expect(coverageReport(built.atlas, lens)).toBe(coverageReport(atlas, lens))
	}
	for (const table of ['holds', 'has', 'prefers', 'fulfils', 'delivers'] as const) {
		expect(built.atlas[table].size, table).toBe(atlas[table].size)
	}
	test.info().annotations.push({ type: 'key presses', description: String(keys.presses) })
})

/** Goes down a column and chooses in every cell, by the letters of the choice. */
async function chooseInColumn(
	page: Page,
	keys: Keyboard,
	table: string,
	column: string,
	wanted: (name: string) => string
): Promise<void> {
	const grid = page.getByRole('grid', { name: table, exact: true })
	await expect(grid).toBeVisible()
	const heads = await grid.getByRole('columnheader').allTextContents()
	const at = heads.findIndex((head) => head.trim().startsWith(column))
	expect(at).toBeGreaterThan(0)
	await expect(grid.locator(':focus')).toHaveCount(1)
	await keys.press('ControlOrMeta+Home')
	const names = await grid.getByRole('rowheader').allTextContents()
	for (let steps = 1; steps < at; steps += 1) await keys.press('ArrowRight')
	for (const name of names) {
		const choice = wanted(name.trim())
		await keys.press('Enter')
		const list = page.getByRole('listbox')
		await expect(list).toBeFocused()
		const option = list.getByRole('option', { name: new RegExp(`^${choice}`, 'i') })
		for (let tries = 0; tries < 6 && (await option.getAttribute('aria-selected')) !== 'true'; tries += 1) {
			await keys.press(choice.slice(0, 1))
		}
		await keys.press('Enter')
		await expect(list).toHaveCount(0)
	}
}

test('rows say what they are, selection is the map’s, and nothing breaks a rule in either theme', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'])
	const keys = new Keyboard(page)
	await openSample(page)
	await goTo(page, 'Outline')
	const first = row(page, /^Persona Sanne de Wit/)
	await expect(first).toHaveAttribute('aria-level', '2')
	await expect(first).toHaveAttribute('aria-posinset', '1')
	await expect(first).toHaveAttribute('aria-setsize', '4')
	await expect(first).toHaveAttribute('aria-expanded', 'true')
	await expectAccessible(page)

	// Several at once: a rank for three preferences is one step.
	await goToRow(page, keys, row(page, /^Need Know what contents insurance costs me importance/))
	await keys.press('ArrowRight', 'ArrowDown', 'Shift+ArrowDown')
	await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible()
	await keys.press('4')
	await expect(row(page, /^Channel Comparison site choice 4/i)).toBeVisible()
	await expect(row(page, /^Channel Website choice 4/i)).toBeVisible()
	await keys.press('ControlOrMeta+z')
	await expect(row(page, /^Channel Comparison site choice 1/i)).toBeVisible()

	// A duplicate is a thing of its own; an outline is pasted with its depths; both are undone in one step each.
	await keys.press('Home')
	await keys.press('ArrowDown', 'ControlOrMeta+d')
	const focused = page.getByRole('row').and(page.locator(':focus'))
	await expect(focused).toHaveAccessibleName(/^Persona Sanne de Wit/)
	await expect(focused).toHaveAttribute('aria-posinset', '5')
	await keys.press('ControlOrMeta+z')
	await expect(focused).toHaveAccessibleName(/^Values/)
	await keys.press('Home')
	await expect(row(page, /^Personas/)).toBeFocused()
	await keys.paste('Noor Haddad\n\tKnow who to call\n\t\tPhone')
	await expect(row(page, /^Persona Noor Haddad/)).toBeVisible()
	await expect(row(page, /^Need Know who to call importance/)).toBeVisible()
	await keys.press('ControlOrMeta+z')
	await expect(row(page, /^Persona Noor Haddad/)).toHaveCount(0)

	// The table stands at the row, edits in place, and selects what the map selects.
	await expect(page.getByRole('row').and(page.locator(':focus'))).toHaveCount(1)
	await keys.press('Home')
	await goToRow(page, keys, row(page, /^Persona Murat Bakker/))
	await keys.press('Alt+t')
	const table = page.getByRole('grid', { name: 'Personas' })
	await expect(table.getByRole('rowheader', { name: 'Murat Bakker' })).toBeFocused()
	await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Persona: Murat Bakker')
	await keys.press('F2')
	await keys.press('ControlOrMeta+a')
	await keys.type('Murat Yilmaz')
	await keys.press('Enter')
	await expect(table.getByRole('rowheader', { name: 'Murat Yilmaz' })).toBeVisible()
	await keys.press('Shift+Space')
	await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible()
	await expectAccessible(page)
	await chooseView(page, 'Dark')
	await expectAccessible(page)
	await page.getByRole('tab', { name: 'Tree' }).click()
	await expectAccessible(page)
	await goTo(page, 'Map')
	await expect(page.getByRole('complementary', { name: 'Selection' })).toContainText('2 selected')
	await expect(page.getByRole('group', { name: /^Persona: Murat Yilmaz/ })).toBeAttached()
})

test('a thousand needs are pasted in one step, and only rows in view are in the page', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'])
	const keys = new Keyboard(page)
	await openSample(page)
	await goTo(page, 'Outline')
	await goToRow(page, keys, row(page, /^Values/))
	await keys.press('ArrowLeft')
	await goToRow(page, keys, row(page, /^Needs/))
	await keys.paste(Array.from({ length: 1000 }, (_, at) => `Wish ${at + 1}`).join('\n'))
	await expect(row(page, /^Needs/)).toContainText('1,013 in all')
	await expect(row(page, /^Needs/)).toBeFocused()
	await keys.press('End')
	await expect(row(page, /^Product/).and(page.locator(':focus'))).toBeVisible()
	expect(await page.getByRole('row').count()).toBeLessThan(80)
	await keys.press('ControlOrMeta+z')
	await expect(page.getByRole('row').and(page.locator(':focus'))).toHaveCount(1)
	await keys.press('Home')
	await goToRow(page, keys, row(page, /^Needs/))
	await expect(row(page, /^Needs/)).toContainText('13 in all')
})
