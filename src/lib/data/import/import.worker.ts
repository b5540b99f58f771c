import { newId } from '#lib/state/new-id.ts'
import type { FromImportWorker, ToImportWorker } from './import-protocol.ts'
import { openFile, refusalOf, type OpenedFile } from './opened-file.ts'

let opened: OpenedFile | null = null

function say(message: FromImportWorker): void {
	postMessage(message)
}

/** Opens one file and compares it, away from the window; ended to cancel. */
addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
	void answer(data).catch((error: unknown) => say({ kind: 'refused', refused: refusalOf(error) }))
})

async function answer(message: ToImportWorker): Promise<void> {
	if (message.kind === 'open') {
		opened = await openFile(message.file, message.atlas, message.words)
		say({ kind: 'opened', opened: opened.opened(), reading: opened.reading() })
	} else if (opened !== null) {
		const reading = message.reading ?? opened.reading()
		const difference = opened.compare(message.atlas, reading, newId)
		say({ kind: 'compared', opened: opened.readAs(reading), difference })
	}
}
