import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = new URL('./normalise.ts', import.meta.url).pathname
const worked = new URL('../tests/cases/veldhaven.atlas.json', import.meta.url).pathname

function normalise(...files: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: 'utf8' })
	return { status, stdout, problems: stderr.split('\n').filter((line) => line !== '') }
}

function withFile(text: string, use: (file: string) => void): void {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-'))
	const file = join(folder, 'a.atlas.json')
	writeFileSync(file, text)
	try {
		use(file)
	} finally {
		rmSync(folder, { recursive: true })
	}
}

test('normalise prints the file as export writes it, and its own output unchanged', () => {
	const first = normalise(worked)
	expect(first.status).toBe(0)
	expect(first.problems).toEqual([])
	expect(JSON.parse(first.stdout)).toMatchObject({
		mentions: JSON.parse(readFileSync(worked, 'utf8')).mentions.map(() => ({}))
	})
	withFile(first.stdout, (file) => expect(normalise(file).stdout).toBe(first.stdout))
})

test('normalise says of each problem where it is, and ends with 1', () => {
	withFile('{"format":"channel-atlas","version":1,"needs":[{"id":"N","name":""}]}', (file) => {
		const { status, stdout, problems } = normalise(file)
		expect([status, stdout]).toEqual([1, ''])
		expect(problems.map((line) => line.split(':')[0])).toEqual([
			'$.workspace',
			'$.needs[0].name',
			'$.needs[0].kind',
			'$.needs[0].stage'
		])
	})
	expect(normalise('/nowhere/at.all').status).toBe(1)
	expect(normalise().status).toBe(1)
})
