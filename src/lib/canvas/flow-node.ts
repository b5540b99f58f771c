import type { Node } from '@xyflow/svelte'
import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { NodeType } from './node-shape.ts'
import type { MapNode } from './project.ts'

/** What a card shows beside its row. */
export type CardContent = {
	node: MapNode
	/** Of a need: its worst pair; null where nobody has it, and of every other type. */
	status: PairStatus | null
	/** Of a persona: her served share, from 0 to 1. */
	served: number | null
	/** How many findings name it. */
	findings: number
}

/** A card as Svelte Flow wants it. */
export type FlowNode = Node<CardContent, NodeType>
