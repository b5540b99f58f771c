import { setScoreAdjustment } from '#lib/domain/changes/set-score-adjustment.ts'
import type { Learned } from '#lib/domain/words/learn-adjustment.ts'
import type { ScoredLanguage } from '#lib/domain/words/lexicon.ts'
import { scoredLanguage } from '#lib/domain/words/score.ts'
import { modelLanguages, modelVersion } from '#lib/domain/words/sentiment-model.ts'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { KeptMention, Store } from '#lib/store/store.ts'
import type { JudgedMention } from './voice-protocol.ts'
import { VoiceWorker } from './voice-worker-client.ts'

/** Corrected mentions that are learned from at the most, the newest first. */
const mostJudged = 5000
/** Mentions that nobody corrected, among which it is counted how many would change. */
const mostOthers = 1000

/** What learning from the corrections of a language came to, and how many of `others` mentions it would label otherwise. */
export type LanguageOffer = {
	readonly lang: ScoredLanguage
	readonly learned: Learned
	readonly changes: number
	readonly others: number
}

/** Learns from corrected mentions how the atlas would score otherwise, and puts that to use. */
export class Adjuster {
	readonly #store: Store
	readonly #session: AtlasSession
	#worker: VoiceWorker | null = null
	#offers = $state.raw<readonly LanguageOffer[] | null>(null)
	#error = $state<string | null>(null)

	constructor(store: Store, session: AtlasSession) {
		this.#store = store
		this.#session = session
	}

	/** By language, those with the most corrections first; null while it is being learned. */
	get offers(): readonly LanguageOffer[] | null {
		return this.#offers
	}

	/** Why nothing could be learned, or null. */
	get error(): string | null {
		return this.#error
	}

	/** Reads the corrections and learns from them anew. */
	async learn(): Promise<void> {
		this.close()
		const worker = (this.#worker = new VoiceWorker())
		this.#offers = null
		this.#error = null
		try {
			const judged = await this.#newest(true, mostJudged)
			const others = await this.#newest(false, mostOthers)
			const offers: LanguageOffer[] = []
			for (const lang of modelLanguages) {
				const mine = judged.filter((mention) => scoredLanguage(mention.lang) === lang)
				const texts = others.filter((mention) => scoredLanguage(mention.lang) === lang).map(({ text }) => text)
				if (mine.length === 0 && texts.length === 0 && !this.#session.atlas.scoreAdjustments.has(lang)) continue
				const answer = await worker.learn({ lang, judged: mine.flatMap(judgement), others: texts })
				offers.push({ lang, others: texts.length, ...answer })
			}
			if (this.#worker === worker)
				this.#offers = offers.toSorted((one, other) => other.learned.judged - one.learned.judged)
		} catch (error) {
			if (this.#worker === worker) this.#error = error instanceof Error ? error.message : String(error)
		} finally {
			worker.close()
		}
	}

	/** Scores by what was learned of a language from now on. One step that can be undone. */
	use({ lang, learned }: LanguageOffer): void {
		if (learned.is !== 'measured' || !learned.helps) return
		const { before, after, judged, adjustment } = learned
		this.#session.run(setScoreAdjustment, {
			lang,
			adjustment: { model: modelVersion, ...adjustment, mentions: judged, before, after }
		})
	}

	/** Scores by the model alone again. */
	drop(lang: ScoredLanguage): void {
		this.#session.run(setScoreAdjustment, { lang, adjustment: null })
	}

	close(): void {
		this.#worker?.close()
		this.#worker = null
	}

	async #newest(corrected: boolean, most: number): Promise<KeptMention[]> {
		const rows: KeptMention[] = []
		for (const limit = 1000; rows.length < most;) {
			const page = await this.#store.mentions(this.#session.id, {
				...{ corrected, order: 'newest', offset: rows.length, limit }
			})
			rows.push(...page.rows)
			if (page.rows.length < limit) break
		}
		return rows
	}
}

function judgement({ text, label }: KeptMention): JudgedMention[] {
	return label === null ? [] : [{ text, label }]
}
