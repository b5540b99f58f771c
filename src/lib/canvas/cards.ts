import type { LinkVerdict } from './linking.svelte.ts'
import type { FlowNode } from './flow-node.ts'
import type { MapScene } from './scene.svelte.ts'
import { nodeLabel } from './node-label.ts'
import { sizeOfType } from './node-shape.ts'
import type { MapNode } from './project.ts'
import { m } from '#lib/paraglide/messages.js'

/** Makes cards for Svelte Flow, and the same object again for as long as nothing about a card has changed: then it is not touched. */
export class CardMaker {
	#known = new Map<string, FlowNode>()
	#givenUp = 0

	/** The cards for these nodes. `shift`: how far a drag has moved those that it has in hand. `givenUp`: how many drags were given up. */
	cards(
		scene: MapScene,
		nodes: readonly MapNode[],
		verdict: LinkVerdict | null,
		shift: { x: number; y: number },
		givenUp = 0
	): FlowNode[] {
		// A hand that gave up has moved cards which are told nothing new: they are made afresh.
		if (givenUp !== this.#givenUp) this.#known.clear()
		this.#givenUp = givenUp
		const known = new Map<string, FlowNode>()
		const cards = nodes.map((node) => {
			const fresh = this.#card(scene, node, verdict, shift)
			const before = this.#known.get(node.id)
			const card = before !== undefined && isSame(before, fresh) ? before : fresh
			known.set(node.id, card)
			return card
		})
		this.#known = known
		return cards
	}

	#card(scene: MapScene, node: MapNode, verdict: LinkVerdict | null, shift: { x: number; y: number }): FlowNode {
		const box = scene.boxes.get(node.id)
		const isMoving = scene.moving?.has(node.id) === true
		const status = scene.marks.statusOfNeed.get(node.id) ?? null
		const served = scene.marks.servedOfPersona.get(node.id) ?? null
		const findings = scene.marks.findingsOf(node.id).length
		const { selection } = scene.session
		const selected = selection.has(node.id)
		const target = verdict?.target === node.id ? (verdict.refusal === null ? 'is-target' : 'is-refused') : ''
		return {
			id: node.id,
			type: node.type,
			position: { x: (box?.left ?? 0) + (isMoving ? shift.x : 0), y: (box?.top ?? 0) + (isMoving ? shift.y : 0) },
			data: { node, status, served, findings },
			...sizeOfType[node.type],
			handles: [],
			// Svelte Flow drags all that it holds for selected along with any card; ours go only with one of their own.
			selected: selected && (scene.pressed === null || selection.has(scene.pressed)),
			class: [
				selected && 'is-selected',
				scene.emphasisOfNode(node.id) === 'faded' && 'is-faded',
				scene.session.atlas.pins.has(node.id) && 'is-pinned',
				node.row.evidence.trim() === '' && 'is-assumed',
				target
			]
				.filter(Boolean)
				.join(' '),
			ariaRole: 'group',
			ariaLabel: nodeLabel(node, status, served, selected),
			domAttributes: { 'aria-roledescription': m.map_card() }
		}
	}
}

function isSame(one: FlowNode, other: FlowNode): boolean {
	return (
		one.position.x === other.position.x &&
		one.position.y === other.position.y &&
		one.selected === other.selected &&
		one.class === other.class &&
		one.ariaLabel === other.ariaLabel &&
		one.data.node === other.data.node &&
		one.data.status === other.data.status &&
		one.data.served === other.data.served &&
		one.data.findings === other.data.findings
	)
}
