import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** A person at the keyboard: nothing here touches a mouse. */
export class Keyboard {
	readonly #page: Page
	/** How many keys were pressed; a name that is typed and a text that is pasted count as one each. */
	presses = 0

	constructor(page: Page) {
		this.#page = page
	}

	async press(...keys: string[]): Promise<void> {
		for (const key of keys) {
			this.presses += 1
			await this.#page.keyboard.press(key)
		}
	}

	/** Types into whatever has the focus. */
	async type(text: string): Promise<void> {
		this.presses += 1
		await this.#page.keyboard.insertText(text)
	}

	/** Types into the field of this name, once it has the focus. */
	async typeInto(field: Locator, text: string): Promise<void> {
		await expect(field).toBeFocused()
		await this.type(text)
	}

	/** Pastes a text that another program put on the clipboard. */
	async paste(text: string): Promise<void> {
		await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
		await this.press('ControlOrMeta+v')
	}

	/** Goes on by Tab until this has the focus. */
	async tabTo(target: Locator): Promise<void> {
		await expect(target).toBeVisible()
		for (let tries = 0; tries < 40; tries += 1) {
			if (await target.evaluate((element) => element === document.activeElement)) return
			await this.press('Tab')
		}
		await expect(target).toBeFocused()
	}
}
