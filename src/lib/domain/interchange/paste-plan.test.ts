import { expect, test } from 'vitest'
import { applyRows } from '../changes/apply-rows.ts'
import { pasteThings } from '../changes/paste-things.ts'
import { runChange } from '../changes/run-change.ts'
import { countingIds, smallAtlas } from '../changes/small-atlas.ts'
import { emptyAtlas, type Atlas, type NodeTable } from '../model/atlas.ts'
import type { PasteWords } from './paste-columns.ts'
import { knownTable, planPaste, sheetOf, typesFrom } from './paste-plan.ts'
import { readPasted } from './pasted-text.ts'

const words: PasteWords = {
	tables: {
		personas: ['personas', 'persona'],
		values: ['values', 'value'],
		needs: ['needs', 'need', '需求'],
		channels: ['channels', 'channel'],
		products: ['products', 'product']
	},
	fields: {
		name: ['name'],
		kind: ['kind', 'type'],
		stage: ['stage'],
		role: ['role'],
		roles: ['roles'],
		rank: ['rank'],
		importance: ['importance'],
		status: ['status']
	},
	members: { information: ['info'], explore: ['探索'] }
}
const empty = emptyAtlas({ id: 'W', name: 'Empty', description: '' })

function pasted(atlas: Atlas, text: string, types: NodeTable[] = [], linkWith: string[] = []) {
	const sheet = sheetOf(readPasted(text), words)
	const first = knownTable(sheet, atlas, linkWith)
	const plan = planPaste(
		atlas,
		sheet,
		types.length > 0 ? types : typesFrom(first ?? 'needs', sheet.depths),
		linkWith,
		words
	)
	const outcome = runChange(atlas, pasteThings, { things: [...plan.things], links: [...plan.links] }, countingIds())
	return { plan, first, after: applyRows(atlas, outcome.ok ? outcome.rows : []), outcome }
}

const names = (rows: ReadonlyMap<string, { name: string }>) => [...rows.values()].map(({ name }) => name)

test('a list under a selection is one thing a line, linked with it', () => {
	const { after, outcome } = pasted(smallAtlas(), 'Website\nWhatsApp', ['channels'], ['P'])
	expect(outcome.ok && outcome.created?.length).toBe(2)
	expect([...after.prefers.values()].map(({ rank }) => rank)).toEqual([1, 2, 3])
})

test('a name that is there already is that thing, in any case and spacing, and is linked instead of doubled', () => {
	const { after, plan } = pasted(smallAtlas(), 'phone\n PHONE \nKiosk', ['channels'], ['P'])
	expect(names(after.channels)).toEqual(['App', 'Phone', 'Kiosk'])
	expect(plan.found).toEqual(['D'])
	expect(after.prefers.has('P:D')).toBe(true)
})

test('an outline is personas, their needs and the channels of those', () => {
	const text = 'Sanne\n\tKnow the price\n\t\tSite\n\t\tPhone\nMurat\n\tKnow the price'
	const { after } = pasted(empty, text, typesFrom('personas', 3))
	expect(names(after.personas)).toEqual(['Sanne', 'Murat'])
	expect(names(after.needs)).toEqual(['Know the price'])
	expect(after.has.size).toBe(2)
	expect([...after.prefers.values()].map(({ rank }) => rank)).toEqual([1, 2])
})

test('a header names the type, the fields and what each row is linked with', () => {
	const text = [
		'Need\tKind\tStage\tPersona\tImportance\tChannel',
		'Know the price\tinfo\texplore\tSanne\t2\tSite; Phone',
		'Advice on cover\tadvice\t探索\tSanne\t\tPhone'
	].join('\n')
	const { after, first } = pasted(empty, text)
	expect(first).toBe('needs')
	expect([...after.needs.values()].map(({ kind, stage }) => [kind, stage])).toEqual([
		['information', 'explore'],
		['advice', 'explore']
	])
	expect([...after.has.values()].map(({ importance }) => importance)).toEqual([2, 3])
	expect([...after.prefers.values()].map(({ rank }) => rank)).toEqual([1, 2, 1])
	expect(names(after.channels)).toEqual(['Site', 'Phone'])
})

test('a column of types makes things of each, and "kind" stays a kind where that is what it says', () => {
	const { after } = pasted(empty, 'Type\tName\tRole\nPersona\tSanne\tstudent\nChannel\tSite\treach')
	expect([...after.personas.values()][0]).toMatchObject({ name: 'Sanne', role: 'student' })
	expect([...after.channels.values()][0]).toMatchObject({ name: 'Site', roles: ['reach'] })
	const kinds = pasted(empty, 'Name\tType\nCalculator\tproduct\nGuide\tinfo', ['products'])
	expect([...kinds.after.products.values()].map(({ kind }) => kind)).toEqual(['product', 'information'])
})

test('without a header the columns are taken by position', () => {
	const { after } = pasted(empty, 'Know the price\tproduct\tbuy\nSpeak to someone\tadvice\tuse', ['needs'])
	expect([...after.needs.values()].map(({ kind, stage }) => `${kind} ${stage}`)).toEqual(['product buy', 'advice use'])
})

test('the type is known without asking where only one can be meant', () => {
	const atlas = smallAtlas()
	const known = (text: string, linkWith: string[]) => knownTable(sheetOf(readPasted(text), words), atlas, linkWith)
	expect(known('one\ntwo', [])).toBeNull()
	expect(known('one\ntwo', ['P'])).toBeNull()
	expect(known('one\ntwo', ['V'])).toBe('personas')
	expect(known('app\nphone', ['P'])).toBe('channels')
	expect(known('one\ntwo', ['V', 'N'])).toBe('personas')
})

test('a name too long is cut and kept whole in the description; nothing that was pasted is refused', () => {
	const long = 'word '.repeat(60).trim()
	const { after } = pasted(empty, long, ['needs'])
	const [need] = after.needs.values()
	expect(need?.name.length).toBe(200)
	expect(need?.description).toBe(long)
})

test('lines that cannot be linked with what they stand under are counted', () => {
	expect(pasted(empty, 'Sanne\n\tCalculator', ['personas', 'products']).plan.unlinked).toBe(1)
})
