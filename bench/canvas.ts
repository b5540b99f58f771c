// Measures the map beside plain Svelte Flow with the same cards, React Flow, tldraw and Excalidraw: the same map, the same gestures.
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../scripts/chromium.js'
import type { PlacedMap, PlacedNode } from './canvas-page/looking.ts'
import { gestures, MeasuredPage, type Gesture } from './gestures.ts'
import { growth, type BenchRow } from './row.ts'
import { served } from './served.ts'
import { limitTabs } from './tab-memory.ts'

const allTools = {
	map: { name: 'the map', wheel: 30 },
	flow: { name: 'plain Svelte Flow', wheel: 30 },
	'react-flow': { name: 'React Flow', wheel: 30 },
	'react-flow-visible': { name: 'React Flow, only visible', wheel: 30 },
	tldraw: { name: 'tldraw', wheel: 4.2 },
	excalidraw: { name: 'Excalidraw', wheel: 4.2 }
} as const
type Tool = keyof typeof allTools
const others = ['react-flow', 'react-flow-visible', 'tldraw', 'excalidraw'] as const satisfies Tool[]

/** The memory that a tool's tab may take, in bytes. */
const memory = 10 * 2 ** 30

const window = { width: 1280, height: 800 }
const views = { working: 'at working zoom', whole: 'with the whole map in view' } as const
type View = keyof typeof views
type Viewport = { x: number; y: number; zoom: number }

/** What one tool needs for one map, in milliseconds of its main thread; null: its page crashed. */
type Figures = { first: number | null; frames: Record<View, Record<Gesture, number | null>> }

function path(name: string): string {
	return fileURLToPath(new URL(name, import.meta.url))
}

/** Whether the packages of the other tools are there. They are of use to this measurement alone, so nothing installs them unasked. */
function hasCompetitors(): boolean {
	return existsSync(path('competitors/node_modules/.package-lock.json'))
}

function fitted({ nodes }: PlacedMap): Viewport {
	const [left, top] = [Math.min(...nodes.map(({ x }) => x)), Math.min(...nodes.map(({ y }) => y))]
	const right = Math.max(...nodes.map(({ x, width }) => x + width))
	const bottom = Math.max(...nodes.map(({ y, height }) => y + height))
	const zoom = Math.min((window.width - 80) / (right - left), (window.height - 80) / (bottom - top))
	return { zoom, x: window.width / 2 - (zoom * (left + right)) / 2, y: window.height / 2 - (zoom * (top + bottom)) / 2 }
}

function pointOf({ x, y, width, height }: PlacedNode, viewport: Viewport): { x: number; y: number } {
	return { x: (x + width / 2) * viewport.zoom + viewport.x, y: (y + height / 2) * viewport.zoom + viewport.y }
}

/** The need nearest to the middle of the map: what is dragged, and what is in the middle at working zoom. */
function middleNode(map: PlacedMap, whole: Viewport): PlacedNode {
	const away = (node: PlacedNode) => {
		const { x, y } = pointOf(node, whole)
		return Math.hypot(x - window.width / 2, y - window.height / 2)
	}
	const [found] = map.nodes.filter(({ type }) => type === 'need').sort((one, other) => away(one) - away(other))
	if (found === undefined) throw new Error('The map has no need')
	return found
}

/** A browser with one tool and one map in it, drawn; `first`: what that took. */
async function opened(url: string, tool: Tool, map: PlacedMap, whole: Viewport) {
	const browser = await chromium.launch({
		executablePath: await findChromium(),
		args: ['--no-sandbox', '--disable-gpu']
	})
	const stop = await limitTabs(browser, memory)
	const close = async () => {
		stop()
		await browser.close()
	}
	try {
		const page = await browser.newPage({ viewport: window })
		page.setDefaultTimeout(120_000)
		await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort())
		await page.goto(url)
		await page.waitForFunction(() => 'bench' in globalThis)
		await page.evaluate(([kind, given]) => Reflect.get(globalThis, 'bench').prepare(kind, given), [
			tool,
			tool === 'map' || tool === 'flow' ? map.nodes.length : map
		] as const)
		// A session of the DevTools protocol does not answer any more once its tab is ended, so what waits for it is told here.
		const ended = new Promise<never>((_, reject) => page.once('crash', () => reject(new Error('The tab was ended'))))
		ended.catch(() => {})
		const measured = await MeasuredPage.of(page, allTools[tool].wheel)
		await measured.settle()
		const drawn = measured.until(() =>
			page.evaluate(async (viewport) => {
				const bench = Reflect.get(globalThis, 'bench')
				bench.start(viewport)
				await bench.ready()
			}, whole)
		)
		return { page, measured, first: await Promise.race([drawn, ended]), ended, close }
	} catch (error) {
		await close()
		throw error
	}
}

/** What a page that crashes or cannot go on has instead of a figure. It is opened again for the next one. */
function orCrashed(error: unknown, what: string): null {
	process.stderr.write(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
	return null
}

async function measure(url: string, tool: Tool, map: PlacedMap): Promise<Figures> {
	const whole = fitted(map)
	const node = middleNode(map, whole)
	const zoom = 0.8
	const working = {
		zoom,
		x: window.width / 2 - (node.x + node.width / 2) * zoom,
		y: window.height / 2 - (node.y + node.height / 2) * zoom
	}
	const on = `${map.nodes.length} ${tool}`
	const open = () => opened(url, tool, map, whole).catch((error: unknown) => orCrashed(error, `${on}, first picture`))
	let at = await open()
	const first = at?.first ?? null
	const frames: Figures['frames'] = {
		working: { pan: null, zoom: null, drag: null },
		whole: { pan: null, zoom: null, drag: null }
	}
	for (const [view, viewport] of [['whole', whole] as const, ['working', working] as const]) {
		for (const gesture of gestures) {
			at ??= first === null ? null : await open()
			if (at === null) continue
			const { page, measured, ended, close } = at
			const look = async () => {
				await page.evaluate((to) => Reflect.get(globalThis, 'bench').look(to), viewport)
				await measured.settle()
				return await measured.perFrame(gesture, pointOf(node, viewport))
			}
			try {
				frames[view][gesture] = await Promise.race([look(), ended])
			} catch (error) {
				frames[view][gesture] = orCrashed(error, `${on}, ${gesture} ${views[view]}`)
				await close()
				at = null
			}
		}
	}
	await at?.close()
	const shown = Object.entries(frames).map(([view, per]) => `${view} ${Object.values(per).map(told).join(' / ')}`)
	process.stderr.write(`${on}: first ${told(first)}, pan / zoom / drag ${shown.join(', ')}\n`)
	return { first, frames }
}

function told(figure: number | null): string {
	return figure === null ? 'crashed' : figure.toFixed(1)
}

/** Fewer tools and sizes while the map is worked on: `CANVAS_BENCH="map,flow 2000"`. */
function chosen(): { tools: Tool[]; sizes: number[] } {
	const [names = '', counts = ''] = (process.env.CANVAS_BENCH ?? '').split(' ')
	const known = Object.keys(allTools).filter((tool): tool is Tool => names === '' || names.split(',').includes(tool))
	const tools = known.filter((tool) => tool === 'map' || tool === 'flow' || hasCompetitors())
	if (tools.length < known.length)
		process.stderr.write(
			'React Flow, tldraw and Excalidraw are left out. To have them: npm ci --prefix bench/competitors --ignore-scripts\n'
		)
	return { tools, sizes: counts === '' ? [500, 2000, 5000] : counts.split(',').map(Number) }
}

/** The rows of the canvas for the table of `npm run bench`. */
export async function rows(): Promise<BenchRow[]> {
	const { tools, sizes } = chosen()
	const isAlone = !tools.some((tool) => tool !== 'map' && tool !== 'flow')
	const cache = (name: string) => path(`../node_modules/.cache/${name}`)
	const ours = await served(path('canvas-page/vite.config.ts'), cache('canvas-bench'))
	const theirs = isAlone ? null : await served(path('competitors/vite.config.ts'), cache('canvas-competitors'))
	try {
		const measured = new Map<number, Map<Tool, Figures>>()
		for (const size of sizes) {
			const map = await placed(ours.url, size)
			const figures = new Map<Tool, Figures>()
			for (const tool of tools) {
				const url = tool === 'map' || tool === 'flow' ? ours.url : (theirs?.url ?? '')
				figures.set(tool, await measure(url, tool, map))
			}
			measured.set(size, figures)
		}
		return tableOf(measured)
	} finally {
		ours.close()
		theirs?.close()
	}
}

async function placed(url: string, nodes: number): Promise<PlacedMap> {
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
	try {
		const page = await browser.newPage()
		await page.goto(url)
		return await page.evaluate((count) => Reflect.get(globalThis, 'bench').placed(count), nodes)
	} finally {
		await browser.close()
	}
}

function tableOf(measured: ReadonlyMap<number, ReadonlyMap<Tool, Figures>>): BenchRow[] {
	const table: BenchRow[] = []
	const add = (what: string, most: number, read: (figures: Figures) => number | null) => {
		const points = [...measured].flatMap(([size, figures]) => {
			const own = figures.get('map')
			const figure = own === undefined ? null : read(own)
			return figure === null ? [] : [{ size, figure }]
		})
		for (const { size, figure } of points) {
			const beside = others.flatMap((tool) => {
				const their = measured.get(size)?.get(tool)
				return their === undefined ? [] : [{ what: allTools[tool].name, figure: read(their) }]
			})
			const plain = measured.get(size)?.get('flow')
			const plainFigure = plain === undefined ? null : read(plain)
			const baseline = plainFigure === null ? undefined : { what: allTools.flow.name, figure: plainFigure }
			const isLast = size === points.at(-1)?.size
			table.push({
				what,
				on: `${size.toLocaleString('en')} nodes`,
				figure,
				unit: 'ms',
				...(baseline && { baseline, ratio: figure / baseline.figure }),
				beside,
				...(isLast && points.length > 1 && { exponent: growth(points) }),
				...barOf(size, figure, most, baseline?.figure, what.startsWith('first') ? [] : beside)
			})
		}
	}
	add('first picture', 0.15, ({ first }) => first)
	for (const view of ['working', 'whole'] as const) {
		for (const gesture of gestures)
			add(`${gesture} ${views[view]}, a frame`, 0.3, ({ frames }) => frames[view][gesture])
	}
	return table
}

function barOf(
	size: number,
	figure: number,
	most: number,
	baseline: number | undefined,
	beside: readonly { figure: number | null }[]
): Pick<BenchRow, 'bar' | 'holds'> {
	if (baseline === undefined) return {}
	const isBelow = beside.every((other) => other.figure === null || figure < other.figure)
	// The share of plain Svelte Flow is asked for from 2,000 nodes on; below, only to be quicker than the others.
	const isShare = size < 2000 || figure <= most * baseline
	const texts = [...(size < 2000 ? [] : [`ratio ≤ ${most}`]), ...(beside.length > 0 ? ['below all others'] : [])]
	return texts.length === 0 ? {} : { bar: texts.join(', '), holds: isShare && isBelow }
}
