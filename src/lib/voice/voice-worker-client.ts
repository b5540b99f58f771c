import type { Mention } from '#lib/domain/model/mention.ts'
import type { Learned } from '#lib/domain/words/learn-adjustment.ts'
import type { WordLists } from '#lib/domain/words/vocabulary.ts'
import type { KeptMention, RewrittenMention, WordedMention } from '#lib/store/store.ts'
import type { ImportPlan, VoiceAnswer, VoiceRequest } from './voice-protocol.ts'
import type { PipelineOptions } from './word-pipeline.ts'
import type { Recognised } from '#lib/feeds/read-rows.ts'

/** Mentions of a file, read, worded and packed for the store. */
export type ImportBatch = Extract<VoiceAnswer, { is: 'batch' }>

/** Reading and wording of mentions in a worker. One asks for one thing at a time; closing it stops whatever is under way at once. */
export class VoiceWorker {
	readonly #worker = new Worker(new URL('./voice-worker.ts', import.meta.url), { type: 'module' })
	#take: ((answer: VoiceAnswer) => void) | null = null
	#answers: VoiceAnswer[] = []

	constructor() {
		this.#worker.addEventListener('message', ({ data }: MessageEvent<VoiceAnswer>) => this.#came(data))
		this.#worker.addEventListener('error', (event) => this.#came({ is: 'error', message: event.message }))
	}

	/** Encoding, shape, columns and first rows of a file. */
	async recognise(file: Blob, name: string): Promise<Recognised> {
		this.#send({ ask: 'recognise', file, name })
		const answer = await this.#next()
		if (answer.is !== 'recognised') throw unexpected(answer)
		return answer.recognised
	}

	/** Reads a file batch by batch; the next two are prepared while one is being stored. */
	async *import(plan: ImportPlan): AsyncGenerator<ImportBatch> {
		this.#send({ ask: 'import', plan })
		for (;;) {
			const answer = await this.#next()
			if (answer.is !== 'batch') throw unexpected(answer)
			yield answer
			if (answer.last) return
			this.#send({ ask: 'more' })
		}
	}

	/** Language, score and words for mentions that are there already. */
	async word(mentions: readonly Mention[], pipeline: PipelineOptions): Promise<readonly WordedMention[]> {
		this.#send({ ask: 'word', mentions, pipeline })
		const answer = await this.#next()
		if (answer.is !== 'worded') throw unexpected(answer)
		return answer.mentions
	}

	/** New scores for mentions that the store holds. */
	async score(mentions: readonly KeptMention[], lists: WordLists): Promise<readonly RewrittenMention[]> {
		this.#send({ ask: 'score', mentions, pipeline: { lists, knownWords: [], masks: false } })
		const answer = await this.#next()
		if (answer.is !== 'scored') throw unexpected(answer)
		return answer.mentions
	}

	/** What an adjustment learned from judged mentions comes to (see `learnAdjustment`), and how many of the other texts it would label otherwise. */
	async learn(
		request: Omit<Extract<VoiceRequest, { ask: 'learn' }>, 'ask'>
	): Promise<{ learned: Learned; changes: number }> {
		this.#send({ ask: 'learn', ...request })
		const answer = await this.#next()
		if (answer.is !== 'learned') throw unexpected(answer)
		return answer
	}

	close(): void {
		this.#worker.terminate()
	}

	#send(request: VoiceRequest): void {
		this.#worker.postMessage(request)
	}

	#came(answer: VoiceAnswer): void {
		if (this.#take) {
			this.#take(answer)
			this.#take = null
		} else this.#answers.push(answer)
	}

	#next(): Promise<VoiceAnswer> {
		const first = this.#answers.shift()
		if (first) return Promise.resolve(first)
		return new Promise((resolve) => (this.#take = resolve))
	}
}

function unexpected(answer: VoiceAnswer): Error {
	return new Error(answer.is === 'error' ? answer.message : `The voice worker answered "${answer.is}"`)
}
