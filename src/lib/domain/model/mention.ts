import { z } from 'zod'
import { broken, id, limited, number } from './fields.ts'

export const sentimentLabels = ['negative', 'neutral', 'positive'] as const
export type SentimentLabel = (typeof sentimentLabels)[number]

/** Characters of a mention's text at the most. */
export const mentionLength = 20_000

const languageTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/
const webAddress = /^https?:\/\/[^\s]+$/i

/** One thing that a customer said. Mentions are rows of the store and never part of an atlas value. */
export const mention = z.strictObject({
	id,
	source: id,
	/** The source's own id; (source, externalId) is unique where it is set. */
	externalId: limited(500)
		.refine((text) => text !== '', broken('empty-entry', 'Empty: leave the entry out'))
		.nullable()
		.default(null),
	/** An instant, ISO 8601. */
	at: z.iso.datetime({ offset: true }),
	text: limited(mentionLength).refine((text) => text !== '', broken('empty-entry', 'Empty: leave the entry out')),
	/** A BCP 47 tag, or null where it is not known. */
	lang: z
		.string()
		.refine((text) => languageTag.test(text), broken('language-tag', 'A language tag such as en, nl or zh-CN'))
		.nullable()
		.default(null),
	author: limited(200).nullable().default(null),
	channel: id.nullable().default(null),
	url: limited(2000)
		.refine(
			(text) => webAddress.test(text),
			broken('web-address', 'A web address that begins with http:// or https://')
		)
		.nullable()
		.default(null),
	/** From −1 to 1; null where nothing scored it (an unknown language, or not yet). */
	sentiment: number(z.number().min(-1).max(1)).nullable().default(null),
	label: z.enum(sentimentLabels).nullable().default(null),
	/** A person set the label: no scorer changes it again. */
	corrected: z.boolean().default(false)
})
export type Mention = z.output<typeof mention>
