import type { MapEditor } from './editor.svelte.ts'
import { linkAt, type LinkHit } from './link-hit.ts'
import { watchForRest } from './long-press.ts'
import { toCanvas, type Point } from './view.ts'

/** How near to a link the pointer must be, in pixels. */
const reach = 7

/** What the pointer does on the map: finds links (which are no elements), draws the lasso, passes on what cards report. */
export class MapPointer {
	/** The pointer, in pixels from the corner of the map. */
	at = $state.raw<Point>({ x: 0, y: 0 })
	link = $state.raw<LinkHit | null>(null)
	/** The two corners of a lasso that is being drawn, in canvas units. */
	lasso = $state.raw<{ from: Point; to: Point } | null>(null)
	readonly editor: MapEditor

	constructor(editor: MapEditor) {
		this.editor = editor
	}

	#follow(event: MouseEvent): Point {
		const corner = this.editor.surface?.getBoundingClientRect()
		this.at = { x: event.clientX - (corner?.left ?? 0), y: event.clientY - (corner?.top ?? 0) }
		return toCanvas(this.editor.scene.viewport, this.at)
	}

	#isPane(target: EventTarget | null): boolean {
		return target instanceof Element && target.classList.contains('svelte-flow__pane')
	}

	#idOf(target: EventTarget | null): string | null {
		return target instanceof Element ? (target.closest('.svelte-flow__node')?.getAttribute('data-id') ?? null) : null
	}

	onmove(event: PointerEvent): void {
		const { scene, linking } = this.editor
		if (scene.moving !== null || linking.from !== null || event.buttons !== 0) return
		const place = this.#follow(event)
		// Far out the one node under the pointer gets a card, so that it can be taken in hand like any other.
		const over = scene.isFar ? scene.index.at(place.x, place.y) : null
		scene.hoveredNode = over
		const isFree = over === null && this.#isPane(event.target)
		this.link = isFree ? this.#linkAt(place) : null
		scene.hoveredLink = this.link?.id ?? null
	}

	#linkAt(place: Point): LinkHit | null {
		const { scene } = this.editor
		return linkAt(scene.linksToHit, place, scene.viewport.zoom, reach / scene.viewport.zoom)
	}

	onleave(): void {
		this.link = null
		this.editor.scene.hoveredLink = null
	}

	/** The menu of what is here: a card, a link, or the map. */
	onmenu(event: MouseEvent): void {
		event.preventDefault()
		if (this.#hasRested) {
			this.#hasRested = false
			return
		}
		this.openMenu(event.target, event)
	}

	openMenu(target: EventTarget | null, at: MouseEvent): void {
		const { editor } = this
		const { scene, session } = editor
		const place = this.#follow(at)
		const isPane = this.#isPane(target)
		if (!isPane && this.#idOf(target) === null) return
		const far = isPane && scene.isFar ? scene.index.at(place.x, place.y) : null
		const found = this.#idOf(target) ?? far
		const link = found === null ? this.#linkAt(place) : null
		const id = found ?? link?.id ?? null
		if (id !== null && !session.selection.has(id)) session.selection.select([id])
		editor.drafts.choice = null
		editor.menu = { about: id === null ? 'map' : 'selection', point: this.at }
	}

	/** A finger that rests has opened the menu already when the browser asks for it. */
	#hasRested = false

	#watchFinger(event: PointerEvent): void {
		this.#hasRested = false
		if (event.pointerType !== 'touch' || !event.isPrimary) return
		watchForRest(event, () => {
			this.#hasRested = true
			this.editor.moves.cancel()
			this.openMenu(event.target, event)
		})
	}

	/** Shift and a drag over empty canvas is the lasso; the canvas below must not pan meanwhile. */
	ondown(event: PointerEvent): void {
		this.editor.camera.stayPut()
		this.editor.scene.pressed = this.#idOf(event.target)
		this.#watchFinger(event)
		if (!event.shiftKey || event.button !== 0 || !this.#isPane(event.target)) return
		const from = this.#follow(event)
		this.lasso = { from, to: from }
		const until = new AbortController()
		const { signal } = until
		addEventListener('pointermove', (move) => (this.lasso = { from, to: this.#follow(move) }), { signal })
		addEventListener('pointercancel', () => this.#endLasso(until), { signal })
		addEventListener('keydown', ({ key }) => key === 'Escape' && this.#endLasso(until), { signal, capture: true })
		addEventListener(
			'pointerup',
			() => {
				const { lasso } = this
				this.#endLasso(until)
				if (lasso !== null) this.editor.selectWithin(boxBetween(lasso))
			},
			{ signal }
		)
	}

	#endLasso(until: AbortController): void {
		until.abort()
		this.lasso = null
	}

	onmousedown(event: MouseEvent): void {
		if (this.lasso !== null) event.stopPropagation()
	}

	onpane(event: MouseEvent): void {
		const place = this.#follow(event)
		const { editor } = this
		const { scene, session } = editor
		const hit = this.#linkAt(place)
		editor.drafts.choice = null
		if (event.shiftKey) return
		editor.focusSurface()
		if (hit === null) {
			session.selection.clear()
			return
		}
		const link = scene.graph.links.get(hit.id)
		if (event.ctrlKey || event.metaKey) session.selection.toggle(hit.id)
		else session.selection.select([hit.id])
		if (hit.badge && link?.status) editor.nextStatus([link])
	}

	onnode(id: string, event: MouseEvent | TouchEvent): void {
		const { selection } = this.editor.session
		if (event.ctrlKey || event.metaKey || event.shiftKey) selection.toggle(id)
		else {
			selection.select([id])
			this.editor.camera.showConnectedSoon()
		}
	}

	ondouble(event: MouseEvent): void {
		const { editor } = this
		const id = this.#idOf(event.target)
		if (id !== null) {
			editor.session.selection.select([id])
			editor.editName()
		} else if (this.#isPane(event.target) && this.link === null) {
			this.#follow(event)
			editor.drafts.chooseType(this.at)
		}
	}

	onfocus(event: FocusEvent): void {
		const id =
			event.target instanceof Element && event.target.matches(':focus-visible') ? this.#idOf(event.target) : null
		if (id !== null) this.editor.camera.reveal(id)
	}

	/** The browser scrolls what takes the focus into view, as if the map were a page. It is none: the view is moved instead. */
	onscroll(event: Event): void {
		if (!(event.target instanceof HTMLElement) || event.target.closest('[data-scrolls]') !== null) return
		event.target.scrollTop = 0
		event.target.scrollLeft = 0
	}
}

/** The rectangle with these two corners. */
export function boxBetween({ from, to }: { from: Point; to: Point }) {
	return {
		left: Math.min(from.x, to.x),
		top: Math.min(from.y, to.y),
		right: Math.max(from.x, to.x),
		bottom: Math.max(from.y, to.y)
	}
}
