import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { openCase, wallCase } from './support/wall-case.ts'

const wall = (page: Page) => page.getByRole('main')
const word = (page: Page, name: string) => page.locator(`[data-word="${name}"]`)

test('the screen is kept awake while the wall is in view, and may sleep at night and once it is left', async ({
	page
}) => {
	await page.addInitScript(() => {
		let held = 0
		let asked = 0
		const tell = () => {
			sessionStorage.setItem('locks-held', String(held))
			sessionStorage.setItem('locks-asked', String(asked))
		}
		const locks = new Set<EventTarget>()
		const drop = (lock: EventTarget) => {
			if (!locks.delete(lock)) return
			held -= 1
			tell()
			lock.dispatchEvent(new Event('release'))
		}
		const request = () => {
			const lock = Object.assign(new EventTarget(), { type: 'screen', release: () => Promise.resolve(drop(lock)) })
			locks.add(lock)
			held += 1
			asked += 1
			tell()
			return Promise.resolve(lock)
		}
		Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => ({ request }) })
		// As browsers do: who is out of view loses the lock.
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'hidden') for (const lock of locks) drop(lock)
		})
	})
	const see = (state: 'hidden' | 'visible') =>
		page.evaluate((now) => {
			Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
			document.dispatchEvent(new Event('visibilitychange'))
		}, state)
	const held = () => page.evaluate(() => Number(sessionStorage.getItem('locks-held')))
	const asked = () => page.evaluate(() => Number(sessionStorage.getItem('locks-asked')))

	const evening = new Date(2026, 9, 6, 21, 50)
	await page.clock.install({ time: evening })
	await openCase(page, wallCase({ now: evening.getTime(), wall: { quietFrom: '22:00', quietTo: '06:30' } }))
	expect(await asked()).toBe(0)
	await page.goto('/wall/veldhaven')
	await expect(word(page, 'claim')).toBeVisible()
	await expect.poll(held).toBe(1)

	await see('hidden')
	await expect.poll(held).toBe(0)
	await see('visible')
	await expect.poll(held).toBe(1)
	expect(await asked()).toBe(2)

	const night = page.getByTestId('wall-night')
	await page.clock.fastForward('11:00')
	await expect(night).toContainText(/The wall is back at 06:30/)
	await expect.poll(held).toBe(0)
	await see('hidden')
	await see('visible')
	expect(await asked()).toBe(2)
	// Who comes by at night sees the wall for a minute.
	await page.mouse.move(300, 300)
	await page.clock.fastForward(1000)
	await expect(night).toHaveCount(0)
	await expect.poll(held).toBe(1)
	await page.clock.fastForward('01:01')
	await expect(night).toBeVisible()
	await expect.poll(held).toBe(0)
	await page.clock.fastForward('08:30:00')
	await expect(night).toHaveCount(0)
	await expect.poll(held).toBe(1)

	await page.getByRole('link', { name: 'Back to the atlas' }).click()
	await page.waitForURL(/\/atlas\/veldhaven\/voice/)
	await expect.poll(held).toBe(0)
})

test('the wall fills the screen and gives it back, and its controls show only to who moves', async ({ page }) => {
	await page.clock.install()
	await openCase(page, wallCase())
	await page.goto('/wall/veldhaven')
	await expect(word(page, 'claim')).toBeVisible()
	const controls = page.getByRole('toolbar', { name: 'Wall controls' })
	const fills = () => page.evaluate(() => document.fullscreenElement?.tagName ?? null)
	const size = page.viewportSize() ?? { width: 0, height: 0 }

	await page.keyboard.press('f')
	await expect.poll(fills).toBe('HTML')
	await expect(controls.getByRole('button', { name: 'Leave full screen' })).toBeVisible()
	await page.keyboard.press('f')
	await expect.poll(fills).toBe(null)
	await controls.getByRole('button', { name: 'Full screen' }).click()
	await expect.poll(fills).toBe('HTML')
	// What names a control is shown beside the wall, and has to be within what fills the screen.
	await controls.getByRole('button', { name: 'Next scene' }).hover()
	await expect
		.poll(() =>
			page.evaluate(() => document.fullscreenElement?.querySelector('[data-tooltip-content]')?.textContent?.trim())
		)
		.toMatch(/^Next scene/)
	await controls.getByRole('button', { name: 'Leave full screen' }).click()
	await expect.poll(fills).toBe(null)

	await page.mouse.move(200, 200)
	await expect(controls).toHaveCSS('opacity', '1')
	await page.clock.fastForward(4000)
	await expect(controls).toHaveCSS('opacity', '0')
	const cursor = () =>
		page.evaluate(([x, y]) => getComputedStyle(document.elementFromPoint(x, y) ?? document.body).cursor, [
			size.width / 2,
			size.height / 2
		] as const)
	expect(await cursor()).toBe('none')
	await page.mouse.move(240, 220)
	await expect(controls).toHaveCSS('opacity', '1')
	await expect.poll(cursor).not.toBe('none')
	await page.clock.fastForward(4000)
	await expect(controls).toHaveCSS('opacity', '0')
	// Who steers by keyboard sees what has the focus.
	await page.keyboard.press('Tab')
	await expect(controls).toHaveCSS('opacity', '1')
	await page.clock.fastForward(4000)
	await expect(controls).toHaveCSS('opacity', '1')
})

/** What of a page can be made to stand still. */
type Stall = 'reading' | 'opening' | 'drawing' | 'scenes'

/** A wall of which something can be stalled. */
class StallableWall {
	readonly #page: Page
	/** How often the page was loaded. */
	loads = 0

	constructor(page: Page) {
		this.#page = page
		page.on('domcontentloaded', () => (this.loads += 1))
	}

	async open(wall: object): Promise<void> {
		await this.#page.clock.install()
		await this.#page.addInitScript(() => {
			const isStalled = (what: string) => sessionStorage.getItem('stalled') === what
			const calls: Record<string, string[]> = {
				reading: ['pulse', 'words', 'wordOrigins', 'groups'],
				opening: ['openAtlas']
			}
			const unanswered = new Set<unknown>()
			const heard = new WeakSet<MessagePort>()
			Reflect.set(window, 'unanswered', unanswered)
			MessagePort.prototype.postMessage = new Proxy(MessagePort.prototype.postMessage, {
				apply(post, port: MessagePort, parts) {
					const call = String(Object(parts[0]).name)
					if (Object(parts[0]).kind === 'call') unanswered.add(Object(parts[0]).id)
					if (!heard.has(port)) port.addEventListener('message', ({ data }) => unanswered.delete(Object(data).id))
					heard.add(port)
					const isLost = Object.entries(calls).some(([what, names]) => isStalled(what) && names.includes(call))
					if (!isLost) Reflect.apply(post, port, parts)
				}
			})
			window.requestAnimationFrame = new Proxy(window.requestAnimationFrame, {
				apply: (draw, self, [callback]: [FrameRequestCallback]) =>
					Reflect.apply(draw, self, [(time: number) => isStalled('drawing') || callback(time)])
			})
			window.setInterval = new Proxy(window.setInterval, {
				apply: (every, self, [callback, time]: [() => void, number]) =>
					Reflect.apply(every, self, [() => (time === 1000 && isStalled('scenes')) || callback(), time])
			})
		})
		await openCase(this.#page, wallCase({ wall }))
		await this.#page.goto('/wall/veldhaven')
		await expect(word(this.#page, 'claim')).toBeVisible()
	}

	async stall(what: Stall): Promise<void> {
		await this.#page.evaluate((now) => sessionStorage.setItem('stalled', now), what)
	}

	async heal(): Promise<void> {
		await this.#page.evaluate(() => sessionStorage.removeItem('stalled'))
	}

	/** Lets minutes pass in which all goes well: the store is not hurried with the clock, so it is waited for. */
	async passWell(minutes: number): Promise<void> {
		for (let seconds = 0; seconds < minutes * 60; seconds += 10) {
			await expect.poll(() => this.#page.evaluate(() => Object(Reflect.get(window, 'unanswered')).size)).toBe(0)
			await this.#page.clock.fastForward(10_000)
		}
	}

	/** Lets minutes pass in steps, as they do where a machine does not sleep, or fewer if the page is loaded anew. */
	async pass(minutes: number): Promise<void> {
		const before = this.loads
		for (let seconds = 0; seconds < minutes * 60 && this.loads === before; seconds += 10) {
			await this.#page.clock.fastForward(10_000).catch((error: unknown) => {
				// The page that goes takes the clock with it.
				if (!/navigation|context/.test(String(error))) throw error
			})
		}
	}

	/** Goes on, or back, until a scene is there. */
	async turnTo(scene: string, key = 'ArrowRight'): Promise<void> {
		for (let turn = 0; turn < 9; turn += 1) {
			if ((await wall(this.#page).getAttribute('data-scene')) === scene) return
			await this.#page.keyboard.press(key)
		}
		await expect(wall(this.#page)).toHaveAttribute('data-scene', scene)
	}
}

for (const what of ['reading', 'drawing', 'scenes'] as const) {
	test(`a wall is loaded anew when its ${what} stalled, on the same scene and not all the time`, async ({ page }) => {
		const stallable = new StallableWall(page)
		// Words that may have to wait make the wall read again by itself; of a scene that stays long it can be seen whether it is the same.
		await stallable.open({ hold: what === 'reading' ? 1 : 0, seconds: what === 'scenes' ? 60 : 600 })
		const first = stallable.loads
		await stallable.passWell(5)
		expect(stallable.loads).toBe(first)

		await stallable.turnTo('cloud')
		await stallable.stall(what)
		await stallable.pass(5)
		expect(stallable.loads).toBe(first + 1)
		await stallable.heal()
		await expect(wall(page)).toHaveAttribute('data-scene', 'cloud')
		await expect(word(page, 'claim')).toBeVisible()

		await stallable.turnTo('echo')
		await stallable.stall(what)
		await stallable.pass(5)
		expect(stallable.loads).toBe(first + 1)
		await stallable.pass(10)
		expect(stallable.loads).toBe(first + 2)
		await stallable.heal()
		await expect(wall(page)).toHaveAttribute('data-scene', 'echo')
		await expect(page.getByTestId('wall-scene')).toBeVisible()
	})
}

test('a wall that lost its data shows what its scenes showed last', async ({ page }) => {
	const stallable = new StallableWall(page)
	await stallable.open({ hold: 1, seconds: 600 })
	const channels = page.getByText('2 of 10 channels give customers what they ask for')
	// Backwards, so that the value echo was not there yet.
	await stallable.turnTo('channels', 'ArrowLeft')
	await expect(channels).toBeVisible()
	await stallable.stall('reading')
	await stallable.turnTo('echo')
	await stallable.pass(1.5)
	await expect(page.getByTestId('wall-banner')).toHaveText('Connection to the data lost; this is the last picture.')
	await expect(page.getByText('What belongs here cannot be read at the moment.')).toBeVisible()
	await stallable.turnTo('channels')
	await expect(channels).toBeVisible()
	await stallable.turnTo('cloud')
	await expect(word(page, 'claim')).toBeVisible()
})

test('a wall whose data never opens is loaded anew, and is there once they do', async ({ page }) => {
	const stallable = new StallableWall(page)
	await stallable.open({})
	await stallable.stall('opening')
	await page.reload()
	await expect(page.getByRole('status')).toHaveText('Opening')
	const before = stallable.loads
	await stallable.pass(1)
	await page.clock.fastForward(10_000)
	await expect(page.getByRole('status')).toHaveText(
		/The data cannot be opened yet; it is being tried again\. Attempt \d/
	)
	expect(stallable.loads).toBe(before)
	await stallable.pass(5)
	expect(stallable.loads).toBe(before + 1)
	await stallable.heal()
	await page.clock.fastForward(10_000)
	await stallable.pass(2)
	await expect(word(page, 'claim')).toBeVisible()
})

/** Two ways in which one scene breaks: while it is drawn, and in what follows when it is there. `isBack`: it shows again. */
const breaks = [
	{
		scene: 'tasks',
		/** Only the scene of what is decided writes days like this. */
		harm: () => {
			Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
				construct(format, [locale, options = {}]: [string, Intl.DateTimeFormatOptions?]) {
					if (options.month === 'short' && options.timeZone === 'UTC' && sessionStorage.getItem('harm')) {
						sessionStorage.setItem('harmed', String(Number(sessionStorage.getItem('harmed')) + 1))
						throw new Error('Broken on purpose')
					}
					return Reflect.construct(format, [locale, options])
				}
			})
		},
		isBack: (page: Page) => page.getByText('We are working on one thing')
	},
	{
		scene: 'cloud',
		/** Only the cloud asks a worker for a layout. */
		harm: () => {
			Worker.prototype.postMessage = new Proxy(Worker.prototype.postMessage, {
				apply(post, worker, parts) {
					if ('words' in Object(parts[0]) && 'options' in Object(parts[0]) && sessionStorage.getItem('harm')) {
						sessionStorage.setItem('harmed', String(Number(sessionStorage.getItem('harmed')) + 1))
						throw new Error('Broken on purpose')
					}
					return Reflect.apply(post, worker, parts)
				}
			})
		},
		isBack: (page: Page) => word(page, 'claim')
	}
] as const

test.describe(() => {
	test.use({ expected: /Broken on purpose/ })
	for (const { scene, harm, isBack } of breaks) {
		test(`the other scenes go on without the ${scene} that broke, which comes back after ten minutes`, async ({
			page
		}) => {
			await page.clock.install()
			await page.addInitScript(harm)
			await openCase(page, wallCase({ wall: { seconds: 40 } }))
			await page.evaluate(() => sessionStorage.setItem('harm', 'yes'))
			await page.goto('/wall/veldhaven')
			await expect(page.getByTestId('wall-mentions')).toHaveText('6')
			const harmed = () => page.evaluate(() => Number(sessionStorage.getItem('harmed')))
			const seen = new Set<string>()
			const look = async (minutes: number) => {
				// After a leap so wide the watchdog takes it that the machine slept, and does not think anything stalled.
				for (let seconds = 0; seconds < minutes * 60; seconds += 40) {
					await page.clock.fastForward(40_000)
					seen.add((await wall(page).getAttribute('data-scene')) ?? '')
					await expect(wall(page)).not.toContainText(/Broken|error|undefined|cannot/i)
				}
			}
			await look(6)
			const others = ['channels', 'cloud', 'done', 'echo', 'tasks'].filter((other) => other !== scene)
			expect([...seen].toSorted()).toEqual(others)
			expect(await harmed()).toBe(1)
			await look(13)
			expect(await harmed()).toBe(2)
			expect([...seen].toSorted()).toEqual(others)
			await page.evaluate(() => sessionStorage.removeItem('harm'))
			await look(16)
			expect(await harmed()).toBe(2)
			expect(seen).toContain(scene)
			for (let turn = 0; (await wall(page).getAttribute('data-scene')) !== scene && turn < 9; turn += 1)
				await page.keyboard.press('ArrowRight')
			await expect(isBack(page)).toBeVisible()
		})
	}
})

test('nothing on the wall stays in one place for hours, and nothing goes far', async ({ page }) => {
	await page.clock.install()
	await openCase(page, wallCase())
	await page.goto('/wall/veldhaven')
	await expect(word(page, 'claim')).toBeVisible()
	await page.keyboard.press('Space')
	const place = async () => {
		const { x = 0, y = 0 } = (await page.getByRole('heading', { level: 1 }).boundingBox()) ?? {}
		return [x, y] as const
	}
	const places = [await place()]
	for (let turn = 0; turn < 8; turn += 1) {
		const last = places.at(-1)
		await page.clock.fastForward('03:00')
		await expect.poll(place).not.toEqual(last)
		places.push(await place())
	}
	expect(new Set(places.map(String)).size).toBeGreaterThanOrEqual(5)
	for (const axis of [0, 1] as const) {
		const along = places.map((at) => at[axis])
		expect(Math.max(...along) - Math.min(...along)).toBeLessThanOrEqual(24)
		expect(Math.max(...along) - Math.min(...along)).toBeGreaterThanOrEqual(12)
	}
})
