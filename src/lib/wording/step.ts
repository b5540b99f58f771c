import { isChangeName, type ChangeName } from '#lib/domain/changes/index.ts'
import { keepTrial } from '#lib/domain/changes/trial.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'
import { languageName } from './language-name.ts'

const steps: Readonly<Record<ChangeName, (subject: string) => string>> = {
	addEntity: (subject) => m.step_add_entity({ subject }),
	addEntities: (subject) => m.step_add_entities({ subject }),
	addNamed: (subject) => m.step_add_entities({ subject }),
	renameEntity: (subject) => m.step_rename_entity({ subject }),
	editEntity: (subject) => m.step_edit_entity({ subject }),
	removeThings: (subject) => m.step_remove_things({ subject }),
	linkThings: (subject) => m.step_link_things({ subject }),
	linkMany: (subject) => m.step_link_many({ subject }),
	editLink: (subject) => m.step_edit_link({ subject }),
	editLinks: (subject) => m.step_edit_link({ subject }),
	pasteThings: (subject) => m.step_paste_things({ subject }),
	importRows: (subject) => m.step_import_rows({ subject }),
	moveLink: (subject) => m.step_move_link({ subject }),
	ownPreferences: (subject) => m.step_own_preferences({ subject }),
	setRank: (subject) => m.step_set_rank({ subject }),
	movePreference: (subject) => m.step_move_preference({ subject }),
	setDeliveryStatus: (subject) => m.step_set_delivery_status({ subject }),
	planDelivery: (subject) => m.step_plan_delivery({ subject }),
	moveDelivery: (subject) => m.step_move_delivery({ subject }),
	stopDeliveries: (subject) => m.step_stop_deliveries({ subject }),
	applyPlan: (subject) => m.step_apply_plan({ subject }),
	carryOutPlan: (subject) => m.step_carry_out_plan({ subject }),
	moveNodes: (subject) => m.step_move_nodes({ subject }),
	arrangeMap: () => m.step_arrange_map(),
	pinThings: (subject) => m.step_pin_things({ subject }),
	addArea: (subject) => m.step_add_area({ subject }),
	editArea: (subject) => m.step_edit_area({ subject }),
	removeArea: (subject) => m.step_remove_area({ subject }),
	keepView: (subject) => m.step_keep_view({ subject }),
	editView: (subject) => m.step_edit_view({ subject }),
	removeView: (subject) => m.step_remove_view({ subject }),
	editWorkspace: (subject) => m.step_edit_workspace({ subject }),
	editFrame: () => m.step_edit_frame(),
	addSource: (subject) => m.step_add_source({ subject }),
	editSource: (subject) => m.step_edit_source({ subject }),
	removeSource: (subject) => m.step_remove_source({ subject }),
	editWords: () => m.step_edit_words(),
	takeSnapshot: (subject) => m.step_take_snapshot({ subject }),
	editSnapshot: (subject) => m.step_edit_snapshot({ subject }),
	removeSnapshot: (subject) => m.step_remove_snapshot({ subject }),
	setScoreAdjustment: (subject) => m.step_set_score_adjustment({ subject: languageName(subject, getLocale()) }),
	setTopicWords: (subject) => m.step_set_topic_words({ subject }),
	decide: (subject) => m.step_decide({ subject }),
	removeDecision: (subject) => m.step_remove_decision({ subject }),
	editAgenda: () => m.step_edit_agenda(),
	runWorkshop: () => m.step_run_workshop(),
	keepWordCard: (subject) => m.step_keep_word_card({ subject }),
	removeWordCards: (subject) => m.step_remove_word_cards({ subject }),
	uncoverWords: () => m.step_uncover_words(),
	makeValues: (subject) => m.step_make_values({ subject }),
	castBallot: (subject) => m.step_cast_ballot({ subject }),
	removeBallots: (subject) => m.step_remove_ballots({ subject }),
	agreeRanks: (subject) => m.step_agree_ranks({ subject }),
	agreeImportance: (subject) => m.step_agree_importance({ subject }),
	editHouseStyle: () => m.step_edit_house_style(),
	chooseCards: () => m.step_choose_cards(),
	writeCardNote: () => m.step_write_card_note(),
	addGoal: (subject) => m.step_add_goal({ subject }),
	editGoal: (subject) => m.step_edit_goal({ subject }),
	moveGoal: (subject) => m.step_move_goal({ subject }),
	removeGoal: (subject) => m.step_remove_goal({ subject }),
	tieGoal: (subject) => m.step_tie_goal({ subject }),
	checkStory: (subject) => m.step_check_story({ subject }),
	editWall: () => m.step_edit_wall(),
	blockWord: (subject) => m.step_block_word({ subject })
}

/** Characters of a subject that fit a button's hint; the rest of a long name says nothing more about the step. */
const subjectLength = 60

/** A step of undo in the user's language, to stand after "Undo": "rename Website". */
export function stepText(step: { readonly change: string; readonly subject: string }): string {
	const characters = [...step.subject]
	const subject = characters.length > subjectLength ? `${characters.slice(0, subjectLength).join('')}…` : step.subject
	if (step.change === keepTrial) return m.step_keep_trial({ subject })
	return isChangeName(step.change) ? steps[step.change](subject).trim() : subject
}
