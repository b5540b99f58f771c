import type { Transaction } from '@electric-sql/pglite'
import { scoredAs, type Scoring } from '#lib/domain/words/adjustment.ts'
import type { WordedMention } from './store.ts'

/**
 * The condition that a mention is to be scored anew to have a scoring, given the place of the scoring (as JSON) among the parameters. What a person set is not, and not
 * what a newer model scored: a tab that still runs the older one does not take it back.
 */
export function isStale(place: string): string {
	const wanted = `coalesce(${place}::text::json ->> split_part(lower(coalesce(mention.lang, '')), '-', 1), ${place}::text::json ->> '')`
	return `not mention.corrected and (mention.scored is null or (mention.scored <> ${wanted}
		and split_part(mention.scored, ':', 1)::integer <= split_part(${wanted}, ':', 1)::integer))`
}

/** Mentions came or were scored: where one has another scoring than the atlas counts as having (null: one that is not known), the atlas counts as having none. */
export async function unsettle(
	transaction: Transaction,
	atlas: string,
	mentions: readonly Partial<Pick<WordedMention, 'scored' | 'corrected' | 'lang'>>[] | null
): Promise<void> {
	const found = await transaction.query<{ scored: string | null }>('select scored from atlas where id = $1', [atlas])
	const settled = found.rows[0]?.scored ?? null
	if (settled === null) return
	const scoring = JSON.parse(settled) as Scoring
	const isSame = mentions?.every(
		({ corrected, scored, lang }) => corrected === true || scored === scoredAs(scoring, lang ?? null)
	)
	if (isSame !== true) await transaction.query('update atlas set scored = null where id = $1', [atlas])
}
