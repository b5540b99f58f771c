import type { FeedPlan } from '#lib/domain/feeds/source-settings.ts'
import { bluesky } from './bluesky.ts'
import type { Connector } from './connection.ts'
import { httpJson, serverSentEvents, webSocket } from './json-sources.ts'
import { mastodon } from './mastodon.ts'
import { watchedFiles, type WatchedFile } from './watched-files.ts'
import { webFeed } from './web-feed.ts'

/** How to connect to a source. `files`: the files that it watches, where it does. */
export function connectorOf(plan: FeedPlan, files: () => Promise<readonly WatchedFile[]>): Connector {
	switch (plan.kind) {
		case 'watched-file':
		case 'watched-folder':
			return watchedFiles(files)
		case 'http-json':
			return httpJson(plan.settings)
		case 'sse':
			return serverSentEvents(plan.settings)
		case 'websocket':
			return webSocket(plan.settings)
		case 'rss':
			return webFeed(plan.settings)
		case 'bluesky':
			return bluesky(plan.settings)
		case 'mastodon':
			return mastodon(plan.settings)
	}
}
