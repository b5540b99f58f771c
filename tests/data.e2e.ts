import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Download, Page } from '@playwright/test'
import { caseFile, chooseView, expect, expectAccessible, goTo, openSample, test } from './support/test.ts'

/** A file that the page makes when this is pressed. */
async function made(page: Page, button: string): Promise<Buffer> {
	const [file]: [Download, void] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	])
	return readFileSync(await file.path())
}

/** Gives the import pane a file to compare. */
async function compareWith(page: Page, name: string, buffer: Buffer): Promise<void> {
	await goTo(page, 'Data')
	await page.getByRole('navigation', { name: 'Tables' }).getByRole('link', { name: 'Import' }).click()
	await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
	await expect(page.getByRole('heading', { name: `What ${name} would change` })).toBeVisible()
}

/** A workbook with one text of it changed, as somebody would in a spreadsheet. */
function edited(workbook: Buffer, from: string, to: string): Buffer {
	const files = unzipSync(new Uint8Array(workbook))
	for (const [path, bytes] of Object.entries(files)) {
		if (!path.includes('worksheets')) continue
		files[path] = strToU8(strFromU8(bytes).replaceAll(`>${from}<`, `>${to}<`))
	}
	return Buffer.from(zipSync(files))
}

async function openExport(page: Page): Promise<void> {
	await goTo(page, 'Data')
	await page.getByRole('navigation', { name: 'Tables' }).getByRole('link', { name: 'Export' }).click()
}

test('a workbook goes out, is changed, comes in by its differences in one step, and is undone', async ({ page }) => {
	await openSample(page)
	await openExport(page)
	const workbook = await made(page, 'Export Excel')
	await compareWith(page, 'same.xlsx', workbook)
	await expect(page.getByRole('heading', { name: 'Nothing to change' })).toBeVisible()
	await page.getByRole('button', { name: 'Put the file away' }).click()

	await compareWith(page, 'edited.xlsx', edited(workbook, 'WhatsApp webcare', 'Chat'))
	const change = page.getByRole('region', { name: 'Changed: Channels' })
	await expect(change.getByRole('listitem')).toHaveText(/channels, row 7\s+Name\s+was WhatsApp webcare\s+becomes Chat/)
	await expectAccessible(page)
	await chooseView(page, 'Dark')
	await expectAccessible(page)
	const box = page.getByRole('checkbox', { name: 'Take: WhatsApp webcare' })
	await box.focus()
	await page.keyboard.press('Space')
	await expect(page.getByRole('button', { name: 'Take the chosen (0)' })).toBeDisabled()
	await page.keyboard.press('Space')
	await page.getByRole('button', { name: 'Take the chosen (1)' }).focus()
	await page.keyboard.press('Enter')
	await expect(page.getByText('Taken from edited.xlsx: 1 differences.')).toBeVisible()
	await page.getByRole('link', { name: /^Channels/ }).click()
	await expect(page.getByRole('gridcell', { name: 'Chat' }).first()).toBeVisible()
	await expect(page.getByRole('button', { name: 'Undo: import edited.xlsx' })).toBeVisible()
	await page.keyboard.press('ControlOrMeta+z')
	await expect(page.getByRole('gridcell', { name: 'WhatsApp webcare' }).first()).toBeVisible()
})

test('a second workspace is merged, and what both changed is for a person to decide', async ({ page }) => {
	await openSample(page)
	const second = JSON.parse(readFileSync(caseFile('veldhaven.atlas.json'), 'utf8'))
	second.channels[0].description = 'Said on the other laptop'
	second.needs.push({ id: 'other', name: 'Ask by letter', kind: 'advice', stage: 'use' })
	second.channels.push({ ...second.channels[1], id: 'twin', description: 'Said twice' })
	await compareWith(page, 'second.atlas.json', Buffer.from(JSON.stringify(second)))
	await expect(page.getByRole('region', { name: 'Added: Needs' })).toContainText('Ask by letter')
	await expect(page.getByRole('region', { name: 'Changed: Channels' })).toContainText('Said on the other laptop')
	const conflict = page.getByRole('region', { name: 'In conflict: Channels' })
	await expect(conflict).toContainText('Several rows of the file are this one')
	await conflict.getByRole('radio', { name: 'Take channels, row 11' }).click()
	await page.getByRole('button', { name: 'Take the chosen (4)' }).click()
	await page.getByRole('link', { name: /^Needs \d/ }).click()
	await expect(page.getByText('Ask by letter').first()).toBeVisible()
})

test('a canvas goes out and comes back, and a file that cannot be read says why', async ({ page }) => {
	await openSample(page)
	await openExport(page)
	const canvas = JSON.parse((await made(page, 'Export canvas')).toString())
	canvas.nodes.push({ id: 'n', type: 'text', x: 0, y: 0, width: 200, height: 80, color: '3', text: 'A shop in town' })
	await compareWith(page, 'map.canvas', Buffer.from(JSON.stringify(canvas)))
	await page.getByRole('combobox', { name: 'What Cards of colour 3 holds' }).selectOption('Channels')
	await expect(page.getByRole('region', { name: 'Added: Channels' })).toContainText('A shop in town')
	await page.getByRole('button', { name: 'Take the chosen (2)' }).click()
	await page.getByRole('link', { name: /^Channels/ }).click()
	await expect(page.getByRole('gridcell', { name: 'A shop in town' }).first()).toBeVisible()
	await page.getByRole('navigation', { name: 'Tables' }).getByRole('link', { name: 'Import' }).click()
	const broken = { name: 'broken.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\u0003\u0004 no') }
	await page.locator('input[type=file]').first().setInputFiles(broken)
	await expect(page.getByRole('alert')).toContainText('broken.xlsx cannot be compared')
})
