import { onward } from '#lib/domain/changes/chain.ts'
import { linkTableFor, nodeTableOf } from '#lib/domain/changes/link-kind.ts'
import { pasteThings } from '#lib/domain/changes/paste-things.ts'
import { removeThings } from '#lib/domain/changes/remove-things.ts'
import { clipOf, clipText, readClip, type Clip } from '#lib/domain/interchange/clip.ts'
import {
	knownTable,
	linkableWith,
	planPaste,
	sheetOf,
	typesFrom,
	type PastePlan,
	type PasteSheet
} from '#lib/domain/interchange/paste-plan.ts'
import { readPasted } from '#lib/domain/interchange/pasted-text.ts'
import type { NodeTable } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { keysText } from '#lib/state/commands.svelte.ts'
import { pasteWords } from '#lib/wording/paste-words.ts'
import type { MapCamera } from './camera.svelte.ts'
import { clipWords } from './clip-words.ts'
import { rememberClip, rememberedClip } from './last-clip.ts'
import type { Draft } from './drafts.svelte.ts'
import { freeSpot } from './free-spot.ts'
import { boxAround, overlaps, type Box } from './grid-index.ts'
import type { MapSession } from './map-session.ts'
import { sizeOfType, tableOfType, typeOfTable } from './node-shape.ts'
import { boxOfPlaces, pastePlaces } from './paste-places.ts'
import type { MapLink, MapNode } from './project.ts'
import type { MapScene } from './scene.svelte.ts'
import { boxInView, toCanvas, type Point } from './view.ts'

/** The type by which our own copies travel beside plain text. */
export const clipType = 'application/x-channel-atlas'

/** A paste that waits for somebody to say what its lines are. */
export type AskedPaste = Readonly<{ sheet: PasteSheet; types: readonly NodeTable[]; linkWith: readonly string[] }>

/** What Pasting needs of the editor. */
export type PasteHost = {
	readonly session: MapSession
	readonly scene: MapScene
	readonly camera: MapCamera
	readonly nodes: readonly MapNode[]
	readonly links: readonly MapLink[]
	selectAndFocus(ids: readonly string[]): void
	focusSurface(): void
	say(text: string): void
}

/** Copy, cut and paste: things between atlases and tabs, lists and tables from other programs. */
export class Pasting {
	asked = $state.raw<AskedPaste | null>(null)
	readonly #host: PasteHost

	constructor(host: PasteHost) {
		this.#host = host
	}

	/** Puts what is selected on the clipboard: for us, and as text for other programs. Says whether there was anything. */
	copy(to: DataTransfer): boolean {
		const clip = this.#clip()
		if (clip === null) return false
		to.setData('text/plain', clipText(clip, clipWords()))
		to.setData(clipType, JSON.stringify(clip))
		rememberClip(clipText(clip, clipWords()), JSON.stringify(clip))
		return true
	}

	#clip(): Clip | null {
		const { session, scene, nodes } = this.#host
		const place = (id: string) => ({ x: scene.boxes.get(id)?.left ?? 0, y: scene.boxes.get(id)?.top ?? 0 })
		return clipOf(
			session.atlas,
			nodes.map(({ id }) => id),
			place
		)
	}

	cut(to: DataTransfer): boolean {
		const ids = this.#host.nodes.map(({ id }) => id)
		if (!this.copy(to)) return false
		if (this.#host.session.run(removeThings, { ids }).ok) this.#host.session.selection.clear()
		this.#host.focusSurface()
		return true
	}

	/** Takes what is on the clipboard: a copy of ours, or text. */
	paste(from: { clip: string; text: string }): void {
		const clip = readClip(from.clip) ?? readClip(from.text)
		if (clip !== null) this.#pasteClip(clip)
		else this.pasteText(from.text)
	}

	/**
	 * The same for a menu, which has no clipboard at hand: the text is asked of the browser. Our own copy, which it does not give, is
	 * remembered beside its text.
	 */
	async pasteFromClipboard(): Promise<void> {
		const text = await navigator.clipboard?.readText().catch(() => null)
		if (text === null || text === undefined) this.#host.say(m.map_paste_keys({ keys: keysText('Mod+V') }))
		else this.paste({ clip: rememberedClip(text), text })
	}

	/** The same things again, a little aside, with the links among them. */
	duplicate(): void {
		const clip = this.#clip()
		if (clip !== null) this.#pasteClip(clip)
	}

	#pasteClip(clip: Clip): void {
		const { scene, session } = this.#host
		const boxes = clip.things.map(({ table, position }): Box => {
			const { x, y } = position ?? { x: 0, y: 0 }
			const { width, height } = sizeOfType[typeOfTable[table]]
			return { left: x, top: y, right: x + width, bottom: y + height }
		})
		const around = boxAround(boxes)
		if (around === null) return
		const by = this.#shiftFor(around, boxes)
		const things = clip.things.map(({ position, ...thing }) => {
			const { x, y } = position ?? { x: 0, y: 0 }
			return { ...thing, position: { x: Math.round(x + by.x), y: Math.round(y + by.y) } }
		})
		const outcome = session.run(pasteThings, { things, links: clip.links })
		if (!outcome.ok || !outcome.created) return
		this.#host.selectAndFocus(outcome.created)
		const moved = {
			left: around.left + by.x,
			top: around.top + by.y,
			right: around.right + by.x,
			bottom: around.bottom + by.y
		}
		if (!overlaps(moved, boxInView(scene.viewport, scene.size))) this.#host.camera.revealBox(moved)
	}

	/** What is in view is copied a little aside; what comes from elsewhere lands in the middle of the view. */
	#shiftFor(around: Box, boxes: readonly Box[]): Point {
		const { scene } = this.#host
		const view = boxInView(scene.viewport, scene.size)
		let x = 0
		let y = 0
		if (!overlaps(around, view)) {
			x = (view.left + view.right) / 2 - (around.left + around.right) / 2
			y = (view.top + view.bottom) / 2 - (around.top + around.bottom) / 2
		}
		const isTaken = () =>
			boxes.some(({ left, top }) =>
				scene.index.within({ left: left + x, top: top + y, right: left + x, bottom: top + y }).some((id) => {
					const there = scene.boxes.get(id)
					return there !== undefined && Math.abs(there.left - left - x) < 8 && Math.abs(there.top - top - y) < 8
				})
			)
		for (let tries = 0; tries < 50 && isTaken(); tries += 1) {
			x += 32
			y += 32
		}
		return { x, y }
	}

	/** Text becomes a thing a line, linked with what is selected; only where the type cannot be told somebody is asked. */
	pasteText(text: string): void {
		const pasted = readPasted(text)
		if (pasted.lines.length === 0) return
		const { session, nodes } = this.#host
		const sheet = sheetOf(pasted, pasteWords())
		const linkWith = nodes.map(({ id }) => id)
		const known = knownTable(sheet, session.atlas, linkWith)
		const usual = linkWith.length === 0 ? null : this.#usual(linkWith)
		const types = typesFrom(known ?? usual ?? (sheet.depths > 1 ? 'personas' : 'needs'), sheet.depths)
		if (known !== null && sheet.depths === 1) this.#apply({ sheet, types, linkWith })
		else this.asked = { sheet, types, linkWith }
	}

	/** What lines most likely are: the usual next thing of what they will hang on. */
	#usual(linkWith: readonly string[]): NodeTable | null {
		const { atlas } = this.#host.session
		const [only, ...others] = new Set(linkWith.map((id) => nodeTableOf(atlas, id)))
		return only && others.length === 0 ? onward[only] : (linkableWith(atlas, linkWith)[0] ?? null)
	}

	/** What the paste that waits would come to with these types. */
	planOf({ sheet, types, linkWith }: AskedPaste): PastePlan {
		return planPaste(this.#host.session.atlas, sheet, types, this.#fitting(types[0], linkWith), pasteWords())
	}

	/** Those that the first lines can be linked with. */
	#fitting(first: NodeTable | undefined, linkWith: readonly string[]): string[] {
		const { atlas } = this.#host.session
		return linkWith.filter((id) => {
			const table = nodeTableOf(atlas, id)
			return (
				table !== null &&
				first !== undefined &&
				(linkTableFor(table, first) !== null || linkTableFor(first, table) !== null)
			)
		})
	}

	confirm(types: readonly NodeTable[]): void {
		const { asked } = this
		this.asked = null
		if (asked !== null) this.#apply({ ...asked, types })
		this.#host.focusSurface()
	}

	cancel(): void {
		this.asked = null
		this.#host.focusSurface()
	}

	/** Several lines pasted where one name was asked for: all of them become what the draft would have been. */
	pasteIntoDraft(text: string, draft: Draft): void {
		const sheet = sheetOf(readPasted(text), pasteWords())
		this.#apply({ sheet, types: typesFrom(tableOfType[draft.type], sheet.depths), linkWith: draft.linkWith }, draft.at)
	}

	#apply(paste: AskedPaste, at?: Point): void {
		const plan = this.planOf(paste)
		const places = pastePlaces(plan.tree)
		const corner = this.#cornerFor(plan, places, paste, at)
		const things = plan.things.map((thing) => {
			const { x, y } = places.get(thing.ref) ?? { x: 0, y: 0 }
			return { ...thing, position: { x: x + corner.x, y: y + corner.y } }
		})
		const outcome = this.#host.session.run(pasteThings, { things, links: [...plan.links] })
		if (!outcome.ok) return
		const roots = plan.tree.map(({ depth }, index) => ({ depth, id: outcome.created?.[index] }))
		const first = roots.filter(({ depth }) => depth === 0).map(({ id }) => id)
		this.#host.selectAndFocus(first.some(Boolean) ? first.filter((id) => id !== undefined) : plan.found)
		if (plan.found.length > 0) this.#host.say(m.map_paste_found({ count: plan.found.length }))
		const box = boxOfPlaces(plan.tree, places)
		this.#host.camera.revealBox({
			left: box.left + corner.x,
			top: box.top + corner.y,
			right: box.right + corner.x,
			bottom: box.bottom + corner.y
		})
	}

	/** Beside what the lines hang on, else in the middle of the view; where nothing is covered. */
	#cornerFor(plan: PastePlan, places: ReadonlyMap<string, Point>, { linkWith }: AskedPaste, at?: Point): Point {
		const { scene } = this.#host
		const box = boxOfPlaces(plan.tree, places)
		const size = { width: box.right - box.left, height: box.bottom - box.top }
		const beside = boxAround(linkWith.map((id) => scene.boxes.get(id)).filter((each) => each !== undefined))
		const middle = toCanvas(scene.viewport, { x: scene.size.width * 0.4, y: scene.size.height * 0.3 })
		const wished =
			at ??
			(beside === null
				? { x: middle.x - Math.min(size.width / 2, 260), y: middle.y }
				: this.#besideOf(linkWith[0] ?? '', beside, plan, size.width))
		const crowd = (area: Box) => scene.index.within(area).map((id) => scene.boxes.get(id) ?? area)
		return freeSpot(wished, size, crowd)
	}

	#besideOf(id: string, beside: Box, { tree }: PastePlan, width: number): Point {
		const order = ['values', 'personas', 'needs', 'products', 'channels']
		const own = nodeTableOf(this.#host.session.atlas, id) ?? ''
		const isRight = order.indexOf(tree[0]?.table ?? '') > order.indexOf(own)
		return { x: isRight ? beside.right + 120 : beside.left - 120 - width, y: beside.top }
	}
}
