import 'tldraw/tldraw.css'
import { createRoot } from 'react-dom/client'
import {
	createBindingId,
	createShapeId,
	defaultBindingUtils,
	defaultShapeUtils,
	defaultTools,
	toRichText
} from 'tldraw'
import { Tldraw } from 'tldraw'

const colours = { persona: 'violet', value: 'red', need: 'blue', channel: 'green', product: 'orange' }
const zoomSteps = [0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4]

/** tldraw without its panels: a rectangle with its name for each node, a bound arrow for each link. */
export function tldraw() {
	let shapes = []
	let bindings = []
	let editor = null
	return {
		prepare(map) {
			const boxes = new Map(map.nodes.map((node) => [node.id, node]))
			const cards = map.nodes.map(({ id, type, x, y, width, height, name }) => ({
				id: createShapeId(id),
				type: 'geo',
				x,
				y,
				props: {
					geo: 'rectangle',
					w: width,
					h: height,
					fill: 'solid',
					dash: 'solid',
					color: colours[type],
					size: 's',
					font: 'sans',
					richText: toRichText(name)
				}
			}))
			const arrows = map.links.map(({ id, from, to }) => {
				const [start, end] = [boxes.get(from), boxes.get(to)]
				return {
					id: createShapeId(id),
					type: 'arrow',
					x: start.x,
					y: start.y,
					props: {
						dash: 'solid',
						size: 's',
						start: { x: start.width / 2, y: start.height / 2 },
						end: { x: end.x - start.x + end.width / 2, y: end.y - start.y + end.height / 2 },
						arrowheadEnd: 'none'
					}
				}
			})
			bindings = map.links.flatMap(({ id, from, to }) =>
				[
					['start', from],
					['end', to]
				].map(([terminal, node]) => ({
					id: createBindingId(`${id}/${terminal}`),
					type: 'arrow',
					fromId: createShapeId(id),
					toId: createShapeId(node),
					props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' }
				}))
			)
			shapes = [...arrows, ...cards]
		},
		start(target, viewport) {
			return new Promise((resolve) => {
				createRoot(target).render(
					<Tldraw
						hideUi
						shapeUtils={defaultShapeUtils}
						bindingUtils={defaultBindingUtils}
						tools={defaultTools}
						options={{ maxShapesPerPage: 100_000 }}
						cameraOptions={{ zoomSteps }}
						onMount={(mounted) => {
							editor = mounted
							editor.run(
								() => {
									editor.createShapes(shapes)
									editor.createBindings(bindings)
								},
								{ history: 'ignore' }
							)
							this.look(viewport)
							resolve()
						}}
					/>
				)
			})
		},
		look({ x, y, zoom }) {
			editor.setCamera({ x: x / zoom, y: y / zoom, z: zoom })
		},
		zoom() {
			return editor.getZoomLevel()
		}
	}
}
