import { z } from 'zod'
import { nodeTables, type Atlas, type LinkTable, type NodeTable } from '../../model/atlas.ts'
import { id as idSchema, name as nameSchema } from '../../model/fields.ts'
import { linkTableFor } from '../../changes/link-kind.ts'
import { canvasColours } from '../canvas-words.ts'
import { canvasPlaces } from '../write-canvas.ts'
import { memberNamed, tableNamed, type PasteWords } from '../paste-columns.ts'
import type { Incoming, IncomingRow, RowProblem } from './incoming.ts'

const number = z.number().refine((value) => Number.isFinite(value))
const node = z.object({
	id: z.string().min(1).max(300),
	type: z.string(),
	x: number,
	y: number,
	width: number,
	height: number,
	color: z.string().max(40).optional(),
	text: z.string().max(100_000).optional(),
	label: z.string().max(10_000).optional()
})
const edge = z.object({
	id: z.string(),
	fromNode: z.string(),
	toNode: z.string(),
	label: z.string().max(10_000).optional()
})
const canvas = z.object({ nodes: z.array(z.unknown()).default([]), edges: z.array(z.unknown()).default([]) })

type Card = Readonly<{
	id: string
	group: string
	table: NodeTable | null
	name: string
	line: string
	x: number
	y: number
}>
type Group = Readonly<{
	id: string
	name: string
	x: number
	y: number
	width: number
	height: number
	tone: string | null
}>
type Edge = z.output<typeof edge>

/** A canvas as far as it can be read. `groups`: the kinds of card that there are, with what they are taken for; null where a person has to say. */
export type Canvas = Readonly<{
	cards: readonly Card[]
	areas: readonly Group[]
	edges: readonly Edge[]
	problems: readonly RowProblem[]
	groups: readonly Readonly<{ key: string; count: number; example: string; table: NodeTable | null }>[]
}>

/** Reads the JSON of a canvas; null where it is none. A card is known by the type that its text names, else by its colour. */
export function readCanvas(value: unknown, words: PasteWords): Canvas | null {
	const whole = canvas.safeParse(value)
	if (!whole.success || typeof value !== 'object' || value === null || !('nodes' in value)) return null
	const cards: Card[] = []
	const areas: Group[] = []
	const problems: RowProblem[] = []
	whole.data.nodes.forEach((raw, at) => {
		const place = { part: 'nodes', row: at + 1 }
		const parsed = node.safeParse(raw)
		const card = parsed.success ? parsed.data : null
		if (card?.type === 'text') cards.push(cardOf(card, words))
		else if (card?.type === 'group') {
			const { id, label, x, y, width, height, color } = card
			const tone = nodeTables.find((table) => canvasColours[table] === color)
			areas.push({
				id: id.replace(/^area-/, ''),
				name: label ?? '',
				x,
				y,
				width,
				height,
				tone: tone === undefined ? null : tones[tone]
			})
		} else problems.push({ place, table: null, field: null, rule: 'card-not-read', params: { type: card?.type ?? '' } })
	})
	const edges = whole.data.edges.flatMap((raw) => {
		const parsed = edge.safeParse(raw)
		return parsed.success ? [parsed.data] : []
	})
	const byGroup = Map.groupBy(cards, ({ group }) => group)
	const groups = [...byGroup].map(([key, of]) => ({
		key,
		count: of.length,
		example: of[0]?.name ?? '',
		table: of[0]?.table ?? null
	}))
	return { cards, areas, edges, problems, groups }
}

const tones: Readonly<Record<NodeTable, string>> = {
	personas: 'persona',
	values: 'value',
	needs: 'need',
	channels: 'channel',
	products: 'product'
}

/** A card is of the group of its named type, else of that of its colour. */
function cardOf({ id, text = '', color, x, y }: z.output<typeof node>, words: PasteWords): Card {
	const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
	const first = lines.findIndex((line) => line !== '')
	const heading = (lines[first] ?? '').replace(/^#{1,6}\s+/, '')
	const line = lines[first + 1] ?? ''
	const named = typeIn(line, words)
	// "Need: Find out what is covered", or "#need" on the card.
	const prefix = /^([^:：]{1,40})[:：]\s*(.+)$/u.exec(heading)
	const prefixed = prefix === null ? null : tableNamed(prefix[1] ?? '', words)
	const tagged = [...text.matchAll(/#([\p{L}\p{N}_-]+)/gu)]
		.map(([, tag]) => tableNamed(tag ?? '', words))
		.find((one) => one !== null)
	const own = named ?? prefixed ?? tagged ?? null
	const coloured = nodeTables.find((table) => canvasColours[table] === color) ?? null
	const name = prefixed === null ? heading : (prefix?.[2] ?? heading)
	const group = own === null ? `colour ${color ?? 'none'}` : own
	return {
		id,
		group,
		table: own ?? coloured,
		name: [...name.replace(/^[*_]+|[*_]+$/g, '').trim()].slice(0, 200).join(''),
		line: named === null ? '' : line,
		x,
		y
	}
}

/** The type that a line of ours names: "*Need* · product · buy". */
function typeIn(line: string, words: PasteWords): NodeTable | null {
	const [first = ''] = line.split('·')
	return /^\s*\*[^*]+\*\s*$/.test(first) ? tableNamed(first.replaceAll('*', ''), words) : null
}

/**
 * What a canvas says to an atlas, with the type that each group of cards was confirmed to be. A card that stands where it would stand on a canvas of the
 * atlas says nothing of its place: a canvas counts in whole pixels, and what has no place stands somewhere there too.
 */
export function incomingOfCanvas(
	read: Canvas,
	tables: ReadonlyMap<string, NodeTable | null>,
	atlas: Atlas,
	words: PasteWords
): Incoming {
	const rows: IncomingRow[] = []
	const problems = [...read.problems]
	const types = new Map<string, NodeTable>()
	const placed = canvasPlaces(atlas)
	const names = new Map(read.cards.map(({ id, name }) => [id, name]))
	const safe = (id: string) => (idSchema.safeParse(id).success ? id : null)
	read.cards.forEach((card, at) => {
		const table = tables.get(card.group) ?? null
		const place = { part: 'nodes', row: at + 1 }
		const parsed = nameSchema.safeParse(card.name)
		if (table === null) return
		if (!parsed.success) {
			problems.push({ place, table, field: null, rule: 'row-without-name', params: {} })
			return
		}
		types.set(card.id, table)
		rows.push({ table, place, id: safe(card.id), fields: { name: parsed.data, ...factsOf(table, card.line, words) } })
	})
	read.cards.forEach((card, at) => {
		if (!types.has(card.id) || safe(card.id) === null) return
		const known = placed.get(card.id)
		if (known !== undefined && Math.round(known.x) === card.x && Math.round(known.y) === card.y) return
		const fields = { x: card.x + 0, y: card.y + 0 }
		rows.push({ table: 'positions', place: { part: 'nodes', row: at + 1 }, id: card.id, fields })
	})
	read.edges.forEach((one, at) => {
		const link = linkOf(one, types)
		const place = { part: 'edges', row: at + 1 }
		if (link === null) {
			problems.push({ place, table: null, field: null, rule: 'card-not-read', params: { type: 'edge' } })
			return
		}
		const end = (id: string) => ({ id: safe(id), name: safe(id) === null ? (names.get(id) ?? null) : null })
		rows.push({
			table: link.table,
			place,
			id: null,
			ends: { from: end(link.from), to: end(link.to) },
			fields: labelFields(link.table, one.label ?? '', words)
		})
	})
	for (const { id, name, tone, ...box } of read.areas) {
		if (safe(id) === null) continue
		const here = atlas.areas.get(id)
		const sides = (['x', 'y', 'width', 'height'] as const).map((side) => {
			const known = here?.[side]
			return [side, known !== undefined && Math.round(known) === box[side] ? known : box[side] + 0] as const
		})
		const label = [...name.trim()].slice(0, 200).join('')
		const fields = {
			...Object.fromEntries(sides),
			name: label === '' ? '–' : label,
			...(tone === null ? {} : { tone })
		}
		rows.push({ table: 'areas', place: { part: 'groups', row: null }, id, fields })
	}
	return { rows, problems }
}

function linkOf({ fromNode, toNode }: Edge, types: ReadonlyMap<string, NodeTable>) {
	const [from, to] = [types.get(fromNode), types.get(toNode)]
	if (from === undefined || to === undefined) return null
	const forward = linkTableFor(from, to)
	if (forward !== null) return { table: forward, from: fromNode, to: toNode }
	const backward = linkTableFor(to, from)
	return backward === null ? null : { table: backward, from: toNode, to: fromNode }
}

/** What the line under the name says: members of enumerations, in any language. */
function factsOf(table: NodeTable, line: string, words: PasteWords): Record<string, unknown> {
	const said = line
		.split('·')
		.slice(1)
		.map((word) => word.trim())
		.filter((word) => word !== '')
	const one = (field: string) => said.map((word) => memberNamed(field, word, words)).find((member) => member !== null)
	const fields: [string, unknown][] = []
	const add = (field: string) => {
		const member = one(field)
		if (member !== undefined) fields.push([field, member])
	}
	if (table === 'needs' || table === 'products') add('kind')
	if (table === 'needs') add('stage')
	if (table === 'channels') {
		add('media')
		add('setting')
		const roles = said.flatMap((word) => memberNamed('roles', word, words) ?? [])
		if (roles.length > 0) fields.push(['roles', roles])
	}
	return Object.fromEntries(fields)
}

/** What the label of an edge says of its link: a number from 1, or a status. */
function labelFields(table: LinkTable, label: string, words: PasteWords): Record<string, unknown> {
	const field = { holds: 'weight', has: 'importance', prefers: 'rank', delivers: 'status', fulfils: null }[table]
	if (field === null) return {}
	const said = label.split(/[·:,]/).at(-1)?.trim() ?? ''
	if (field === 'status') {
		const status = memberNamed('status', said, words)
		return status === null ? {} : { status }
	}
	const most = field === 'rank' ? 9 : 5
	const value = Number(/\d+/.exec(said)?.[0] ?? Number.NaN)
	return Number.isInteger(value) && value >= 1 && value <= most ? { [field]: value } : {}
}
