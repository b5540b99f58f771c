// `npm run bench [-- NAME …]`: every measurement as a table of ratios. Names choose some of the subjects.
import { cpus } from 'node:os'
import type { BenchRow } from './row.ts'

const subjects: Readonly<Record<string, () => Promise<{ rows(): Promise<BenchRow[]> }>>> = {
	coverage: () => import('./coverage.ts'),
	plan: () => import('./plan.ts'),
	canvas: () => import('./canvas.ts'),
	mentions: () => import('./mentions.ts'),
	start: () => import('./start.ts'),
	answers: () => import('./answers.ts')
}

/** A figure with three significant digits. */
function short(figure: number | null | undefined): string {
	if (figure === null) return 'crashed'
	return figure === undefined ? '' : Number(figure.toPrecision(3)).toLocaleString('en')
}

function line(row: BenchRow): string {
	const holds = typeof row.bar === 'number' ? row.figure <= row.bar : row.holds
	const verdict = holds === undefined ? '' : holds ? 'yes' : '**no**'
	return `| ${[
		row.what,
		row.on,
		`${short(row.figure)} ${row.unit}`,
		[row.baseline, ...(row.beside ?? [])].flatMap((one) => (one ? `${one.what}: ${short(one.figure)}` : [])).join('; '),
		short(row.ratio),
		short(row.exponent),
		typeof row.bar === 'number' ? `≤ ${short(row.bar)} ${row.unit}` : (row.bar ?? ''),
		verdict
	].join(' | ')} |`
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in subjects))
if (unknown.length > 0) {
	process.stderr.write(`No such measurement: ${unknown.join(', ')}. There are ${Object.keys(subjects).join(', ')}.\n`)
	process.exit(2)
}
process.stdout.write(
	`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n\n`
)
process.stdout.write(
	'| what | on | figure | baseline | ratio | growth | bar | holds |\n|---|---|---|---|---|---|---|---|\n'
)
for (const [name, load] of Object.entries(subjects)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue
	for (const row of await (await load()).rows()) process.stdout.write(`${line(row)}\n`)
}
