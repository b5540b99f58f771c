import type { Work } from '#lib/state/export-job.svelte.ts'
import type { OutAnswer, OutFile, OutRequest } from './out-request.ts'

/** Has a file made by a worker. Stopping ends the worker at once, whatever it is doing. */
export function requestOut(request: OutRequest, { onprogress, signal }: Work): Promise<OutFile> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./out.worker.ts', import.meta.url), { type: 'module' })
		const stop = () => end(() => reject(new DOMException('Stopped', 'AbortError')))
		function end(settle: () => void): void {
			worker.terminate()
			signal.removeEventListener('abort', stop)
			settle()
		}
		if (signal.aborted) return stop()
		signal.addEventListener('abort', stop)
		worker.addEventListener('error', (event) =>
			end(() => reject(new Error(event.message || 'The worker did not start')))
		)
		worker.addEventListener('message', ({ data }: MessageEvent<OutAnswer>) => {
			if (data.name === 'progress') onprogress(data.done, data.of)
			else if (data.name === 'failed') end(() => reject(new Error(data.reason)))
			else end(() => resolve(data.file))
		})
		worker.postMessage(request)
	})
}
