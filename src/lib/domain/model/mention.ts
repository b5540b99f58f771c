import { z } from 'zod'
import { id, number } from './fields.ts'

export const sentimentLabels = ['negative', 'neutral', 'positive'] as const
export type SentimentLabel = (typeof sentimentLabels)[number]

/** Characters of a mention's text at the most. */
export const mentionLength = 20_000

/** One thing that a customer said. Mentions are rows of the store and never part of an atlas value. */
export const mention = z.strictObject({
	id,
	source: id,
	/** The source's own id; (source, externalId) is unique where it is set. */
	externalId: z.string().min(1).max(500).nullable().default(null),
	/** An instant, ISO 8601. */
	at: z.iso.datetime({ offset: true }),
	text: z
		.string()
		.min(1)
		.refine((text) => text.isWellFormed() && text.length <= mentionLength, {
			error: `Well-formed text of at most ${mentionLength} characters`
		}),
	/** A BCP 47 tag, or null where it is not known. */
	lang: z
		.string()
		.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: 'A language tag such as en, nl or zh-CN' })
		.nullable()
		.default(null),
	author: z.string().max(200).nullable().default(null),
	channel: id.nullable().default(null),
	url: z
		.string()
		.max(2000)
		.regex(/^https?:\/\/[^\s]+$/i, { error: 'A web address that begins with http:// or https://' })
		.nullable()
		.default(null),
	/** From −1 to 1; null where nothing scored it (an unknown language, or not yet). */
	sentiment: number(z.number().min(-1).max(1)).nullable().default(null),
	label: z.enum(sentimentLabels).nullable().default(null),
	/** A person set the label: no scorer changes it again. */
	corrected: z.boolean().default(false)
})
export type Mention = z.output<typeof mention>
