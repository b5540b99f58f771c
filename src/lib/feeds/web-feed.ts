import { itemEvent, type FeedItem } from '#lib/domain/feeds/feed-items.ts'
import type { SettingsOf } from '#lib/domain/feeds/source-settings.ts'
import { FeedFailure, type Connector, type Signal } from './connection.ts'
import { ask, wholeText } from './http.ts'

/** No web feed is asked more often than this, whether it works or not. */
const leastWait = 15 * 60_000

/** RSS, Atom, RDF or JSON Feed, asked for again and again; unchanged ones are not sent again by a server that knows how. */
export function webFeed({ url, every }: SettingsOf<'rss'>): Connector {
	return {
		isPushed: false,
		async *connect({ cursor: from, signal }, surroundings): AsyncGenerator<Signal> {
			let { tag, modified } = marksIn(from)
			while (!signal.aborted) {
				const response = await politely(() =>
					ask(
						url,
						{
							accept:
								'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
							...(tag === '' ? {} : { 'if-none-match': tag }),
							...(modified === '' ? {} : { 'if-modified-since': modified })
						},
						signal,
						surroundings,
						[304]
					)
				)
				yield { kind: 'open' }
				if (response.status !== 304) {
					const items = await politely(async () => itemsOf(await wholeText(response, signal, surroundings)))
					tag = response.headers.get('etag') ?? ''
					modified = response.headers.get('last-modified') ?? ''
					yield { kind: 'told', events: items.map(itemEvent) }
					yield { kind: 'at', cursor: JSON.stringify({ tag, modified }) }
				}
				const until = surroundings.now() + Math.max(every * 60_000, leastWait)
				yield { kind: 'rest', until }
				await surroundings.wait(until - surroundings.now(), signal)
			}
		}
	}
}

/** A failure waits as long as an answer would. */
async function politely<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work()
	} catch (error) {
		if (!(error instanceof FeedFailure)) throw error
		throw new FeedFailure(error.reason, error.detail, Math.max(error.wait, leastWait))
	}
}

function marksIn(cursor: string | null): { tag: string; modified: string } {
	try {
		const marks: unknown = JSON.parse(cursor ?? '{}')
		const mark = (name: string) => {
			const value: unknown = typeof marks === 'object' && marks !== null ? Reflect.get(marks, name) : ''
			return typeof value === 'string' ? value : ''
		}
		return { tag: mark('tag'), modified: mark('modified') }
	} catch {
		return { tag: '', modified: '' }
	}
}

/** The entries of a feed of any format, in the order of the feed. */
export async function itemsOf(text: string): Promise<FeedItem[]> {
	const { parseFeed } = await import('feedsmith')
	const parsed = parsedBy(parseFeed, text)
	switch (parsed.format) {
		case 'rss': {
			const lang = parsed.feed.language
			return (parsed.feed.items ?? []).map((item) => ({
				id: item.guid?.value,
				title: item.title,
				content: item.content?.encoded ?? item.description,
				link: item.link,
				author: item.authors?.map(nameOf).find(Boolean) ?? item.dc?.creators?.[0],
				date: item.pubDate ?? item.dc?.dates?.[0],
				lang
			}))
		}
		case 'atom':
			return (parsed.feed.entries ?? []).map((entry) => ({
				id: entry.id,
				title: entry.title?.value,
				content: entry.content?.value ?? entry.summary?.value,
				link: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
				author: entry.authors?.[0]?.name,
				date: entry.published ?? entry.updated
			}))
		case 'rdf':
			return (parsed.feed.items ?? []).map((item) => ({
				id: item.rdf?.about,
				title: item.title,
				content: item.content?.encoded ?? item.description,
				link: item.link,
				author: item.dc?.creators?.[0],
				date: item.dc?.dates?.[0]
			}))
		case 'json':
			return (parsed.feed.items ?? []).map((item) => ({
				id: item.id,
				title: item.title,
				content: item.content_html ?? item.content_text ?? item.summary,
				link: item.url ?? item.external_url,
				author: item.authors?.[0]?.name,
				date: item.date_published ?? item.date_modified,
				lang: item.language
			}))
	}
}

function parsedBy<Parsed>(parse: (text: string) => Parsed, text: string): Parsed {
	try {
		return parse(text)
	} catch (error) {
		throw new FeedFailure('unreadable', error instanceof Error ? error.message : '')
	}
}

function nameOf(author: { name?: string } | string): string {
	return typeof author === 'string' ? author : (author.name ?? '')
}
