// One page for every competitor. Each is loaded by itself, so that none pays for another.
const tools = {
	'react-flow': () => import('./react-flow.jsx').then(({ reactFlow }) => reactFlow(false)),
	'react-flow-visible': () => import('./react-flow.jsx').then(({ reactFlow }) => reactFlow(true)),
	tldraw: () => import('./tldraw.jsx').then(({ tldraw }) => tldraw()),
	excalidraw: () => import('./excalidraw.jsx').then(({ excalidraw }) => excalidraw())
}
const target = document.getElementById('app') ?? document.body
let tool = null
let began = null

window.bench = {
	/** Loads a tool's program and puts the map ({nodes, links}) into its own form. None of this is measured. */
	async prepare(kind, map) {
		tool = await tools[kind]()
		await tool.prepare(map)
	},
	/** Draws the whole map. Measured. */
	start(viewport) {
		began = tool.start(target, viewport)
	},
	async ready() {
		await began
	},
	look(viewport) {
		tool.look(viewport)
	},
	zoom() {
		return tool.zoom()
	}
}
window.isLoaded = true
