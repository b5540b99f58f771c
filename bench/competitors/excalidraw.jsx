import '@excalidraw/excalidraw/index.css'
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'

const colours = { persona: '#d0bfff', value: '#ffc9c9', need: '#a5d8ff', channel: '#b2f2bb', product: '#ffd8a8' }

/** Excalidraw: a filled rectangle with its name for each node, a bound arrow for each link. */
export function excalidraw() {
	let elements = []
	let api = null
	return {
		prepare(map) {
			const boxes = new Map(map.nodes.map((node) => [node.id, node]))
			const cards = map.nodes.map(({ id, type, x, y, width, height, name }) => ({
				type: 'rectangle',
				id,
				x,
				y,
				width,
				height,
				backgroundColor: colours[type],
				fillStyle: 'solid',
				roughness: 0,
				strokeWidth: 1,
				label: { text: name, fontSize: 14, fontFamily: 2 }
			}))
			elements = convertToExcalidrawElements(cards, { regenerateIds: false })
			const byId = new Map(elements.map((element) => [element.id, element]))
			// The converter looks for the ends of each arrow in the whole list, so the arrows are bound by hand.
			const arrows = convertToExcalidrawElements(
				map.links.map(({ id, from, to }) => {
					const [start, end] = [boxes.get(from), boxes.get(to)]
					const [dx, dy] = [end.x - start.x - start.width, end.y - start.y]
					return {
						type: 'arrow',
						id,
						x: start.x + start.width,
						y: start.y + start.height / 2,
						points: [
							[0, 0],
							[dx, dy]
						],
						width: Math.abs(dx),
						height: Math.abs(dy),
						roughness: 0,
						strokeWidth: 1,
						endArrowhead: null
					}
				}),
				{ regenerateIds: false }
			)
			arrows.forEach((arrow, place) => {
				const { from, to } = map.links[place]
				arrow.startBinding = { elementId: from, focus: 0, gap: 1 }
				arrow.endBinding = { elementId: to, focus: 0, gap: 1 }
				for (const end of [from, to]) {
					const card = byId.get(end)
					card.boundElements = [...(card.boundElements ?? []), { id: arrow.id, type: 'arrow' }]
				}
			})
			elements = [...arrows, ...elements]
		},
		start(target, { x, y, zoom }) {
			return new Promise((resolve) => {
				createRoot(target).render(
					<Excalidraw
						initialData={{
							elements,
							appState: { scrollX: x / zoom, scrollY: y / zoom, zoom: { value: zoom } }
						}}
						excalidrawAPI={(given) => {
							api = given
							resolve()
						}}
					/>
				)
			})
		},
		look({ x, y, zoom }) {
			api.updateScene({ appState: { scrollX: x / zoom, scrollY: y / zoom, zoom: { value: zoom } } })
		},
		zoom() {
			return api.getAppState().zoom.value
		}
	}
}
