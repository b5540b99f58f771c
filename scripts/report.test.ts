import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { veldhaven } from '../src/lib/domain/coverage/worked-case.ts'
import { coverageReport } from '../src/lib/domain/interchange/coverage-report.ts'

const worked = new URL('../tests/cases/veldhaven.atlas.json', import.meta.url).pathname

function report(...words: string[]) {
	const script = new URL('./report.ts', import.meta.url).pathname
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })
	return { status, stdout, lines: stderr.split('\n').filter((line) => line !== '') }
}

test('the report of a file goes to standard output, in the lens asked for or else today', () => {
	expect(report(worked)).toEqual({ status: 0, stdout: coverageReport(veldhaven(), 'today'), lines: [] })
	expect(report(worked, '--lens', 'plan')).toEqual({
		status: 0,
		stdout: coverageReport(veldhaven(), 'plan'),
		lines: []
	})
})

test('a file that is refused gives a line for each problem, beginning with where it is, and ends with 1', () => {
	const folder = mkdtempSync(join(tmpdir(), 'report-'))
	const file = join(folder, 'bad.atlas.json')
	const atlas = JSON.parse(readFileSync(worked, 'utf8'))
	atlas.needs[2].kind = 'wish'
	atlas.has[0].need = 'nowhere'
	writeFileSync(file, JSON.stringify(atlas))
	const { status, stdout, lines } = report(file)
	rmSync(folder, { recursive: true })
	expect([status, stdout]).toEqual([1, ''])
	expect(lines.map((line) => line.split(':')[0])).toEqual(['$.needs[2].kind', '$.has[0].need'])
})

test('a command that is wrong says how it is used, and ends with 2', () => {
	for (const words of [[], [worked, '--lens', 'tomorrow'], [worked, '--wide'], [worked, worked]]) {
		const { status, stdout, lines } = report(...words)
		expect([status, stdout, lines.at(-1)?.startsWith('Usage:')], words.join(' ')).toEqual([2, '', true])
	}
})
