import { coverageReport } from '#lib/domain/interchange/coverage-report.ts'
import type { ExportRequest } from './export-request.ts'

/** Makes files that take long, away from the window: the report searches for safe stops, a zip compresses all mentions. */
addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
	void make(data).then((made) => postMessage(made))
})

async function make(request: ExportRequest): Promise<string | Uint8Array> {
	if (request.kind === 'report') return coverageReport(request.atlas, request.lens)
	if (request.kind === 'workbook') {
		const { workbook } = await import('./out/workbook.ts')
		return workbook(request.tables)
	}
	const { strToU8, zipSync } = await import('fflate')
	return zipSync(Object.fromEntries(request.files.map(({ name, text }) => [name, strToU8(text)])))
}
