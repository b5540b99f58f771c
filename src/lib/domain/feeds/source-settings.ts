import { z } from 'zod'
import { limited, wholeNumber } from '../model/fields.ts'
import type { Source } from '../model/source.ts'
import { mentionColumns } from '../interchange/mention-table.ts'
import { addressProblem } from './feed-address.ts'
import { plainTag } from './mastodon.ts'

/** The kinds of sources that run by themselves, in the order in which they are offered. `paste` and `file` are read once. */
export const liveKinds = [
	'watched-file',
	'watched-folder',
	'http-json',
	'sse',
	'websocket',
	'rss',
	'bluesky',
	'mastodon'
] as const
export type LiveKind = (typeof liveKinds)[number]

/** Whether this version can run a source of that kind. */
export function isLiveKind(kind: string): kind is LiveKind {
	return liveKinds.some((known) => known === kind)
}

function address(sort: 'web' | 'socket') {
	return limited(2000)
		.transform((text) => text.trim())
		.superRefine((text, context) => {
			const problem = addressProblem(text, sort)
			if (problem !== null) context.addIssue({ code: 'custom', message: problem, params: { problem } })
		})
}

const phrase = limited(200)
	.transform((text) => text.trim())
	.refine((text) => text !== '')
const phrases = z.array(phrase).max(200).default([])
const language = z.string().regex(/^[a-z]{2,3}$/)

/** What every source that runs has: what of it is wanted, and how it is kept. */
const common = {
	words: phrases,
	not: phrases,
	langs: z.array(language).max(20).default([]),
	/** Whether personal data is masked on the way in. */
	masks: z.boolean().default(true),
	/** How many mentions are kept; beyond that the oldest go, but for those that a person has labelled. */
	most: wholeNumber(100, 1_000_000).default(50_000)
}
const fields = z.partialRecord(z.enum(mentionColumns), limited(200)).default({})

export const settingsSchemas = {
	'watched-file': z.strictObject({ ...common }),
	'watched-folder': z.strictObject({ ...common }),
	'http-json': z.strictObject({
		...common,
		url: address('web'),
		/** Seconds between two times of asking. */
		every: wholeNumber(5, 86_400).default(30),
		/** Where in the answer the list is; empty: found by itself. */
		list: limited(200).default(''),
		fields
	}),
	sse: z.strictObject({ ...common, url: address('web'), fields }),
	websocket: z.strictObject({
		...common,
		url: address('socket'),
		/** What to send once it is open, such as a subscription. */
		hello: limited(2000).default(''),
		fields
	}),
	rss: z.strictObject({
		...common,
		url: address('web'),
		/** Minutes between two times of asking. */
		every: wholeNumber(15, 1440).default(30)
	}),
	bluesky: z.strictObject({ ...common, url: address('socket').default('wss://jetstream2.us-east.bsky.network') }),
	mastodon: z
		.strictObject({
			...common,
			url: address('web').default('https://mastodon.social'),
			stream: z.enum(['hashtag', 'public', 'public:local']).default('hashtag'),
			tag: limited(100).default(''),
			transport: z.enum(['sse', 'websocket']).default('sse')
		})
		.refine(({ stream, tag }) => stream !== 'hashtag' || plainTag(tag) !== '', { path: ['tag'], error: 'missing' })
} as const

/** The settings of a source of a kind, with everything filled in. */
export type SettingsOf<Kind extends LiveKind> = z.output<(typeof settingsSchemas)[Kind]>
/** The settings of any source that runs, told apart by kind. */
export type FeedPlan = { [Kind in LiveKind]: { readonly kind: Kind; readonly settings: SettingsOf<Kind> } }[LiveKind]
/** The settings that all have. */
export type CommonSettings = SettingsOf<'watched-file'>

/** Settings that cannot be used: which of them, and what is wrong where it is an address. */
export type SettingsProblem = { readonly field: string; readonly problem: string }
export type SettingsRead =
	{ readonly ok: true; readonly plan: FeedPlan } | { readonly ok: false; readonly problems: readonly SettingsProblem[] }

/** What a source is to do, or what is wrong with its settings. Files of other programs may hold settings that this one cannot use. */
export function feedPlan({ kind, settings }: Pick<Source, 'settings'> & { kind: string }): SettingsRead {
	if (!isLiveKind(kind)) return { ok: false, problems: [{ field: 'kind', problem: 'unknown' }] }
	const read = settingsSchemas[kind].safeParse(settings)
	if (!read.success) {
		const problems = read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), problem: message }))
		return { ok: false, problems }
	}
	// Kind and settings were just found to belong together, which types cannot follow.
	return { ok: true, plan: { kind, settings: read.data } as FeedPlan }
}
