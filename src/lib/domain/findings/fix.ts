import type { Lens } from '../coverage/lens.ts'
import { linkKey, type Atlas, type LinkTable } from '../model/atlas.ts'
import type { Kind } from '../model/fields.ts'
import type { DeliveryStatus } from '../model/links.ts'

/**
 * What a fix does, which also chooses its wording:
 * deliver – plan a new delivery; start – make a planned one live; keep – do not stop a retiring one;
 * stop – make a live delivery retiring; drop – give up a planned one; end – take away a retiring one;
 * fulfil – say that a product answers a need; add-product – make a new one for it; prefer – note where someone wants to be served;
 * remove-product, remove-channel – take the thing itself off the map.
 */
export const fixIds = [
	'deliver',
	'start',
	'keep',
	'stop',
	'drop',
	'end',
	'fulfil',
	'add-product',
	'prefer',
	'remove-product',
	'remove-channel'
] as const
export type FixId = (typeof fixIds)[number]

/** The change that a fix runs, by name, and its input. */
export type FixCall =
	| { change: 'linkThings'; input: { from: string; to: string; fields?: { status?: DeliveryStatus; rank?: number } } }
	| { change: 'setDeliveryStatus'; input: { product: string; channel: string; status: DeliveryStatus } }
	| { change: 'removeThings'; input: { ids?: string[]; links?: { table: LinkTable; key: string }[] } }
	| { change: 'addEntity'; input: { table: 'products'; fields: { name: string; kind: Kind }; linkTo: string } }

/** One thing that a click can do about a finding: a change to run, and the ids that its sentence names. */
export type Fix = Readonly<
	{ id: FixId; persona?: string; need?: string; product?: string; channel?: string } & Readonly<FixCall>
>

/** Has the product offered on the channel; null where it counts there in the lens already. A new delivery is planned first. */
export function deliverFix(atlas: Atlas, lens: Lens, product: string, channel: string): Fix | null {
	const status = atlas.delivers.get(linkKey(product, channel))?.status
	if (status === undefined) {
		const input = { from: product, to: channel, fields: { status: 'planned' as const } }
		return { id: 'deliver', product, channel, change: 'linkThings', input }
	}
	if (status === 'planned' && lens === 'today') return live('start', product, channel)
	if (status === 'retiring' && lens === 'plan') return live('keep', product, channel)
	return null
}

function live(id: 'start' | 'keep', product: string, channel: string): Fix {
	return { id, product, channel, change: 'setDeliveryStatus', input: { product, channel, status: 'live' } }
}

/** Has the product no longer offered on the channel: what is live retires, what is only planned or on its way out is taken away. */
export function stopFix(atlas: Atlas, product: string, channel: string): Fix | null {
	const key = linkKey(product, channel)
	const status = atlas.delivers.get(key)?.status
	if (status === undefined) return null
	if (status === 'live') {
		return {
			id: 'stop',
			product,
			channel,
			change: 'setDeliveryStatus',
			input: { product, channel, status: 'retiring' }
		}
	}
	const id = status === 'planned' ? 'drop' : 'end'
	return { id, product, channel, change: 'removeThings', input: { links: [{ table: 'delivers', key }] } }
}

/** Says that a product which is there answers a need. */
export function fulfilFix(product: string, need: string): Fix {
	return { id: 'fulfil', product, need, change: 'linkThings', input: { from: product, to: need } }
}

/** Makes a product of the need's kind and name that answers it; null where the need is gone. */
export function addProductFix(atlas: Atlas, need: string): Fix | null {
	const wanted = atlas.needs.get(need)
	if (wanted === undefined) return null
	const fields = { name: wanted.name, kind: wanted.kind }
	return { id: 'add-product', need, change: 'addEntity', input: { table: 'products', fields, linkTo: need } }
}

/** Notes that a pair is to be served on a channel, after what is preferred already; said of the need, or of the persona as a whole. */
export function preferFix(pair: { persona: string; need: string }, of: 'persona' | 'need', channel: string): Fix {
	const from = pair[of]
	return {
		id: 'prefer',
		persona: pair.persona,
		[of]: from,
		channel,
		change: 'linkThings',
		input: { from, to: channel }
	}
}

/** Takes a product and all its links off the map. */
export function removeProductFix(product: string): Fix {
	return { id: 'remove-product', product, change: 'removeThings', input: { ids: [product] } }
}

/** Takes a channel and all its links off the map. */
export function removeChannelFix(channel: string): Fix {
	return { id: 'remove-channel', channel, change: 'removeThings', input: { ids: [channel] } }
}
