import { readFileSync } from 'node:fs'
import { modelFile, modelLanguages, readModel } from '../../src/lib/domain/words/sentiment-model.ts'
import type { SentimentModels } from '../../src/lib/domain/words/sentiment-model.ts'

/** The shipped models, read from the folder of static files. */
export function readModels(): SentimentModels {
	return new Map(
		modelLanguages.map((lang) => [
			lang,
			readModel(readFileSync(new URL(`../../static/${modelFile(lang)}`, import.meta.url)))
		])
	)
}
