import type { Viewport } from '#lib/canvas/view.ts'

/** A canvas under measurement: where it looks, and how near it is. */
export type Looking = { look(viewport: Viewport): void; zoom(): number }

/** A node or link as every tool is given it: placed and named. */
export type PlacedNode = Readonly<{
	id: string
	type: string
	name: string
	label: string
	outline: string
	findings: number
	x: number
	y: number
	width: number
	height: number
}>
export type PlacedMap = Readonly<{
	nodes: readonly PlacedNode[]
	links: readonly Readonly<{ id: string; from: string; to: string }>[]
}>
