import type { FramePart } from '#lib/domain/frame/missing.ts'
import type { StoryState } from '#lib/domain/frame/story.ts'
import type { GoalState } from '#lib/domain/frame/goals.ts'
import type { GoalIndex } from '#lib/domain/model/goal-detail.ts'
import { m } from '#lib/paraglide/messages.js'

/** The name of each part of the frame, and the question that it answers. */
export const partLabel: Readonly<Record<FramePart, () => string>> = {
	vision: m.cards_frame_vision,
	mission: m.cards_frame_mission,
	relationship: m.cards_frame_relationship,
	coreValues: m.frame_core_values,
	activities: m.frame_activities,
	goals: m.frame_goals,
	slogan: m.cards_frame_slogan,
	tone: m.cards_frame_tone,
	visuals: m.cards_frame_visuals,
	campaign: m.cards_frame_campaign
}
export const partQuestion: Readonly<Record<FramePart, () => string>> = {
	vision: m.frame_ask_vision,
	mission: m.frame_ask_mission,
	relationship: m.frame_ask_relationship,
	coreValues: m.frame_ask_core_values,
	activities: m.frame_ask_activities,
	goals: m.frame_ask_goals,
	slogan: m.frame_ask_slogan,
	tone: m.frame_ask_tone,
	visuals: m.frame_ask_visuals,
	campaign: m.frame_ask_campaign
}
export const storyStateLabel: Readonly<Record<StoryState, () => string>> = {
	unchecked: m.frame_state_unchecked,
	partly: m.frame_state_partly,
	inStep: m.frame_state_in_step,
	outOfStep: m.frame_state_out_of_step
}
export const goalStateLabel: Readonly<Record<GoalState, () => string>> = {
	reached: m.frame_goal_reached,
	short: m.frame_goal_short,
	open: m.frame_goal_open,
	unknown: m.frame_goal_unknown
}
export const goalIndexLabel: Readonly<Record<GoalIndex, () => string>> = {
	served: m.coverage_served,
	firstChoice: m.coverage_first_choice
}
