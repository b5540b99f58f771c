import { addArea } from '#lib/domain/changes/add-area.ts'
import { editArea } from '#lib/domain/changes/edit-area.ts'
import { removeArea } from '#lib/domain/changes/remove-area.ts'
import type { Area, AreaTone } from '#lib/domain/model/area.ts'
import { m } from '#lib/paraglide/messages.js'
import { boxOfArea, resized, type Corner } from './area-box.ts'
import { boxAround, type Box } from './grid-index.ts'
import type { MapSession } from './map-session.ts'
import type { Moves } from './moves.svelte.ts'
import type { MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { toCanvas, type Point } from './view.ts'

/** What Areas needs of the editor. */
export type AreaHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly moves: Moves
	readonly nodes: readonly MapNode[]
	focusSurface(): void
}

/** The room between the edge of an area and what it is drawn around; above it stands its name. */
const pad = 28
const head = 52
const usual = { width: 640, height: 420 }

/** Named areas of the map, which group what lies in them and carry it along. */
export class Areas {
	/** The area whose name is being typed. */
	naming = $state.raw<string | null>(null)
	/** The area that a hand makes larger or smaller, as it is now. */
	#resized = $state.raw<Readonly<{ id: string; box: Box }> | null>(null)
	readonly #host: AreaHost

	constructor(host: AreaHost) {
		this.#host = host
	}

	readonly list: readonly Area[] = $derived.by(() => [...this.#host.session.atlas.areas.values()])

	/** Where an area is now, while it is moved or resized too. */
	boxOf(area: Area): Box {
		if (this.#resized?.id === area.id) return this.#resized.box
		const { moves, scene } = this.#host
		const box = boxOfArea(area)
		if (!moves.areas.has(area.id)) return box
		const { x, y } = scene.shift
		return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y }
	}

	/** Draws an area around what is selected, or where the view is, and asks for its name. */
	draw(): void {
		const { session, scene, nodes } = this.#host
		const around = boxAround(nodes.map(({ id }) => scene.boxes.get(id)).filter((box) => box !== undefined))
		const middle = toCanvas(scene.viewport, { x: scene.size.width / 2, y: scene.size.height / 2 })
		const box =
			around === null
				? {
						left: middle.x - usual.width / 2,
						top: middle.y - usual.height / 2,
						right: middle.x + usual.width / 2,
						bottom: middle.y + usual.height / 2
					}
				: { left: around.left - pad, top: around.top - head, right: around.right + pad, bottom: around.bottom + pad }
		const outcome = session.run(addArea, { name: m.map_area_new(), ...rectOf(box) })
		this.naming = outcome.ok ? (outcome.created?.[0] ?? null) : null
	}

	rename(id: string, name: string): void {
		this.naming = null
		const area = this.#host.session.atlas.areas.get(id)
		if (area !== undefined && name.trim() !== '' && name.trim() !== area.name)
			this.#host.session.run(editArea, { id, fields: { name } })
	}

	/** The name stays as it was; the keyboard is back on the map. */
	stopNaming(): void {
		this.naming = null
		this.#host.focusSurface()
	}

	colour(id: string, tone: AreaTone): void {
		this.#host.session.run(editArea, { id, fields: { tone } })
	}

	remove(id: string): void {
		if (this.#host.session.run(removeArea, { id }).ok) this.#host.focusSurface()
	}

	/** Begins to make an area larger or smaller by a corner; goes on until the button is let go. Escape leaves it as it was. */
	resize(area: Area, corner: Corner, event: PointerEvent): void {
		const start: Point = { x: event.clientX, y: event.clientY }
		const from = this.boxOf(area)
		const until = new AbortController()
		const { signal } = until
		const end = () => {
			until.abort()
			const box = this.#resized?.box
			this.#resized = null
			return box
		}
		const { zoom } = this.#host.scene.viewport
		addEventListener(
			'pointermove',
			(move) => {
				const by = { x: (move.clientX - start.x) / zoom, y: (move.clientY - start.y) / zoom }
				this.#resized = { id: area.id, box: resized(from, corner, by) }
			},
			{ signal }
		)
		addEventListener('pointercancel', end, { signal })
		addEventListener(
			'keydown',
			(key) => {
				if (key.key !== 'Escape') return
				key.stopPropagation()
				end()
			},
			{ signal, capture: true }
		)
		addEventListener(
			'pointerup',
			() => {
				const box = end()
				if (box !== undefined) this.#host.session.run(editArea, { id: area.id, fields: rectOf(box) })
			},
			{ signal }
		)
	}
}

function rectOf(box: Box) {
	const [x, y] = [Math.round(box.left), Math.round(box.top)]
	return { x, y, width: Math.round(box.right) - x, height: Math.round(box.bottom) - y }
}
