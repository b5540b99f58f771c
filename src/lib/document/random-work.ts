import { changes } from '#lib/domain/changes/index.ts'
import type { ChangeContext, Outcome } from '#lib/domain/changes/change.ts'
import { linkTables, nodeTables } from '#lib/domain/model/atlas.ts'
import type { AtlasDocument } from './atlas-document.ts'

/** For tests: ids that no other replica makes. */
export function idsOf(replica: string): ChangeContext {
	let made = 0
	return { newId: () => `${replica}${++made}` }
}

function pick<Entry>(random: () => number, entries: readonly Entry[]): Entry | undefined {
	return entries[Math.floor(random() * entries.length)]
}

const names = [
	'Sanne',
	'速度',
	'Phone',
	'Claim \u0027form\u0027',
	'👍',
	'\\x00',
	'<b>',
	'ünïcode',
	'$1; drop table persona; --'
]

/** For tests: does one random change on the document, as a user could; refusals are part of it. */
export function workAtRandom(document: AtlasDocument, random: () => number, context: ChangeContext): Outcome {
	const atlas = document.atlas
	const whole = (limit: number) => Math.floor(random() * limit)
	const name = `${pick(random, names)} ${whole(100)}`
	const ids = nodeTables.flatMap((table) => [...atlas[table].keys()])
	const anyId = () => pick(random, ids) ?? 'nobody'
	const of = (table: (typeof nodeTables)[number]) => pick(random, [...atlas[table].keys()]) ?? 'nobody'
	const choice = whole(100)
	if (choice < 25) {
		const table = pick(random, nodeTables) ?? 'needs'
		const position = random() < 0.5 ? { x: whole(1000), y: whole(1000) } : undefined
		const base = { name, ...(table === 'personas' && random() < 0.5 ? { share: 0.25 + whole(8) / 4 } : {}) }
		const linkFrom = random() < 0.3 ? anyId() : undefined
		return document.run(changes.addEntity, { table, fields: base, position, linkFrom } as never, context)
	}
	if (choice < 45) return document.run(changes.linkThings, { from: anyId(), to: anyId() }, context)
	if (choice < 50) return document.run(changes.linkThings, { from: of('products'), to: of('channels') }, context)
	if (choice < 55) return document.run(changes.linkThings, { from: of('personas'), to: of('needs') }, context)
	if (choice < 60) return document.run(changes.linkThings, { from: of('products'), to: of('needs') }, context)
	if (choice < 66) {
		const from = random() < 0.5 ? of('personas') : of('needs')
		return document.run(changes.setRank, { from, channel: of('channels'), rank: 1 + whole(9) }, context)
	}
	if (choice < 71) {
		const status = pick(random, ['live', 'planned', 'retiring'] as const) ?? 'live'
		return document.run(
			changes.setDeliveryStatus,
			{ product: of('products'), channel: of('channels'), status },
			context
		)
	}
	if (choice < 78) {
		const fields = random() < 0.5 ? { name } : { evidence: name, description: `${name}\n${whole(9)}` }
		return document.run(changes.editEntity, { table: 'needs', id: of('needs'), fields }, context)
	}
	if (choice < 82) {
		const fields = { feelings: [name, 'calm'], share: random() < 0.3 ? null : 1 + whole(3) }
		return document.run(changes.editEntity, { table: 'personas', id: of('personas'), fields }, context)
	}
	if (choice < 87) {
		const positions = [0, 1].map(() => ({ id: anyId(), x: whole(500), y: -whole(500) }))
		return document.run(changes.moveNodes, { positions }, context)
	}
	if (choice < 93) {
		const table = pick(random, linkTables) ?? 'has'
		const key = pick(random, [...atlas[table].keys()])
		const links = key === undefined ? [] : [{ table, key }]
		return document.run(changes.removeThings, { ids: random() < 0.5 ? [anyId()] : [], links }, context)
	}
	if (choice < 95) {
		const finding = { kind: 'unmet' as const, persona: of('personas'), need: of('needs') }
		return document.run(changes.decide, { finding, remedy: 'accept', owner: name, note: name }, context)
	}
	if (choice < 97)
		return document.run(
			changes.addSource,
			{ name, kind: 'paste', channel: pick(random, [...atlas.channels.keys()]) ?? null },
			context
		)
	if (choice < 99) return document.run(changes.editFrame, { vision: name, coreValues: [name, 'fair'] }, context)
	return document.run(changes.editWords, { hide: [name], merge: [['a', name]] }, context)
}
