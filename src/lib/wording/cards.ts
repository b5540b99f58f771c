import type { CardWords } from '#lib/domain/cards/card-words.ts'
import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import { findingText } from './finding.ts'
import { feelingText } from './feeling.ts'
import { flowTexts } from './flow.ts'
import { remedyLabel, stageLabel, statusShort, storyPartLabel, verdictLabel } from './labels.ts'
import { listText, numberText, percentText } from './list.ts'
import { region } from './region.ts'

/** Each label said now, in the language of this moment: a deliverable is made anew when the language changes. */
function said<Name extends string>(labels: Readonly<Record<Name, () => string>>): Record<Name, string> {
	const entries = Object.entries<() => string>(labels).map(([name, label]) => [name, label()])
	return Object.fromEntries(entries) as Record<Name, string>
}

/** A day (ISO 8601) as the user's language writes it in full: "9 March 2027". */
export function dayText(day: string): string {
	return new Intl.DateTimeFormat(region(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

/** All of the names as one phrase: a card leaves none out. */
function all(names: readonly string[]): string {
	return listText(names, names.length)
}

function wantedBy(first: number, further: number): string {
	if (further === 0) return m.cards_wanted_first({ count: first })
	if (first === 0) return m.cards_wanted_further({ count: further })
	return m.cards_wanted_both({
		first: m.cards_wanted_first({ count: first }),
		further: m.cards_wanted_also({ count: further })
	})
}

/** The words of deliverables in the user's language. `coverage` must be of that atlas, in the lens of its findings. */
export function cardWords(atlas: Atlas, coverage: Coverage): CardWords {
	const status = said(statusShort)
	return {
		kicker: said({
			card: m.cards_kicker_card,
			board: m.cards_kicker_board,
			findings: m.cards_kicker_findings,
			matrix: m.cards_kicker_matrix,
			ledger: m.cards_kicker_ledger,
			flow: m.picture_flow,
			map: m.cards_kicker_map,
			cloud: m.cards_kicker_cloud,
			change: m.cards_kicker_change,
			plan: m.cards_kicker_plan,
			frame: m.cards_kicker_frame
		}),
		heading: said(sectionLabel),
		stage: said(stageLabel),
		lens: said({ today: m.lens_today, plan: m.lens_plan }),
		inLens: (text, lens) => m.cards_in_lens({ text, lens }),
		status,
		verdict: said(verdictLabel),
		remedy: said(remedyLabel),
		persona: said({
			feelings: m.cards_inside_feelings,
			opinions: m.cards_inside_opinions,
			goals: m.cards_inside_goals,
			pains: m.cards_inside_pains
		}),
		frame: said({
			vision: m.cards_frame_vision,
			mission: m.cards_frame_mission,
			relationship: m.cards_frame_relationship,
			slogan: m.cards_frame_slogan,
			tone: m.cards_frame_tone,
			visuals: m.cards_frame_visuals,
			campaign: m.cards_frame_campaign
		}),
		column: said({
			stage: m.cards_column_stage,
			need: m.cards_column_need,
			importance: m.cards_column_importance,
			wanted: m.cards_column_wanted,
			wish: m.cards_column_wish,
			result: m.cards_column_result,
			finding: m.cards_column_finding,
			remedy: m.cards_column_remedy,
			owner: m.cards_column_owner,
			due: m.cards_column_due,
			persona: m.cards_column_persona,
			channel: m.cards_column_channel,
			verdict: m.cards_column_verdict,
			delivered: m.cards_column_delivered,
			before: m.cards_column_before,
			after: m.cards_column_after,
			goal: m.cards_column_goal,
			measure: m.cards_column_measure,
			priority: m.cards_column_priority,
			product: m.entity_product,
			weight: m.field_weight,
			word: m.cards_column_word,
			mentions: m.voice_mentions_name,
			feeling: m.cards_column_feeling,
			value: m.voice_value,
			said: m.voice_said,
			denied: m.voice_denied,
			note: m.frame_story_note,
			together: m.cards_column_together,
			heard: m.cards_column_heard,
			move: m.plan_col_move,
			effort: m.plan_col_effort,
			gain: m.plan_col_gain
		}),
		index: said({ served: m.coverage_served, firstChoice: m.coverage_first_choice }),
		none: said({
			needs: m.cards_none_needs,
			channels: m.cards_none_channels,
			values: m.cards_none_values,
			gaps: m.cards_none_gaps,
			offer: m.cards_none_offer,
			findings: m.cards_none_findings,
			redundancies: m.cards_none_redundancies,
			change: m.cards_none_change,
			goals: m.cards_none_goals,
			missing: m.cards_none_missing,
			decision: m.cards_none_decision,
			product: m.picture_flow_no_product,
			place: m.picture_flow_no_channel,
			words: m.cards_none_words,
			outOfStep: m.cards_none_out_of_step
		}),
		percent: percentText,
		number: (value) => numberText(value, 1),
		date: dayText,
		list: all,
		finding: (finding) => findingText(atlas, coverage, finding),
		statusOn: (one, channels) =>
			channels.length === 0 ? status[one] : m.cards_status_on({ status: status[one], channels: all(channels) }),
		wantedBy,
		unknown: (count) => m.cards_unknown({ count }),
		echo: (said, denied) => (said + denied === 0 ? m.cards_echo_silent() : m.cards_echo({ said, denied })),
		evidence: (stated, count) => m.cards_evidence({ stated, count }),
		evidenceFor: (subject, evidence) => m.cards_evidence_for({ subject, evidence }),
		assumed: (count) => m.cards_assumed({ count }),
		done: (remedy) => m.cards_done({ remedy }),
		advice: {
			meet: (channels) => m.cards_advice_meet({ channels: all(channels) }),
			stage: (stage, channels) => m.cards_advice_stage({ stage, channels: all(channels) }),
			values: (values) => m.cards_advice_values({ values: all(values) }),
			pains: (pains) => m.cards_advice_pains({ pains: all(pains) }),
			tone: (tone) => m.cards_advice_tone({ tone }),
			twoWay: (channels) => m.cards_advice_two_way({ channels: all(channels) }),
			only: (channel, unique) => m.cards_advice_only({ channel, unique })
		},
		planOrder: m.plan_moves_caption(),
		planTotal: (count) => m.cards_plan_total({ count }),
		board: {
			standing: (served, first, personas, needs, channels) =>
				`${m.cards_board_standing({ served, first })} ${m.cards_board_basis({ personas, needs, channels })}`,
			gaps: (count, decided) => m.cards_board_gaps({ count, decided }),
			stops: (count) => m.cards_board_stops({ count }),
			plan: (served, first) => m.cards_board_plan({ served, first }),
			noPlan: m.cards_board_no_plan(),
			deliveries: (count) => m.cards_board_deliveries({ count }),
			start: (product, channel) => m.cards_board_start({ product, channel }),
			stop: (product, channel) => m.cards_board_stop({ product, channel })
		},
		flow: flowTexts(atlas, coverage),
		moreWays: (count) => m.coverage_way_more({ count }),
		feeling: feelingText,
		heardFrom: (count, first, last) =>
			first === null || last === null
				? m.cards_heard({ count })
				: m.cards_heard_from({ heard: m.cards_heard({ count }), first: dayText(first), last: dayText(last) }),
		moreWords: (count) => m.cards_more_words({ count }),
		storyPart: said(storyPartLabel),
		outOfStep: (channel, parts, note) => {
			const text = m.cards_out_of_step({ channel, parts: all(parts) })
			return note.trim() === '' ? text : m.cards_out_of_step_note({ text, note })
		},
		unchecked: (count) => m.cards_unchecked({ count }),
		storyHeading: m.cards_story_heading(),
		matrix: {
			legend: m.cards_matrix_legend(),
			wanted: (rank) => m.cards_matrix_wanted({ rank })
		},
		mapLegend: m.cards_map_legend(),
		flowLegend: m.cards_flow_legend(),
		cloudLegend: m.cards_cloud_legend(),
		overall: m.cards_overall()
	}
}

/** The headings of sections, which also name them where they are chosen. */
export const sectionLabel = {
	person: m.cards_heading_person,
	inside: m.cards_heading_inside,
	values: m.cards_heading_values,
	channels: m.cards_heading_channels,
	needs: m.cards_heading_needs,
	gaps: m.cards_heading_gaps,
	advice: m.cards_heading_advice,
	notes: m.cards_heading_notes,
	standing: m.cards_heading_standing,
	personas: m.cards_heading_personas,
	worst: m.cards_heading_worst,
	redundancies: m.cards_heading_redundancies,
	plan: m.cards_heading_plan,
	matrix: m.cards_heading_matrix,
	ledger: m.cards_heading_ledger,
	flow: m.cards_heading_flow,
	ways: m.cards_heading_ways,
	map: m.cards_heading_map,
	cloud: m.cards_heading_cloud,
	ranked: m.cards_heading_ranked,
	echo: m.voice_echo_head,
	together: m.frame_story_check,
	pairs: m.cards_heading_pairs,
	moves: m.plan_moves,
	deliveries: m.cards_heading_deliveries,
	story: m.cards_heading_story,
	activities: m.cards_heading_activities,
	goals: m.cards_heading_goals
} as const
