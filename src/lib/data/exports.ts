import type { Analysis } from '#lib/domain/interchange/analysis-tables.ts'
import type { CanvasWords } from '#lib/domain/interchange/canvas-words.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { OutTable } from '#lib/domain/interchange/table-cells.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Mention } from '#lib/domain/model/mention.ts'
import { download, fileName } from '#lib/state/file-download.ts'
import { saveToFile } from '#lib/state/save-file.ts'
import { plainMention } from '#lib/store/plain-mention.ts'
import type { Store } from '#lib/store/store.ts'
import type { Made, Work } from '#lib/state/export-job.svelte.ts'
import { requestExport } from './export-request.ts'

/** Mentions asked of the store at a time, and lines written before the window gets its turn. */
const pageSize = 2000

const csvType = 'text/csv;charset=utf-8'

/** The workspace file, with its mentions where asked. */
export async function exportWorkspace(store: Store, atlas: Atlas, withMentions: boolean): Promise<Made> {
	return { file: await saveToFile(store, atlas, withMentions), bytes: null }
}

/** The coverage report of a lens. */
export async function exportReport(atlas: Atlas, lens: Lens, { signal }: Work): Promise<Made> {
	const text = await requestExport({ kind: 'report', atlas, lens }, signal)
	return handOver(fileName(`${atlas.workspace.name} ${lens}`, 'coverage.json'), [text], 'application/json')
}

/** One table as CSV. */
export async function exportTable(atlas: Atlas, table: OutTable): Promise<Made> {
	const { csvOfTable } = await import('#lib/domain/interchange/csv-tables.ts')
	return handOver(fileName(`${atlas.workspace.name} ${table}`, 'csv'), [csvOfTable(atlas, table)], csvType)
}

/** All tables, findings and ledger of these analyses as a workbook that can be changed and imported again. */
export async function exportWorkbook(atlas: Atlas, analyses: readonly Analysis[], { signal }: Work): Promise<Made> {
	const { tablesOut } = await import('./out/tables-out.ts')
	const tables = tablesOut(atlas, analyses, new Date().toISOString())
	const bytes = await requestExport({ kind: 'workbook', tables }, signal)
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	return handOver(fileName(atlas.workspace.name, 'xlsx'), [bytes], type)
}

/** The map as JSON Canvas. */
export async function exportCanvas(atlas: Atlas, words: CanvasWords): Promise<Made> {
	const { writeCanvas } = await import('#lib/domain/interchange/write-canvas.ts')
	return handOver(fileName(atlas.workspace.name, 'canvas'), [writeCanvas(atlas, words)], 'application/json')
}

/** All tables as CSV in one zip; with the mentions where a store is given. */
export async function exportTables(atlas: Atlas, store: Store | null, work: Work): Promise<Made> {
	const [{ csvOfCells }, { tablesOut }] = await Promise.all([
		import('#lib/domain/interchange/csv-tables.ts'),
		import('./out/tables-out.ts')
	])
	const tables = tablesOut(atlas, [], new Date().toISOString())
	const files = tables.map(({ name, cells }) => ({ name: `${name}.csv`, text: csvOfCells(cells) }))
	if (store !== null) files.push({ name: 'mentions.csv', text: (await mentionLines(store, atlas, work)).join('') })
	const zip = await requestExport({ kind: 'zip', files }, work.signal)
	return handOver(fileName(`${atlas.workspace.name} csv`, 'zip'), [zip], 'application/zip')
}

/** All mentions as CSV. */
export async function exportMentions(store: Store, atlas: Atlas, work: Work): Promise<Made> {
	const lines = await mentionLines(store, atlas, work)
	return handOver(fileName(`${atlas.workspace.name} mentions`, 'csv'), lines, csvType)
}

/** The atlas as SQL for a PostgreSQL server. */
export async function exportSql(store: Store, atlas: Atlas, { signal }: Work): Promise<Made> {
	const text = await store.sqlDump(atlas.workspace.id)
	signal.throwIfAborted()
	return handOver(fileName(atlas.workspace.name, 'sql'), [text], 'application/sql')
}

async function mentionLines(store: Store, atlas: Atlas, { onprogress, signal }: Work): Promise<string[]> {
	const { mentionsCsv } = await import('#lib/domain/interchange/csv-tables.ts')
	const { total } = await store.summary(atlas.workspace.id, {})
	const mentions: Mention[] = []
	for (let after: number | null = 0; after !== null; onprogress(mentions.length, total)) {
		const part: Awaited<ReturnType<Store['readMentions']>> = await store.readMentions(
			atlas.workspace.id,
			after,
			pageSize
		)
		signal.throwIfAborted()
		for (const kept of part.rows) mentions.push(plainMention(kept))
		after = part.next
	}
	const lines: string[] = []
	for (const line of mentionsCsv(atlas, mentions)) {
		if (lines.push(line) % pageSize === 0) await new Promise((turn) => setTimeout(turn))
	}
	signal.throwIfAborted()
	return lines
}

function handOver(file: string, parts: BlobPart[], type: string): Made {
	const contents = new Blob(parts, { type })
	download(file, contents, type)
	return { file, bytes: contents.size }
}
