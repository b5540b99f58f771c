import '@xyflow/react/dist/base.css'
import 'virtual:uno.css'
import '../../src/app.css'
import '../../src/lib/canvas/map.css'
import { Handle, Position, ReactFlow } from '@xyflow/react'
import { memo } from 'react'
import { createRoot } from 'react-dom/client'

// The same card as the map's, element for element: what is compared is the canvas and not the content.
const icons = {
	persona: 'i-lucide-user-round',
	value: 'i-lucide-heart',
	need: 'i-lucide-target',
	channel: 'i-lucide-radio-tower',
	product: 'i-lucide-package'
}

const Card = memo(function Card({ type, data }) {
	return (
		<div className="map-card" data-node={type}>
			<svg className="map-outline" viewBox={`0 0 ${data.width} ${data.height}`} aria-hidden="true">
				<path d={data.outline} />
			</svg>
			{type === 'persona' && <div className="map-avatar">{data.name.slice(0, 2)}</div>}
			{type === 'value' && <span className={`map-glyph ${icons.value}`} />}
			<div className="map-body">
				<div className="map-label">
					<span className={icons[type]} aria-hidden="true" />
					{data.label}
				</div>
				<div className={type === 'need' || type === 'product' ? 'map-name' : 'map-name one-line'} title={data.name}>
					{data.name}
				</div>
			</div>
			{data.findings > 0 && (
				<span className="map-flags">
					<span className="i-lucide-flag" aria-hidden="true" />
					<span aria-hidden="true">{data.findings}</span>
				</span>
			)}
			<Handle type="target" position={Position.Left} />
			<Handle type="source" position={Position.Right} />
		</div>
	)
})

const nodeTypes = { persona: Card, value: Card, need: Card, channel: Card, product: Card }

/** React Flow with all nodes and links as its guide shows it; `isVisibleOnly`: with onlyRenderVisibleElements. */
export function reactFlow(isVisibleOnly) {
	let nodes = []
	let edges = []
	let flow = null
	return {
		prepare(map) {
			nodes = map.nodes.map(({ id, type, x, y, width, height, ...data }) => ({
				id,
				type,
				position: { x, y },
				width,
				height,
				handles: [
					{ type: 'target', position: 'left', x: 0, y: height / 2, width: 1, height: 1 },
					{ type: 'source', position: 'right', x: width, y: height / 2, width: 1, height: 1 }
				],
				data: { ...data, width, height }
			}))
			edges = map.links.map(({ id, from, to }) => ({ id, source: from, target: to }))
		},
		start(target, viewport) {
			return new Promise((resolve) => {
				createRoot(target).render(
					<div className="map-surface" data-detail="all" style={{ position: 'absolute', inset: 0 }}>
						<ReactFlow
							defaultNodes={nodes}
							defaultEdges={edges}
							nodeTypes={nodeTypes}
							defaultViewport={viewport}
							minZoom={0.02}
							maxZoom={2.5}
							onlyRenderVisibleElements={isVisibleOnly}
							proOptions={{ hideAttribution: true }}
							onInit={(instance) => {
								flow = instance
								resolve()
							}}
						/>
					</div>
				)
			})
		},
		look(viewport) {
			void flow.setViewport(viewport)
		},
		zoom() {
			return flow.getViewport().zoom
		}
	}
}
