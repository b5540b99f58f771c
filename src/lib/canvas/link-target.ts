import { linkTableFor } from '#lib/domain/changes/link-kind.ts'
import { tableOfType, type NodeType } from './node-shape.ts'
import type { MapNode } from './project.ts'

function fits(one: NodeType, other: NodeType): boolean {
	const [start, end] = [tableOfType[one], tableOfType[other]]
	return linkTableFor(start, end) !== null || linkTableFor(end, start) !== null
}

/**
 * The one of several nodes that all others are linked to by "Link": the last chosen that fits all others;
 * where none does the last chosen, and linking says why not. Null for fewer than two.
 */
export function linkTarget(nodes: readonly MapNode[]): MapNode | null {
	if (nodes.length < 2) return null
	const fitting = nodes.findLast((node) => nodes.every((other) => other.id === node.id || fits(node.type, other.type)))
	return fitting ?? nodes.at(-1) ?? null
}
