import { expect, test } from 'vitest'
import { mask } from './mask.ts'

test.each([
	[
		'Please call me on 06-12345678 about policy 12-345-678, j.devries@example.org',
		'Please call me on ☎••• about policy №•••, ✉•••'
	],
	['Ring +31 (0)6 1234 5678 today', 'Ring ☎••• today'],
	['我的手机是13812345678，请回电', '我的手机是☎•••，请回电'],
	['０６－１２３４５６７８', '☎•••'],
	['IBAN NL91 ABNA 0417 1643 00 please', 'IBAN №••• please'],
	['card 4111 1111 1111 1111', 'card №•••'],
	['身份证11010519491231002X', '身份证№•••'],
	['claim nr 4711 is late', 'claim nr №••• is late'],
	['@webcare_nl thanks', '@••• thanks'],
	['me@example.org and you@example.co.uk', '✉••• and ✉•••']
])('%s', (text, masked) => {
	expect(mask(text)).toBe(masked)
})

test.each([
	'Handled on 2026-03-02, paid on 12/03/2026',
	'I paid € 1250000 and 1.000.000 euro',
	'Waiting 40 minutes, 2 weeks, 365 days',
	'See https://example.org/case/123456789 for more',
	'In 2019-2024 all was well',
	'Dit kost 12,50 per maand'
])('%s stays as it is', (text) => {
	expect(mask(text)).toBe(text)
})

test('a text of 20,000 digits or at-signs is masked without hanging', () => {
	expect(mask('1'.repeat(20_000))).not.toContain('1111111')
	expect(mask('@a '.repeat(6_000))).not.toContain('a')
	expect(mask('a.'.repeat(10_000)).length).toBe(20_000)
})
