// What a hand does on a canvas, as the browser sees it: real input events, one a frame, by the DevTools protocol.
import type { CDPSession, Page } from '@playwright/test'
import { median } from './row.ts'

type Point = Readonly<{ x: number; y: number }>
type Button = 'none' | 'left' | 'middle'

export const gestures = ['pan', 'zoom', 'drag'] as const
export type Gesture = (typeof gestures)[number]

/** Frames of one gesture, and of one where a single frame takes longer than `slow` milliseconds. */
const steps = 48
const fewSteps = 12
const slow = 100
const rounds = 3

/** A page whose main thread is measured: by the time the thread computed, not by the clock, so that a busy machine changes little. */
export class MeasuredPage {
	readonly page: Page
	readonly #devtools: CDPSession
	/** How far a turn of the wheel brings this tool nearer: the same gesture has to cover the same way in all of them. */
	readonly #wheel: number

	private constructor(page: Page, devtools: CDPSession, wheel: number) {
		this.page = page
		this.#devtools = devtools
		this.#wheel = wheel
	}

	static async of(page: Page, wheel: number): Promise<MeasuredPage> {
		const devtools = await page.context().newCDPSession(page)
		await devtools.send('Performance.enable')
		return new MeasuredPage(page, devtools, wheel)
	}

	/** Milliseconds that the main thread has computed so far. */
	async #computed(): Promise<number> {
		const { metrics } = await this.#devtools.send('Performance.getMetrics')
		const time = metrics.find(({ name }) => name === 'ThreadTime')
		if (time === undefined) throw new Error('This browser does not tell the time of its threads')
		return time.value * 1000
	}

	async #wait(milliseconds: number): Promise<void> {
		await this.page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), milliseconds)
	}

	/** Waits until the main thread has next to nothing to do; what a tool does at every frame even when idle is none of that. */
	async settle(longest = 60_000): Promise<void> {
		const end = Date.now() + longest
		let calm = 0
		let before = await this.#computed()
		while (calm < 2 && Date.now() < end) {
			await this.#wait(200)
			const now = await this.#computed()
			calm = now - before < 25 ? calm + 1 : 0
			before = now
		}
	}

	/** Milliseconds of the main thread from a call until the picture is complete. */
	async until(start: () => Promise<unknown>): Promise<number> {
		const before = await this.#computed()
		await start()
		await this.settle()
		return (await this.#computed()) - before
	}

	/** Milliseconds of the main thread for one frame of a gesture at a point, what is put off until its end included. */
	async perFrame(gesture: Gesture, at: Point): Promise<number> {
		const first = await this.#timed(gesture, at, fewSteps)
		if (first > slow) return first
		const times: number[] = []
		for (let round = 0; round < rounds; round += 1) times.push(await this.#timed(gesture, at, steps))
		return median(times)
	}

	async #timed(gesture: Gesture, at: Point, frames: number): Promise<number> {
		const before = await this.#computed()
		if (gesture === 'pan') await this.#pull(at, 'middle', { x: 13, y: 7 }, frames)
		else if (gesture === 'drag') await this.#pull(at, 'left', { x: 5, y: 3 }, frames)
		else await this.#zoom(at, frames)
		await this.#wait(400)
		return ((await this.#computed()) - before) / frames
	}

	/** Presses, moves there and back again, lets go a step away from where it began. The middle button pans in every one of these tools. */
	async #pull(from: Point, button: Button, by: Point, frames: number): Promise<void> {
		const buttons = button === 'middle' ? 4 : 1
		await this.#mouse('mouseMoved', from, 'none', 0)
		await this.#wait(60)
		await this.#mouse('mousePressed', from, button, buttons)
		for (let frame = 1; frame <= frames; frame += 1) {
			const way = Math.min(frame, frames - frame + 1)
			await this.#mouse('mouseMoved', { x: from.x + by.x * way, y: from.y + by.y * way }, button, buttons)
		}
		await this.#mouse('mouseReleased', { x: from.x + by.x, y: from.y + by.y }, button, 0)
	}

	async #mouse(
		type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
		{ x, y }: Point,
		button: Button,
		buttons: number
	): Promise<void> {
		const clickCount = type === 'mouseMoved' ? 0 : 1
		await this.#devtools.send('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount })
		if (type === 'mouseMoved') await this.#nextFrame()
	}

	async #zoom(at: Point, frames: number): Promise<void> {
		await this.#mouse('mouseMoved', at, 'none', 0)
		for (let frame = 0; frame < frames; frame += 1) {
			const deltaY = frame < frames / 2 ? -this.#wheel : this.#wheel
			await this.#devtools.send('Input.dispatchMouseEvent', {
				type: 'mouseWheel',
				...at,
				deltaX: 0,
				deltaY,
				modifiers: 2
			})
			await this.#nextFrame()
		}
	}

	/** One event, one frame: otherwise a slow page would be asked for fewer pictures than a quick one. */
	async #nextFrame(): Promise<void> {
		await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
	}
}
