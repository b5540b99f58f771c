import type { PairStatus } from '#lib/domain/coverage/pair.ts'
import type { LinkTable, NodeTable } from '#lib/domain/model/atlas.ts'
import type { Verdict } from '#lib/domain/coverage/ledger.ts'
import type { FindingKind } from '#lib/domain/model/finding-kind.ts'
import type { Decision } from '#lib/domain/model/decision.ts'
import type { WorkState } from '#lib/domain/findings/work.ts'
import type { Kind, Role, Stage } from '#lib/domain/model/fields.ts'
import type { DeliveryStatus } from '#lib/domain/model/links.ts'
import type { SentimentLabel } from '#lib/domain/model/mention.ts'
import type { StoryPart } from '#lib/domain/model/story-check.ts'
import { m } from '#lib/paraglide/messages.js'

/** The words of the method in the user's language: the one glossary. Each entry is called when it is shown, so that it follows the language. */
export const kindLabel: Readonly<Record<Kind, () => string>> = {
	information: m.kind_information,
	advice: m.kind_advice,
	product: m.kind_product
}
export const stageLabel: Readonly<Record<Stage, () => string>> = {
	discover: m.stage_discover,
	explore: m.stage_explore,
	buy: m.stage_buy,
	use: m.stage_use,
	share: m.stage_share
}
export const roleLabel: Readonly<Record<Role, () => string>> = {
	reach: m.role_reach,
	depth: m.role_depth,
	relationship: m.role_relationship
}
export const mediaLabel: Readonly<Record<'paid' | 'owned' | 'earned', () => string>> = {
	paid: m.media_paid,
	owned: m.media_owned,
	earned: m.media_earned
}
export const settingLabel: Readonly<Record<'online' | 'offline', () => string>> = {
	online: m.setting_online,
	offline: m.setting_offline
}
export const deliveryLabel: Readonly<Record<DeliveryStatus, () => string>> = {
	live: m.delivery_live,
	planned: m.delivery_planned,
	retiring: m.delivery_retiring
}
/** One of a kind: "Persona". */
export const entityLabel: Readonly<Record<NodeTable, () => string>> = {
	personas: m.entity_persona,
	values: m.entity_value,
	needs: m.entity_need,
	channels: m.entity_channel,
	products: m.entity_product
}
/** All of a kind: "Personas". */
export const entitiesLabel: Readonly<Record<NodeTable, () => string>> = {
	personas: m.entity_personas,
	values: m.entity_values,
	needs: m.entity_needs,
	channels: m.entity_channels,
	products: m.entity_products
}
/** How a link reads between its ends: "Sanne has the need …". */
export const linkVerb: Readonly<Record<LinkTable, () => string>> = {
	holds: m.link_holds,
	has: m.link_has,
	prefers: m.link_prefers,
	fulfils: m.link_fulfils,
	delivers: m.link_delivers
}
/** A table of links: "Deliveries". */
export const linksLabel: Readonly<Record<LinkTable, () => string>> = {
	holds: m.linkname_holds,
	has: m.linkname_has,
	prefers: m.linkname_prefers,
	fulfils: m.linkname_fulfils,
	delivers: m.linkname_delivers
}
/** A pair's status as a sentence. */
export const statusLabel: Readonly<Record<PairStatus, () => string>> = {
	first: m.status_first,
	second: m.status_second,
	off: m.status_off,
	undelivered: m.status_undelivered,
	unmet: m.status_unmet,
	unknown: m.status_unknown
}
/** A pair's status in two words. */
export const statusShort: Readonly<Record<PairStatus, () => string>> = {
	first: m.status_short_first,
	second: m.status_short_second,
	off: m.status_short_off,
	undelivered: m.status_short_undelivered,
	unmet: m.status_short_unmet,
	unknown: m.status_short_unknown
}
export const verdictLabel: Readonly<Record<Verdict, () => string>> = {
	idle: m.verdict_idle,
	unwanted: m.verdict_unwanted,
	unused: m.verdict_unused,
	'wrong-offer': m.verdict_wrong_offer,
	fallback: m.verdict_fallback,
	short: m.verdict_short,
	balanced: m.verdict_balanced
}
export const findingKindLabel: Readonly<Record<FindingKind, () => string>> = {
	unmet: m.findingkind_unmet,
	undelivered: m.findingkind_undelivered,
	'off-channel': m.findingkind_off_channel,
	'second-choice': m.findingkind_second_choice,
	'missing-role': m.findingkind_missing_role,
	'dead-end': m.findingkind_dead_end,
	'unknown-preference': m.findingkind_unknown_preference,
	'unasked-role': m.findingkind_unasked_role,
	'orphan-product': m.findingkind_orphan_product,
	'unasked-delivery': m.findingkind_unasked_delivery,
	'unsuitable-delivery': m.findingkind_unsuitable_delivery,
	'duplicate-delivery': m.findingkind_duplicate_delivery,
	'shadowed-delivery': m.findingkind_shadowed_delivery,
	'idle-channel': m.findingkind_idle_channel
}
/** What can be decided about a finding, in one word. */
export const remedyLabel: Readonly<Record<Decision['remedy'], () => string>> = {
	deliver: m.data_remedy_deliver,
	steer: m.data_remedy_steer,
	earn: m.data_remedy_earn,
	stop: m.data_remedy_stop,
	accept: m.data_remedy_accept
}
/** How far a finding is. */
export const workStateLabel: Readonly<Record<WorkState, () => string>> = {
	open: m.work_state_open,
	decided: m.work_state_decided,
	accepted: m.work_state_accepted,
	done: m.work_state_done
}
export const sentimentLabel: Readonly<Record<SentimentLabel, () => string>> = {
	negative: m.sentiment_negative,
	neutral: m.sentiment_neutral,
	positive: m.sentiment_positive
}

/** The icon of each node type; shape and icon tell types apart without colour. */
export const entityIcon: Readonly<Record<NodeTable, string>> = {
	personas: 'i-lucide-user-round',
	values: 'i-lucide-heart',
	needs: 'i-lucide-target',
	channels: 'i-lucide-radio-tower',
	products: 'i-lucide-package'
}

/** The parts of the story that every channel must tell alike. */
export const storyPartLabel: Readonly<Record<StoryPart, () => string>> = {
	values: m.frame_story_values,
	slogan: m.frame_story_slogan,
	look: m.frame_story_look,
	offer: m.frame_story_offer
}
