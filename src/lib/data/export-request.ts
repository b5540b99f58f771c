import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { NamedTable } from './out/workbook.ts'

/** What the export worker can make: a coverage report (text), a zip of text files or a workbook (bytes). */
export type ExportRequest =
	| { readonly kind: 'report'; readonly atlas: Atlas; readonly lens: Lens }
	| { readonly kind: 'workbook'; readonly tables: readonly NamedTable[] }
	| { readonly kind: 'zip'; readonly files: readonly { readonly name: string; readonly text: string }[] }

/** Has the worker make it. Rejects where the worker fails; aborting ends the worker at once. */
export function requestExport(request: ExportRequest, signal: AbortSignal): Promise<string | Uint8Array<ArrayBuffer>> {
	const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
	return new Promise<string | Uint8Array<ArrayBuffer>>((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason))
		worker.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array<ArrayBuffer>>) => resolve(data))
		worker.addEventListener('error', (event) => {
			event.preventDefault()
			reject(new Error(event.message || 'The worker could not be started.'))
		})
		worker.postMessage(request)
	}).finally(() => worker.terminate())
}
