import 'virtual:uno.css'
import '../../src/app.css'
import { flushSync, mount } from 'svelte'
import type { MapEditor } from '#lib/canvas/editor.svelte.ts'
import { readWorkspaceFile } from '#lib/domain/interchange/workspace-file.ts'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'
import { generatedAtlas } from './generated-atlas.ts'
import MapHost from './MapHost.svelte'
import { MemorySession } from './memory-session.svelte.ts'
import PlainFlow from './PlainFlow.svelte'

declare global {
	interface Window {
		/** What a measurement takes hold of. `look`: the whole map (null) or its middle at a zoom. */
		bench: {
			start(kind: 'map' | 'flow', nodes: number): void
			show(file: string | number, theme: string): void
			look(zoom: number | null): void
			editor: MapEditor | null
			session: MemorySession | null
		}
	}
}

const target = document.getElementById('app') ?? document.body
const locale = new URLSearchParams(location.search).get('lang') === 'zh-CN' ? 'zh-CN' : 'en'
overwriteGetLocale(() => locale)

function lookWith(editor: MapEditor) {
	return (zoom: number | null) => {
		const { bounds } = editor.scene.index
		if (zoom === null || bounds === null) editor.fit(true)
		else {
			editor.scene.viewport = {
				zoom,
				x: innerWidth / 2 - ((bounds.left + bounds.right) / 2) * zoom,
				y: innerHeight / 2 - ((bounds.top + bounds.bottom) / 2) * zoom
			}
		}
	}
}

function open(session: MemorySession, kind: 'map' | 'flow', bare: boolean) {
	window.bench.session = session
	if (kind === 'flow') {
		mount(PlainFlow, { target, props: { session, onready: (look) => (window.bench.look = look) } })
	} else {
		mount(MapHost, {
			target,
			props: {
				session,
				bare,
				onready: (editor) => {
					window.bench.editor = editor
					window.bench.look = lookWith(editor)
				}
			}
		})
	}
	flushSync()
}

window.bench = {
	editor: null,
	session: null,
	look() {},
	start(kind, nodes) {
		open(new MemorySession(generatedAtlas(nodes)), kind, true)
	},
	show(file, theme) {
		document.documentElement.dataset.theme = theme
		if (typeof file === 'number') return open(new MemorySession(generatedAtlas(file)), 'map', false)
		const read = readWorkspaceFile(file)
		if (read.ok) open(new MemorySession(read.atlas), 'map', false)
	}
}
