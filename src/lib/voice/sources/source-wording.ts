import type { DropReason } from '#lib/domain/feeds/feed-event.ts'
import { isLiveKind, type LiveKind } from '#lib/domain/feeds/source-settings.ts'
import type { TroubleReason } from '#lib/feeds/connection.ts'
import type { SourceView } from '#lib/feeds/sources.svelte.ts'
import { m } from '#lib/paraglide/messages.js'

/** How a kind of source is called, what it is good for, and its sign. */
export const kindWords: Readonly<Record<LiveKind, { name: () => string; hint: () => string; icon: string }>> = {
	'watched-file': {
		name: m.source_kind_watched_file,
		hint: m.source_kind_watched_file_hint,
		icon: 'i-lucide-file-clock'
	},
	'watched-folder': {
		name: m.source_kind_watched_folder,
		hint: m.source_kind_watched_folder_hint,
		icon: 'i-lucide-folder-clock'
	},
	'http-json': { name: m.source_kind_http_json, hint: m.source_kind_http_json_hint, icon: 'i-lucide-braces' },
	sse: { name: m.source_kind_sse, hint: m.source_kind_sse_hint, icon: 'i-lucide-radio' },
	websocket: { name: m.source_kind_websocket, hint: m.source_kind_websocket_hint, icon: 'i-lucide-plug-zap' },
	rss: { name: m.source_kind_rss, hint: m.source_kind_rss_hint, icon: 'i-lucide-rss' },
	bluesky: { name: m.source_kind_bluesky, hint: m.source_kind_bluesky_hint, icon: 'i-lucide-cloud' },
	mastodon: { name: m.source_kind_mastodon, hint: m.source_kind_mastodon_hint, icon: 'i-lucide-message-circle' }
}

/** The name of any kind, also of one that this version does not know. */
export function kindName(kind: string): string {
	if (isLiveKind(kind)) return kindWords[kind].name()
	if (kind === 'paste') return m.source_kind_paste()
	return kind === 'file' ? m.source_kind_file() : m.source_kind_other({ kind })
}

/** The sign of any kind. */
export function kindIcon(kind: string): string {
	if (isLiveKind(kind)) return kindWords[kind].icon
	return kind === 'paste' ? 'i-lucide-clipboard-paste' : 'i-lucide-file-text'
}

/** Why a source does not work, for people. */
export const troubleText: Readonly<Record<TroubleReason, () => string>> = {
	offline: m.source_trouble_offline,
	unreachable: m.source_trouble_unreachable,
	refused: m.source_trouble_refused,
	'not-found': m.source_trouble_not_found,
	'server-error': m.source_trouble_server_error,
	'rate-limited': m.source_trouble_rate_limited,
	silent: m.source_trouble_silent,
	closed: m.source_trouble_closed,
	unreadable: m.source_trouble_unreadable,
	'too-big': m.source_trouble_too_big,
	settings: m.source_trouble_settings,
	'no-permission': m.source_trouble_no_permission,
	'no-file': m.source_trouble_no_file,
	'no-file-access': m.source_trouble_no_file_access,
	'not-kept': m.source_trouble_not_kept
}

/** Why something was dropped, for people. */
export const dropText: Readonly<Record<DropReason, () => string>> = {
	malformed: m.source_drop_malformed,
	empty: m.source_drop_empty,
	'too-long': m.source_drop_too_long,
	'bad-date': m.source_drop_bad_date,
	words: m.source_drop_words,
	language: m.source_drop_language,
	adult: m.source_drop_adult,
	'not-public': m.source_drop_not_public,
	boost: m.source_drop_boost,
	deleted: m.source_drop_deleted,
	sampled: m.source_drop_sampled
}

type Look = { name: () => string; tone: 'plain' | 'good' | 'warn' | 'bad' | 'accent'; icon: string }

/** How a state is said and shown: by word, sign and tone. */
export const stateLook: Readonly<Record<SourceView['state'], Look>> = {
	live: { name: m.source_state_live, tone: 'good', icon: 'i-lucide-circle-dot' },
	connecting: { name: m.source_state_connecting, tone: 'accent', icon: 'i-lucide-loader' },
	failing: { name: m.source_state_failing, tone: 'bad', icon: 'i-lucide-triangle-alert' },
	off: { name: m.source_state_off, tone: 'plain', icon: 'i-lucide-pause' },
	unusable: { name: m.source_state_unusable, tone: 'warn', icon: 'i-lucide-ban' },
	once: { name: m.source_once, tone: 'plain', icon: 'i-lucide-check' }
}

/** What is wrong with a setting, for people. `scheme`: how an address of the kind begins. */
export function problemText(problem: string, field: string, scheme: string): string {
	switch (problem) {
		case 'no-address':
			return m.source_problem_address()
		case 'other-scheme':
			return m.source_problem_scheme({ scheme })
		case 'not-secure':
			return m.source_problem_not_secure()
		case 'has-password':
			return m.source_problem_password()
		default:
			return field === 'tag' ? m.source_problem_tag() : m.source_problem_other()
	}
}
