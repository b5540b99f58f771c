import { z } from 'zod'
import { readLexicon } from './lexicon.ts'
import type { Lexicon, ScoredLanguage } from './lexicon.ts'
import { buckets } from './ngrams.ts'

/** Raises with every change of data, features, rules or settings: what an older one scored is scored anew. Train after changing it. */
export const modelVersion = 2

export const modelLanguages = ['en', 'nl', 'zh'] as const satisfies readonly ScoredLanguage[]

/** One of a model's two tables: a weight for every place, as steps of `step`, and what is added to every sum. */
export type Head = { readonly table: Int8Array; readonly step: number; readonly bias: number }

/** How the parts of a score are put together. */
export type Settings = {
	/** What a unit of the words' sum adds to the polarity. */
	readonly words: number
	/** What a unit of the words' sum, of either sign and up to 3, takes from the neutrality. */
	readonly strength: number
	/** Polarities are divided by this: the higher, the more is neutral. */
	readonly evenness: number
}

/** What a language is scored with: made by `npm run sentiment:train`, read from a file. */
export type SentimentModel = {
	readonly version: number
	readonly lang: ScoredLanguage
	/** Whose texts and lists it learned from, with their licences. */
	readonly attribution: readonly string[]
	readonly settings: Settings
	readonly polarity: Head
	readonly neutral: Head
	readonly lexicon: Lexicon
}

/** The models that are at hand, by language. */
export type SentimentModels = ReadonlyMap<ScoredLanguage, SentimentModel>

/** How the sum over a text's features is scaled, so that a long text is not surer than a short one by its length alone. */
export function lengthScale(features: number): number {
	return features === 0 ? 0 : 4 / Math.sqrt(features)
}

/** The file of a language's model, relative to the static files of the app. */
export function modelFile(lang: ScoredLanguage): string {
	return `sentiment/${lang}.bin`
}

const head = z.strictObject({ step: z.number(), bias: z.number() })
const modelHeader = z.strictObject({
	version: z.int(),
	lang: z.enum(modelLanguages),
	attribution: z.array(z.string()).min(1),
	settings: z.strictObject({ words: z.number(), strength: z.number(), evenness: z.number() }),
	polarity: head,
	neutral: head,
	words: z.int()
})

const signature = 'channel-atlas sentiment\n'

/**
 * A model as bytes: the signature, a line of JSON (everything but tables and words), the words (see `readLexicon`) and the two tables, one byte a place.
 * `words` is the written lexicon.
 */
export function writeModel(
	{ polarity, neutral, ...model }: Omit<SentimentModel, 'lexicon'>,
	words: string
): Uint8Array {
	const encoder = new TextEncoder()
	const list = encoder.encode(words)
	const header = {
		...model,
		polarity: { step: polarity.step, bias: polarity.bias },
		neutral: { step: neutral.step, bias: neutral.bias },
		words: list.length
	}
	const first = encoder.encode(`${signature}${JSON.stringify(header)}\n`)
	const bytes = new Uint8Array(first.length + list.length + 2 * buckets)
	bytes.set(first)
	bytes.set(list, first.length)
	bytes.set(new Uint8Array(polarity.table.buffer, polarity.table.byteOffset, buckets), first.length + list.length)
	bytes.set(new Uint8Array(neutral.table.buffer, neutral.table.byteOffset, buckets), bytes.length - buckets)
	return bytes
}

/** Reads what `writeModel` wrote. Throws where it is no model, or one of another version than this program's. */
export function readModel(bytes: Uint8Array): SentimentModel {
	const start = new TextEncoder().encode(signature).length
	const decoder = new TextDecoder()
	if (decoder.decode(bytes.subarray(0, start)) !== signature) throw new Error('This is no sentiment model')
	const end = bytes.indexOf(10, start)
	const { words, polarity, neutral, ...model } = modelHeader.parse(
		JSON.parse(decoder.decode(bytes.subarray(start, end)))
	)
	if (model.version !== modelVersion)
		throw new Error(`The sentiment model has version ${model.version}, this program needs ${modelVersion}`)
	const tables = end + 1 + words
	if (bytes.length !== tables + 2 * buckets) throw new Error('The sentiment model is cut short')
	const table = (from: number) => new Int8Array(bytes.buffer, bytes.byteOffset + from, buckets).slice()
	return {
		...model,
		polarity: { ...polarity, table: table(tables) },
		neutral: { ...neutral, table: table(tables + buckets) },
		lexicon: readLexicon(decoder.decode(bytes.subarray(end + 1, tables)))
	}
}
