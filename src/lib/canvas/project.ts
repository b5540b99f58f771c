import { linkKey, linkTables, nodeTables, type Atlas, type LinkTable, type Rows } from '#lib/domain/model/atlas.ts'
import type { Channel } from '#lib/domain/model/channel.ts'
import type { DeliveryStatus } from '#lib/domain/model/links.ts'
import type { Need } from '#lib/domain/model/need.ts'
import type { Persona } from '#lib/domain/model/persona.ts'
import type { Product } from '#lib/domain/model/product.ts'
import type { Value } from '#lib/domain/model/value.ts'

/** One thing on the map. The same object for as long as its row is the same, so that comparing is cheap. */
export type MapNode = Readonly<{ id: string; name: string }> &
	(
		| Readonly<{ type: 'persona'; row: Persona }>
		| Readonly<{ type: 'value'; row: Value }>
		| Readonly<{ type: 'need'; row: Need }>
		| Readonly<{ type: 'channel'; row: Channel }>
		| Readonly<{ type: 'product'; row: Product }>
	)

/** One link on the map, source first. `key`: of its row; `id`: with its table before it, unique on the map. `strength`: weight or importance, 1–5, of the kinds that have one. */
export type MapLink = Readonly<{
	id: string
	key: string
	table: LinkTable
	from: string
	to: string
	rank: number | null
	strength: number | null
	status: DeliveryStatus | null
}>

/** What a link is called in a selection: `table/key`. */
export function linkId(table: LinkTable, key: string): string {
	return `${table}/${key}`
}

/** The atlas as nodes and links. */
export type MapGraph = Readonly<{
	nodes: ReadonlyMap<string, MapNode>
	/** By `linkId`. */
	links: ReadonlyMap<string, MapLink>
	/** The links that begin or end at a node, in the order of the tables. */
	linksOf(id: string): readonly MapLink[]
}>

type NodeRow = Persona | Value | Need | Channel | Product
type LinkRow = Rows[LinkTable]

// Rows are never mutated, so what was made of one row holds for as long as the row lives.
const nodeOfRow = new WeakMap<NodeRow, MapNode>()
const linkOfRow = new WeakMap<LinkRow, MapLink>()

function remembered<Row extends NodeRow>(row: Row, make: (row: Row) => MapNode): MapNode {
	const known = nodeOfRow.get(row)
	if (known !== undefined) return known
	const node = make(row)
	nodeOfRow.set(row, node)
	return node
}

function nodesOf(atlas: Atlas): Map<string, MapNode> {
	const nodes = new Map<string, MapNode>()
	const add = (node: MapNode) => nodes.set(node.id, node)
	for (const row of atlas.values.values())
		add(remembered(row, (row) => ({ id: row.id, name: row.name, type: 'value', row })))
	for (const row of atlas.personas.values())
		add(remembered(row, (row) => ({ id: row.id, name: row.name, type: 'persona', row })))
	for (const row of atlas.needs.values())
		add(remembered(row, (row) => ({ id: row.id, name: row.name, type: 'need', row })))
	for (const row of atlas.products.values())
		add(remembered(row, (row) => ({ id: row.id, name: row.name, type: 'product', row })))
	for (const row of atlas.channels.values())
		add(remembered(row, (row) => ({ id: row.id, name: row.name, type: 'channel', row })))
	return nodes
}

const plain = { rank: null, strength: null, status: null } as const

function linkRowsOf(atlas: Atlas): MapLink[] {
	const links: MapLink[] = []
	const add = <Row extends LinkRow>(
		table: LinkTable,
		rows: Iterable<Row>,
		make: (row: Row) => Omit<MapLink, 'id' | 'key' | 'table'>
	) => {
		for (const row of rows) {
			let link = linkOfRow.get(row)
			if (link === undefined) {
				const made = make(row)
				const key = linkKey(made.from, made.to)
				link = { ...made, table, key, id: linkId(table, key) }
				linkOfRow.set(row, link)
			}
			links.push(link)
		}
	}
	add('holds', atlas.holds.values(), (row) => ({ ...plain, from: row.persona, to: row.value, strength: row.weight }))
	add('has', atlas.has.values(), (row) => ({ ...plain, from: row.persona, to: row.need, strength: row.importance }))
	add('prefers', atlas.prefers.values(), (row) => ({ ...plain, from: row.from, to: row.channel, rank: row.rank }))
	add('fulfils', atlas.fulfils.values(), (row) => ({ ...plain, from: row.product, to: row.need }))
	add('delivers', atlas.delivers.values(), (row) => ({
		...plain,
		from: row.product,
		to: row.channel,
		status: row.status
	}))
	return links
}

/** What of an atlas is on the map: its nodes, and its links whose two ends are there. */
export function project(atlas: Atlas): MapGraph {
	const nodes = nodesOf(atlas)
	const links = new Map<string, MapLink>()
	const byNode = new Map<string, MapLink[]>()
	const attach = (id: string, link: MapLink) => {
		const list = byNode.get(id)
		if (list === undefined) byNode.set(id, [link])
		else list.push(link)
	}
	for (const link of linkRowsOf(atlas)) {
		if (!nodes.has(link.from) || !nodes.has(link.to)) continue
		links.set(link.id, link)
		attach(link.from, link)
		attach(link.to, link)
	}
	return { nodes, links, linksOf: (id) => byNode.get(id) ?? [] }
}

/** Whether two atlases show the same nodes and links, wherever they stand: then the projection of one serves for both. */
export function hasSameGraph(one: Atlas, other: Atlas): boolean {
	return [...nodeTables, ...linkTables].every((table) => one[table] === other[table])
}

/** The end of a link that is not this node. */
export function otherEnd(link: MapLink, id: string): string {
	return link.from === id ? link.to : link.from
}
