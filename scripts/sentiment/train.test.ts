import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scoreMention } from '../../src/lib/domain/words/score.ts'
import { readModel } from '../../src/lib/domain/words/sentiment-model.ts'
import { labelledTexts } from './rows.ts'
import { trainAll } from './train.ts'
import { translated } from './translate.ts'

const folder = mkdtempSync(join(tmpdir(), 'sentiment-'))

function file(name: string, rows: readonly string[]): void {
	writeFileSync(join(folder, name), ['label\ttext', ...rows, ''].join('\n'))
}

beforeAll(() => {
	mkdirSync(join(folder, 'train'))
	mkdirSync(join(folder, 'lexicons'))
	const times = <Row>(row: Row) => Array.from({ length: 30 }, () => row)
	file('train/en_small.tsv', [
		...times('pos\tthe zorble was lovely today'),
		...times('neg\tthe grumth was awful today'),
		...times('neu\tthe office opens at nine')
	])
	file('train/zh_small.tsv', [...times('pos\t饭菜很好吃'), ...times('neg\t送餐太慢了')])
	file('lexicons/en-nl_memolon.tsv', ['zorble\tzorbel', 'grumth\tgromt', 'lovely\tmooi', 'awful\takelig'])
	file('lexicons/en_vader.tsv', ['lovely\t0.7', 'awful\t-0.5'])
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the same texts give the same bytes, and what was in them is learned', () => {
	const models = trainAll(folder)
	for (const [lang, bytes] of trainAll(folder))
		expect(Buffer.from(bytes).equals(models.get(lang) ?? Buffer.alloc(0)), lang).toBe(true)
	const read = new Map([...models].map(([lang, bytes]) => [lang, readModel(bytes)]))
	expect(scoreMention('a zorble', 'en', read)?.sentiment).toBeGreaterThan(0)
	expect(scoreMention('a grumth', 'en', read)?.sentiment).toBeLessThan(0)
	expect(scoreMention('een zorbel', 'nl', read)?.sentiment).toBeGreaterThan(0)
	expect(scoreMention('een gromt', 'nl', read)?.sentiment).toBeLessThan(0)
})

test('texts are translated word by word, with the small words that carry a negation', () => {
	const table = new Map([
		['food', 'eten'],
		['tasty', 'lekker']
	])
	const [row] = translated([{ label: 'neg', text: "The food isn't tasty! http://x.example", from: 'x' }], table, 'nl')
	expect(row?.text).toBe('de eten is niet lekker !')
})

test('rows without one of our labels are passed over', () => {
	file('mixed.tsv', ['pos\tgood\t2.5', 'unknown\tx', 'neu\t', 'neg\tbad'])
	expect(labelledTexts(join(folder, 'mixed.tsv')).map(({ label, text }) => `${label} ${text}`)).toEqual([
		'pos good',
		'neg bad'
	])
})
