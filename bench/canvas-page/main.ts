import 'virtual:uno.css'
import '../../src/app.css'
import { flushSync, mount } from 'svelte'
import type { MapEditor } from '#lib/canvas/editor.svelte.ts'
import { setDeliveryStatus } from '#lib/domain/changes/set-delivery-status.ts'
import { readWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'
import type { Viewport } from '#lib/canvas/view.ts'
import { generatedAtlas } from './generated-atlas.ts'
import type { Looking, PlacedMap } from './looking.ts'
import MapHost from './MapHost.svelte'
import { MemorySession } from './memory-session.svelte.ts'
import { placedMap } from './placed-map.ts'
import PlainFlow from './PlainFlow.svelte'
import { steadiness, type Steadiness } from './steady-cloud.ts'

declare global {
	interface Window {
		/** What a measurement takes hold of. */
		bench: {
			/** A generated map of so many nodes as plain values, for tools that are not ours. */
			placed(nodes: number): PlacedMap
			/** Has a generated atlas ready. Not measured. */
			prepare(kind: 'map' | 'flow', nodes: number): void
			/** Draws it. Measured. The map itself begins with everything in view, the others where they are told. */
			start(viewport: Viewport): void
			ready(): Promise<void>
			look(viewport: Viewport): void
			zoom(): number
			/** The map with all its panels, of a workspace file or a generated atlas: to be looked at. */
			show(file: string | number, theme: string): void
			/** Changes the status of a delivery; milliseconds of script until findings and map show it. */
			edit(number: number): number
			steadiness(updates: number): Steadiness
			editor: MapEditor | null
			session: MemorySession | null
		}
	}
}

const target = document.getElementById('app') ?? document.body
const locale = new URLSearchParams(location.search).get('lang') === 'zh-CN' ? 'zh-CN' : 'en'
overwriteGetLocale(() => locale)

let prepared: { kind: 'map' | 'flow'; atlas: Atlas } | null = null
let canvas: Looking | null = null

function openMap(session: MemorySession, bare: boolean) {
	window.bench.session = session
	const onready = (editor: MapEditor) => {
		const { scene } = editor
		window.bench.editor = editor
		canvas = { look: (viewport) => (scene.viewport = viewport), zoom: () => scene.viewport.zoom }
	}
	mount(MapHost, { target, props: { session, bare, onready } })
	flushSync()
}

window.bench = {
	editor: null,
	session: null,
	placed: (nodes) => placedMap(new MemorySession(generatedAtlas(nodes))),
	prepare(kind, nodes) {
		prepared = { kind, atlas: generatedAtlas(nodes) }
	},
	start(viewport) {
		if (prepared === null) throw new Error('Nothing is prepared')
		const session = new MemorySession(prepared.atlas)
		if (prepared.kind === 'map') return openMap(session, true)
		mount(PlainFlow, { target, props: { session, start: viewport, onready: (ready) => (canvas = ready) } })
		flushSync()
	},
	ready: () => Promise.resolve(),
	look: (viewport) => canvas?.look(viewport),
	zoom: () => canvas?.zoom() ?? 1,
	edit(number) {
		const { session } = window.bench
		const delivery = [...(session?.atlas.delivers.values() ?? [])][number]
		if (session === null || delivery === undefined) throw new Error('There is no such delivery')
		const { product, channel, status } = delivery
		const begin = performance.now()
		session.run(setDeliveryStatus, { product, channel, status: status === 'live' ? 'planned' : 'live' })
		flushSync()
		return performance.now() - begin
	},
	steadiness,
	show(file, theme) {
		document.documentElement.dataset.theme = theme
		if (typeof file === 'number') return openMap(new MemorySession(generatedAtlas(file)), false)
		const read = readWorkspaceFile(file)
		if (read.ok) openMap(new MemorySession(read.atlas), false)
	}
}
