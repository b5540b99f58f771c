import { endsOf, linkTables, nodeTables, byCodeUnit } from '../model/atlas.ts'
import type { Atlas, LinkTable, NodeTable, Position, Rows } from '../model/atlas.ts'
import type { AreaTone } from '../model/area.ts'
import { canvasColours, cardSizes, type CanvasWords } from './canvas-words.ts'

const areaColours: Readonly<Record<AreaTone, string | null>> = {
	plain: null,
	persona: canvasColours.personas,
	value: canvasColours.values,
	need: canvasColours.needs,
	channel: canvasColours.channels,
	product: canvasColours.products
}

/**
 * The map as JSON Canvas 1.0 (jsoncanvas.org/spec/1.0): a text card for each thing with its name, its type and what it is about, in the colour of its
 * type; an edge with a label for each link; a group for each area. Ids are those of the atlas, so that the canvas finds back. What has no place yet stands in columns.
 */
export function writeCanvas(atlas: Atlas, words: CanvasWords): string {
	const places = canvasPlaces(atlas)
	const groups = [...atlas.areas.values()].map(({ id, name, x, y, width, height, tone }) => ({
		id: `area-${id}`,
		type: 'group',
		x: Math.round(x),
		y: Math.round(y),
		width: Math.max(1, Math.round(width)),
		height: Math.max(1, Math.round(height)),
		...(areaColours[tone] === null ? {} : { color: areaColours[tone] }),
		label: name
	}))
	const cards = nodeTables.flatMap((table) =>
		[...atlas[table].values()].map((row) => ({
			id: row.id,
			type: 'text',
			...place(places.get(row.id)),
			...cardSizes[table],
			color: canvasColours[table],
			text: cardText(table, row, words)
		}))
	)
	const edges = linkTables.flatMap((table) =>
		[...atlas[table].values()].map((row) => {
			const [from, to] = endsOf(table, row)
			const rightwards = (places.get(from)?.x ?? 0) <= (places.get(to)?.x ?? 0)
			return {
				id: `${table}-${from}-${to}`,
				fromNode: from,
				fromSide: rightwards ? 'right' : 'left',
				toNode: to,
				toSide: rightwards ? 'left' : 'right',
				label: edgeLabel(table, row, words)
			}
		})
	)
	const ordered = <Row extends { id: string }>(rows: Row[]) => rows.sort((one, other) => byCodeUnit(one.id, other.id))
	// Groups first: what comes later lies on top.
	return `${JSON.stringify({ nodes: [...ordered(groups), ...ordered(cards)], edges: ordered(edges) }, null, '\t')}\n`
}

function place(position: Position | undefined): Position {
	return { x: Math.round(position?.x ?? 0) + 0, y: Math.round(position?.y ?? 0) + 0 }
}

/** A card: the name as a heading, a line with the type and what belongs to it, and the longest that is told of it. */
function cardText(table: NodeTable, row: Rows[NodeTable], words: CanvasWords): string {
	const member = (field: string) => {
		const value: unknown = Reflect.get(row, field)
		const all = Array.isArray(value) ? value : [value]
		return all.flatMap((one) => (typeof one === 'string' && one !== '' ? [words.member(field, one)] : []))
	}
	const told = {
		personas: [],
		values: [],
		needs: ['kind', 'stage'],
		channels: ['roles', 'media', 'setting'],
		products: ['kind']
	}
	const facts = [`*${words.table[table]}*`, ...told[table].flatMap(member)].join(' · ')
	const long = 'role' in row ? row.role || row.quote : row.description
	// A name of several lines would end the heading.
	return [`### ${row.name.replace(/\s+/g, ' ')}`, facts, ...(long === '' ? [] : [long])].join('\n')
}

function edgeLabel(table: LinkTable, row: Rows[LinkTable], words: CanvasWords): string {
	const said =
		'weight' in row
			? row.weight
			: 'importance' in row
				? row.importance
				: 'rank' in row
					? row.rank
					: 'status' in row
						? words.member('status', row.status)
						: null
	return said === null ? words.link[table] : `${words.link[table]} · ${said}`
}

/** Where everything stands on a canvas; what has no place is put in a column of its type right of what has one. */
export function canvasPlaces(atlas: Atlas): Map<string, Position> {
	const places = new Map<string, Position>(atlas.positions)
	let right = [...places.values()].reduce((most, { x }) => Math.max(most, x + 360), 0)
	for (const table of nodeTables) {
		const open = [...atlas[table].keys()].filter((id) => !places.has(id))
		open.forEach((id, row) => places.set(id, { x: right, y: row * 170 }))
		if (open.length > 0) right += 380
	}
	return places
}
