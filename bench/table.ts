import type { BenchRow } from './row.ts'

/** A figure with three significant digits. */
function short(figure: number | null | undefined): string {
	if (figure === null) return 'crashed'
	return figure === undefined ? '' : Number(figure.toPrecision(3)).toLocaleString('en')
}

function bars({ figure, unit, bar, holds }: BenchRow): [bar: string, verdict: string] {
	const isHeld = typeof bar === 'number' ? figure <= bar : holds
	const verdict = isHeld === undefined ? '' : isHeld ? 'yes' : '**no**'
	return [typeof bar === 'number' ? `≤ ${short(bar)} ${unit}` : (bar ?? ''), verdict]
}

function lines(head: readonly string[], cells: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |\n`).join('')
}

/** The rows of one subject as a Markdown table. Where much is measured beside the baseline, each of it has a column of its own. */
export function tableOf(rows: readonly BenchRow[]): string {
	const beside = [...new Set(rows.flatMap((row) => (row.beside ?? []).map(({ what }) => what)))]
	if (beside.length === 0) {
		return lines(
			['what', 'on', 'figure', 'baseline', 'ratio', 'growth', 'bar', 'holds'],
			rows.map((row) => [
				row.what,
				row.on,
				`${short(row.figure)} ${row.unit}`,
				row.baseline ? `${row.baseline.what}: ${short(row.baseline.figure)}` : '',
				short(row.ratio),
				short(row.exponent),
				...bars(row)
			])
		)
	}
	const baseline = rows.find((row) => row.baseline !== undefined)?.baseline?.what ?? 'baseline'
	return lines(
		['what', 'on', 'ours', baseline, ...beside, 'ratio', 'growth', 'bar', 'holds'],
		rows.map((row) => [
			row.what,
			row.on,
			`${short(row.figure)} ${row.unit}`,
			short(row.baseline?.figure),
			...beside.map((name) => short(row.beside?.find(({ what }) => what === name)?.figure)),
			short(row.ratio),
			short(row.exponent),
			...bars(row)
		])
	)
}

/** A text with what stands between the marks of a subject replaced; null where it has no such marks. */
export function withTable(text: string, subject: string, table: string): string | null {
	const [begin, end] = [`<!-- bench ${subject} -->`, `<!-- end ${subject} -->`]
	const [from, to] = [text.indexOf(begin), text.indexOf(end)]
	return from < 0 || to < from ? null : `${text.slice(0, from + begin.length)}\n\n${table}\n${text.slice(to)}`
}
