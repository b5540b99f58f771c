import type { ScoredLanguage } from '#lib/domain/words/lexicon.ts'
import { modelFile, modelVersion, readModel } from '#lib/domain/words/sentiment-model.ts'
import type { SentimentModel, SentimentModels } from '#lib/domain/words/sentiment-model.ts'

/** Reads the bytes of a file of the app, given its path without a leading slash. */
export type ReadAsset = (path: string) => Promise<Uint8Array>

async function fetchAsset(path: string): Promise<Uint8Array> {
	// The version in the address: a copy that the browser kept of an older model is not taken for this one.
	const answer = await fetch(`/${path}?v=${modelVersion}`)
	if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
	return new Uint8Array(await answer.arrayBuffer())
}

/** The sentiment models, each loaded when a text of its language first comes. One that cannot be loaded is tried again the next time. */
export class ModelShelf {
	readonly #read: ReadAsset
	readonly #models = new Map<ScoredLanguage, SentimentModel>()

	constructor(read: ReadAsset = fetchAsset) {
		this.#read = read
	}

	/** What is at hand after the models of these languages were asked for. Texts of a language whose model is not there stay unscored. */
	async holding(languages: Iterable<ScoredLanguage>): Promise<SentimentModels> {
		for (const lang of languages) {
			if (this.#models.has(lang)) continue
			const bytes = await this.#read(modelFile(lang)).catch(() => null)
			if (bytes !== null) this.#models.set(lang, readModel(bytes))
		}
		return this.#models
	}
}
