import { expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { endsOf, linkTables, tableOf } from '#lib/domain/model/atlas.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { AtlasDocument } from './atlas-document.ts'
import { idsOf, workAtRandom } from './random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'

function expectNothingDangles(atlas: Atlas, hint: string): void {
	for (const table of linkTables) {
		for (const link of atlas[table].values()) {
			for (const end of endsOf(table, link)) expect(tableOf(atlas, end), `${hint}: ${table} ${end}`).not.toBeNull()
		}
	}
	for (const id of atlas.positions.keys()) expect(tableOf(atlas, id), `${hint}: position ${id}`).not.toBeNull()
}

/** Two to four people work, undo and redo; every update reaches everybody, late, in any order and some of them twice. */
function history(seed: number): AtlasDocument[] {
	const random = seededRandom(seed)
	const people = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) => {
		const document = new AtlasDocument({ id: 'W', clientId: 100 + index })
		document.load(smallAtlas())
		return { document, ids: idsOf(`R${index}x`), inbox: new Array<Uint8Array>() }
	})
	for (const person of people) {
		person.document.subscribe(({ local, update }) => {
			if (!local) return
			for (const other of people) {
				if (other === person) continue
				other.inbox.push(update)
				if (random() < 0.1) other.inbox.push(update)
			}
		})
	}
	const deliver = (person: (typeof people)[number]) => {
		const [update] = person.inbox.splice(Math.floor(random() * person.inbox.length), 1)
		if (update !== undefined) person.document.applyUpdate(update)
	}
	for (let turn = 0; turn < 40; turn += 1) {
		const person = people[Math.floor(random() * people.length)]
		if (person === undefined) continue
		const act = random()
		if (act < 0.55) workAtRandom(person.document, random, person.ids)
		else if (act < 0.7) person.document.undo()
		else if (act < 0.78) person.document.redo()
		else for (let count = Math.floor(random() * 6); count > 0 && person.inbox.length > 0; count -= 1) deliver(person)
		if (turn % 8 === 0) expectNothingDangles(person.document.atlas, `seed ${seed}, turn ${turn}`)
	}
	for (const person of people) while (person.inbox.length > 0) deliver(person)
	return people.map((person) => person.document)
}

test('concurrent histories with undo and redo converge, whatever the order of delivery: 1,000 of them', () => {
	const start = Math.floor(Math.random() * 2 ** 31)
	for (let round = 0; round < 1000; round += 1) {
		const seed = start + round
		const [first, ...others] = history(seed)
		if (first === undefined) throw new Error('nobody worked')
		expect(first.isWaiting, `seed ${seed}`).toBe(false)
		for (const other of others) expect(other.atlas, `seed ${seed}`).toEqual(first.atlas)
		const reread = new AtlasDocument({ id: 'W' })
		reread.applyUpdate(first.encode())
		expect(reread.atlas, `seed ${seed}, read anew`).toEqual(first.atlas)
		expect([...reread.atlas.needs.keys()], `seed ${seed}, in the same order`).toEqual([...first.atlas.needs.keys()])
		expectNothingDangles(first.atlas, `seed ${seed}`)
	}
}, 120_000)
