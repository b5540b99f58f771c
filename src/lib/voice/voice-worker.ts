import { mentionFromRow, type ColumnChoice, type MentionContext } from '#lib/domain/interchange/mention-table.ts'
import { dateOrderOf } from '#lib/domain/interchange/moment.ts'
import { packMentions } from '#lib/store/packed-mentions.ts'
import { newId } from '#lib/state/new-id.ts'
import { readRows, recognise } from '#lib/feeds/read-rows.ts'
import type { NumberedRow } from '#lib/feeds/read-rows.ts'
import type { ImportNote, ImportPlan, VoiceAnswer, VoiceRequest } from './voice-protocol.ts'
import { learnFrom } from './learn-from.ts'
import { ModelShelf } from './model-shelf.ts'
import { mentionOf, WordPipeline } from './word-pipeline.ts'

/** Mentions handed over at once: a few milliseconds of copying in the window. */
const batchSize = 2000
/** Batches that may wait in the window for the store before reading goes on: reading and storing overlap, and nothing piles up. */
const ahead = 2

const shelf = new ModelShelf()

let credit = 0
let goOn: (() => void) | null = null

function answer(message: VoiceAnswer): void {
	self.postMessage(message, { transfer: message.is === 'batch' ? [message.packed.buffer] : [] })
}

async function turn(): Promise<void> {
	if (credit === 0) await new Promise<void>((resolve) => (goOn = resolve))
	credit -= 1
}

async function* batchesOf(plan: ImportPlan): AsyncGenerator<{ rows: NumberedRow[]; bytes: number }> {
	let waiting: NumberedRow[] = []
	let read = 0
	for await (const { rows, bytes } of readRows(plan.file, plan.encoding, plan.shape)) {
		read = bytes
		waiting = waiting.concat(rows)
		while (waiting.length >= batchSize) {
			yield { rows: waiting.slice(0, batchSize), bytes }
			waiting = waiting.slice(batchSize)
		}
	}
	yield { rows: waiting, bytes: read }
}

async function dateOrder(plan: ImportPlan, column: number | undefined): Promise<MentionContext['dateOrder']> {
	if (column === undefined) return null
	for await (const { rows } of readRows(plan.file, plan.encoding, plan.shape)) {
		return dateOrderOf(rows.map(({ cells }) => cells[column] ?? ''))
	}
	return null
}

function readBatch(rows: readonly NumberedRow[], columns: ColumnChoice, context: MentionContext, plan: ImportPlan) {
	const notes: ImportNote[] = []
	const mentions = rows.flatMap(({ number, cells }) => {
		const read = mentionFromRow(cells, columns, context)
		if (!read.ok) {
			notes.push({ row: number, rule: read.rule, value: Object.values(read.params)[0] ?? '' })
			return []
		}
		for (const { rule, params } of read.notes) notes.push({ row: number, rule, value: params.value ?? '' })
		return [mentionOf({ ...read.draft, channel: read.draft.channel ?? plan.channel }, newId())]
	})
	return { mentions, notes }
}

async function importAll(plan: ImportPlan): Promise<void> {
	const pipeline = new WordPipeline(plan.pipeline, shelf)
	const names = new Map(plan.channels.map(([name, id]) => [plain(name), id]))
	const context: MentionContext = {
		source: plan.source,
		channelNamed: (name) => names.get(plain(name)) ?? null,
		now: plan.now,
		dateOrder: await dateOrder(plan, plan.columns.at)
	}
	credit = ahead
	let held: Extract<VoiceAnswer, { is: 'batch' }> | null = null
	for await (const { rows, bytes } of batchesOf(plan)) {
		if (held) answer(held)
		await turn()
		const { mentions, notes } = readBatch(rows, plan.columns, context, plan)
		const packed = packMentions(await pipeline.word(mentions))
		held = { is: 'batch', packed, ids: mentions.map(({ id }) => id), notes, rows: rows.length, bytes, last: false }
	}
	if (held) answer({ ...held, last: true })
}

function plain(name: string): string {
	return name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

async function serve(request: VoiceRequest): Promise<void> {
	switch (request.ask) {
		case 'recognise':
			answer({ is: 'recognised', recognised: await recognise(request.file, request.name) })
			break
		case 'import':
			await importAll(request.plan)
			break
		case 'more':
			credit += 1
			goOn?.()
			goOn = null
			break
		case 'learn':
			answer({ is: 'learned', ...learnFrom(request, await shelf.holding([request.lang])) })
			break
		case 'score':
			answer({ is: 'scored', mentions: await new WordPipeline(request.pipeline, shelf).score(request.mentions) })
			break
		case 'word':
			answer({ is: 'worded', mentions: await new WordPipeline(request.pipeline, shelf).word(request.mentions) })
			break
	}
}

self.addEventListener('message', async ({ data }: MessageEvent<VoiceRequest>) => {
	try {
		await serve(data)
	} catch (error) {
		answer({ is: 'error', message: error instanceof Error ? error.message : String(error) })
	}
})
