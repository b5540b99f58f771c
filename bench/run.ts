// `npm run bench [-- NAME …] [--write]`: every measurement as a table of ratios. Names choose some of the subjects; `--write` puts their
// tables into docs/performance.md.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { findChromium } from '../scripts/chromium.js'
import type { BenchRow } from './row.ts'
import { tableOf, withTable } from './table.ts'

const subjects: Readonly<Record<string, () => Promise<{ rows(): Promise<BenchRow[]> }>>> = {
	coverage: () => import('./coverage.ts'),
	plan: () => import('./plan.ts'),
	cards: () => import('./cards.ts'),
	answers: () => import('./answers.ts'),
	mentions: () => import('./mentions.ts'),
	import: () => import('./import.ts'),
	wall: () => import('./wall.ts'),
	start: () => import('./start.ts'),
	canvas: () => import('./canvas.ts')
}
const page = new URL('../docs/performance.md', import.meta.url)

const options = process.argv.slice(2)
const isWritten = options.includes('--write')
const wanted = options.filter((option) => option !== '--write')
const unknown = wanted.filter((name) => !(name in subjects))
if (unknown.length > 0) {
	process.stderr.write(`No such measurement: ${unknown.join(', ')}. There are ${Object.keys(subjects).join(', ')}.\n`)
	process.exit(2)
}
const browser = execFileSync(await findChromium(), ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim()
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${browser}, Node ${process.version}`
for (const [name, load] of Object.entries(subjects)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue
	const table = tableOf(await (await load()).rows())
	const dated = `${new Date().toISOString().slice(0, 10)}, ${machine}\n\n${table}`
	process.stdout.write(`${name}: ${dated}\n`)
	if (!isWritten) continue
	const text = withTable(readFileSync(page, 'utf8'), name, dated)
	if (text === null) throw new Error(`docs/performance.md has no place for ${name}`)
	writeFileSync(page, text)
}
