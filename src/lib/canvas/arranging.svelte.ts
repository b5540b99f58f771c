import { arrangeMap } from '#lib/domain/changes/arrange-map.ts'
import { roles, stages, type Role, type Stage } from '#lib/domain/model/fields.ts'
import type { Position } from '#lib/domain/model/atlas.ts'
import { roleLabel, stageLabel } from '#lib/wording/labels.ts'
import { arrangeBy, type Lane } from './arrange-by.ts'
import { arrangeInWorker } from './arrange-in-worker.ts'
import type { Box } from './grid-index.ts'
import { keepPinned } from './keep-pinned.ts'
import type { MapSession } from './map-session.ts'
import { sizeOfType } from './node-shape.ts'
import type { MapScene } from './scene.svelte.ts'

/** How the whole map can be arranged. */
export const arrangements = ['layers', 'stage', 'role'] as const
export type Arrangement = (typeof arrangements)[number]

/** What Arranging needs of the editor. */
export type ArrangeHost = {
	readonly session: MapSession
	readonly scene: MapScene
	fit(): void
}

/** Arranges the whole map, as one step. What is pinned stays where it is, and the rest comes around it. */
export class Arranging {
	isBusy = $state(false)
	#stop: (() => void) | null = null
	readonly #host: ArrangeHost

	constructor(host: ArrangeHost) {
		this.#host = host
	}

	/** In layers it runs beside the window and can be stopped; in lanes it is done at once. */
	async arrange(how: Arrangement = 'layers'): Promise<void> {
		const { graph } = this.#host.scene
		if (this.isBusy || graph.nodes.size === 0) return
		if (how !== 'layers') {
			const { places, lanes } = arrangeBy(graph, how)
			this.#write(places, lanes)
			return
		}
		this.isBusy = true
		const work = arrangeInWorker(graph)
		this.#stop = work.cancel
		const places = await work.places
		this.#stop = null
		this.isBusy = false
		if (places !== null) this.#write(places, [])
	}

	stop(): void {
		this.#stop?.()
	}

	#write(arranged: ReadonlyMap<string, Position>, lanes: readonly Lane[]): void {
		const { session, scene } = this.#host
		const pinned = new Map<string, Box>()
		for (const id of session.atlas.pins.keys()) {
			const box = scene.boxes.get(id)
			if (box !== undefined) pinned.set(id, box)
		}
		const sizeOf = (id: string) => sizeOfType[scene.graph.nodes.get(id)?.type ?? 'need']
		const { places, by } = keepPinned(arranged, pinned, sizeOf)
		const positions = [...places].map(([id, { x, y }]) => ({ id, x, y }))
		if (positions.length === 0) return
		const outcome = session.run(arrangeMap, {
			positions,
			lanes: lanes.map(({ of, box }) => ({
				name: laneName(of),
				x: box.left + by.x,
				y: box.top + by.y,
				width: box.right - box.left,
				height: box.bottom - box.top
			}))
		})
		if (outcome.ok) this.#host.fit()
	}
}

function laneName(of: Stage | Role): string {
	const stage = stages.find((one) => one === of)
	if (stage !== undefined) return stageLabel[stage]()
	const role = roles.find((one) => one === of)
	return role === undefined ? of : roleLabel[role]()
}
