import { moveNodes } from '#lib/domain/changes/move-nodes.ts'
import type { Position } from '#lib/domain/model/atlas.ts'
import { aligned, distributed, type Alignment } from './aligning.ts'
import type { Area } from '#lib/domain/model/area.ts'
import { boxAround, type Box } from './grid-index.ts'
import type { MapSession } from './map-session.ts'
import type { MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { noSnap, snap, type Snap } from './snapping.ts'
import { boxOfArea, liesIn } from './area-box.ts'
import { boxInView, type Point } from './view.ts'

/** What Moves needs of the editor. */
export type MoveHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly nodes: readonly MapNode[]
}

/** How near, in pixels, a card must come to be drawn into line, and how many of those in view are looked at. */
const snapReach = 6
const mostNear = 400

/** Moving what is selected: by hand, by arrow keys, in line. Every move is one step, written when it is done. */
export class Moves {
	/** What draws the cards in hand into line just now. */
	snap = $state.raw<Snap>(noSnap)
	/** Counts the drags that were given up or drawn aside: then the cards that a hand has moved are told where they are. */
	givenUp = $state(0)
	/** The areas in hand, beside the cards that lie in them. */
	areas = $state.raw<ReadonlySet<string>>(new Set())
	readonly #host: MoveHost
	#origins: ReadonlyMap<string, Position> = new Map()
	#areaOrigins: ReadonlyMap<string, Position> = new Map()
	#until: AbortController | null = null
	#around: Box | null = null
	#near: readonly Box[] = []

	constructor(host: MoveHost) {
		this.#host = host
	}

	grab(id: string): void {
		const { session, scene, nodes } = this.#host
		const { selection } = session
		const ids = new Set([id, ...(selection.has(id) ? nodes.map((node) => node.id) : [])])
		if (!selection.has(id)) selection.select([id])
		this.#around = boxAround([...ids].map((each) => scene.boxes.get(each)).filter((box) => box !== undefined))
		this.#take(ids, [])
	}

	/** Takes an area in hand with all that lies wholly in it; goes on until the button is let go. */
	grabArea(area: Area, event: PointerEvent): void {
		const { ids, areas } = this.#contentsOf(area)
		this.#around = boxOfArea(area)
		this.#take(ids, areas)
		const start = { x: event.clientX, y: event.clientY }
		const { zoom } = this.#host.scene.viewport
		this.#until = new AbortController()
		const { signal } = this.#until
		addEventListener(
			'pointermove',
			(move) => this.#shift({ x: (move.clientX - start.x) / zoom, y: (move.clientY - start.y) / zoom }, move.altKey),
			{ signal }
		)
		addEventListener('pointerup', () => this.drop(), { signal })
		addEventListener('pointercancel', () => this.cancel(), { signal })
	}

	#contentsOf(area: Area): { ids: ReadonlySet<string>; areas: readonly Area[] } {
		const { session, scene } = this.#host
		const box = boxOfArea(area)
		const isIn = (id: string) => {
			const inner = scene.boxes.get(id)
			return inner !== undefined && liesIn(box, inner)
		}
		const areas = [...session.atlas.areas.values()].filter(
			(other) => other.id === area.id || liesIn(box, boxOfArea(other))
		)
		return { ids: new Set(scene.index.within(box).filter(isIn)), areas }
	}

	#take(ids: ReadonlySet<string>, areas: readonly Area[]): void {
		const { scene } = this.#host
		this.#origins = new Map([...ids].map((each) => [each, this.placeOf(each)]))
		this.#areaOrigins = new Map(areas.map(({ id, x, y }) => [id, { x, y }]))
		this.areas = new Set(this.#areaOrigins.keys())
		const view = boxInView(scene.viewport, scene.size)
		this.#near = scene.index
			.within(view)
			.filter((each) => !ids.has(each))
			.slice(0, mostNear)
			.map((each) => scene.boxes.get(each))
			.filter((box) => box !== undefined)
		scene.shift = { x: 0, y: 0 }
		scene.moving = ids
		addEventListener('keydown', this.#onkey, { capture: true })
	}

	/** Escape leaves all as it was. */
	readonly #onkey = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || this.#host.scene.moving === null) return
		event.preventDefault()
		event.stopPropagation()
		this.cancel()
	}

	/** The hand has the thing that was grabbed here; it may be drawn into line with others, unless `isFree` (Alt). */
	drag(id: string, { x, y }: Point, isFree: boolean): void {
		const { scene } = this.#host
		const origin = this.#origins.get(id)
		if (origin === undefined || scene.moving === null) return
		this.#shift({ x: x - origin.x, y: y - origin.y }, isFree)
	}

	#shift(shift: Point, isFree: boolean): void {
		const { scene } = this.#host
		const around = this.#around
		const reach = snapReach / scene.viewport.zoom
		const next = isFree || around === null ? noSnap : snap(moved(around, shift), this.#near, reach)
		scene.shift = { x: shift.x + next.by.x, y: shift.y + next.by.y }
		if (next !== noSnap || this.snap !== noSnap) this.snap = next
	}

	drop(): void {
		const { scene } = this.#host
		const { moving, shift } = scene
		const wasDrawn = this.snap !== noSnap
		this.#end()
		if (wasDrawn) this.givenUp += 1
		if (moving === null || (shift.x === 0 && shift.y === 0)) return
		// From where they were grabbed: what the hand shows is what counts, whatever another tab did meanwhile.
		this.#write(movedBy(this.#origins, shift), movedBy(this.#areaOrigins, shift))
	}

	cancel(): void {
		if (this.#host.scene.moving === null) return
		this.#end()
		this.givenUp += 1
		// The hand is told that the button is up, else it would go on moving the card.
		window.dispatchEvent(new MouseEvent('mouseup', { view: window, bubbles: true, cancelable: true }))
	}

	#end(): void {
		removeEventListener('keydown', this.#onkey, { capture: true })
		this.#until?.abort()
		this.#until = null
		this.areas = new Set()
		this.#host.scene.moving = null
		this.#host.scene.shift = { x: 0, y: 0 }
		this.snap = noSnap
	}

	nudge(x: number, y: number): void {
		const places = this.#host.nodes.map(({ id }) => [id, this.placeOf(id)] as const)
		if (places.length > 0) this.#write(new Map(places.map(([id, at]) => [id, { x: at.x + x, y: at.y + y }])))
	}

	/** Moves an area with all that lies wholly in it. */
	nudgeArea(area: Area, x: number, y: number): void {
		const { ids, areas } = this.#contentsOf(area)
		const places = new Map([...ids].map((id) => [id, this.placeOf(id)]))
		this.#write(movedBy(places, { x, y }), movedBy(new Map(areas.map((each) => [each.id, each])), { x, y }))
	}

	/** Puts what is selected in line. */
	align(how: Alignment): void {
		this.#write(aligned(this.#selectedBoxes(), how))
	}

	/** Makes the gaps between what is selected alike. */
	distribute(axis: 'x' | 'y'): void {
		this.#write(distributed(this.#selectedBoxes(), axis))
	}

	#selectedBoxes(): Map<string, Box> {
		const boxes = new Map<string, Box>()
		for (const { id } of this.#host.nodes) {
			const box = this.#host.scene.boxes.get(id)
			if (box !== undefined) boxes.set(id, box)
		}
		return boxes
	}

	placeOf(id: string): Position {
		const box = this.#host.scene.boxes.get(id)
		return { x: box?.left ?? 0, y: box?.top ?? 0 }
	}

	/** One step. What stands where nobody put it is written along: from now on the map is as the user left it. */
	#write(places: ReadonlyMap<string, Position>, areas: ReadonlyMap<string, Position> = new Map()): void {
		if (places.size + areas.size === 0) return
		const { scene, session } = this.#host
		const positions = rounded(places)
		for (const id of scene.unplaced) if (!places.has(id)) positions.push({ id, ...this.placeOf(id) })
		session.run(moveNodes, { positions, areas: rounded(areas) })
	}
}

function moved(box: Box, { x, y }: Point): Box {
	return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y }
}

function movedBy(places: ReadonlyMap<string, Position>, by: Point): Map<string, Position> {
	return new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
}

function rounded(places: ReadonlyMap<string, Position>): (Position & { id: string })[] {
	return [...places].map(([id, { x, y }]) => ({ id, x: Math.round(x), y: Math.round(y) }))
}
