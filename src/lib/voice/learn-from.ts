import { adjusted, weighableWords } from '#lib/domain/words/adjustment.ts'
import { learnAdjustment, type Learned } from '#lib/domain/words/learn-adjustment.ts'
import { plainText } from '#lib/domain/words/plain-text.ts'
import { logits, scoreOf } from '#lib/domain/words/score.ts'
import type { SentimentModels } from '#lib/domain/words/sentiment-model.ts'
import type { VoiceRequest } from './voice-protocol.ts'

/** What is learned from judged mentions, and how many of the others it would label otherwise than the model. Throws where the model is not at hand. */
export function learnFrom(
	{ judged, others, lang }: Omit<Extract<VoiceRequest, { ask: 'learn' }>, 'ask'>,
	models: SentimentModels
): { learned: Learned; changes: number } {
	const model = models.get(lang)
	if (model === undefined) throw new Error(`The sentiment model for ${lang} could not be loaded`)
	const read = (text: string) => ({ sums: logits(text, model), words: weighableWords(plainText(text, lang), lang) })
	const learned = learnAdjustment(judged.map(({ text, label }) => ({ ...read(text), label })))
	if (learned.is !== 'measured') return { learned, changes: 0 }
	const adjustment = { id: lang, ...learned.adjustment }
	const changes = others.filter((text) => {
		const { sums, words } = read(text)
		return scoreOf(sums).label !== scoreOf(adjusted(sums, words, adjustment)).label
	}).length
	return { learned, changes }
}
