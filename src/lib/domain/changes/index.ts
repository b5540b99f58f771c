import { addArea } from './add-area.ts'
import { addEntities } from './add-entities.ts'
import { addEntity } from './add-entity.ts'
import { addNamed } from './add-named.ts'
import { addSource } from './add-source.ts'
import { applyPlan } from './apply-plan.ts'
import { arrangeMap } from './arrange-map.ts'
import { agreeImportance, agreeRanks, castBallot, removeBallots } from './ballots.ts'
import { blockWord } from './block-word.ts'
import { carryOutPlan } from './carry-out-plan.ts'
import { chooseCards } from './choose-cards.ts'
import { checkStory } from './check-story.ts'
import { decide } from './decide.ts'
import { editAgenda } from './edit-agenda.ts'
import { editArea } from './edit-area.ts'
import { editEntity } from './edit-entity.ts'
import { editFrame } from './edit-frame.ts'
import { editHouseStyle } from './edit-house-style.ts'
import { editLink } from './edit-link.ts'
import { editLinks } from './edit-links.ts'
import { editSnapshot, removeSnapshot } from './edit-snapshot.ts'
import { editSource } from './edit-source.ts'
import { editView } from './edit-view.ts'
import { editWall } from './edit-wall.ts'
import { editWords } from './edit-words.ts'
import { editWorkspace } from './edit-workspace.ts'
import { keepView } from './keep-view.ts'
import { addGoal, editGoal, moveGoal, removeGoal, tieGoal } from './goals.ts'
import { importRows } from './import-rows.ts'
import { linkMany } from './link-many.ts'
import { linkThings } from './link-things.ts'
import { moveDelivery } from './move-delivery.ts'
import { moveLink } from './move-link.ts'
import { moveNodes } from './move-nodes.ts'
import { movePreference } from './move-preference.ts'
import { ownPreferences } from './own-preferences.ts'
import { pasteThings } from './paste-things.ts'
import { planDelivery } from './plan-delivery.ts'
import { pinThings } from './pin-things.ts'
import { removeArea } from './remove-area.ts'
import { removeDecision } from './remove-decision.ts'
import { removeSource } from './remove-source.ts'
import { removeThings } from './remove-things.ts'
import { removeView } from './remove-view.ts'
import { renameEntity } from './rename-entity.ts'
import { runWorkshop } from './run-workshop.ts'
import { setDeliveryStatus } from './set-delivery-status.ts'
import { setRank } from './set-rank.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { stopDeliveries } from './stop-deliveries.ts'
import { setScoreAdjustment } from './set-score-adjustment.ts'
import { setTopicWords } from './set-topic-words.ts'
import { keepWordCard, makeValues, removeWordCards, uncoverWords } from './word-cards.ts'
import { writeCardNote } from './write-card-note.ts'

/** Everything that a user can do to an atlas, by name. Fixes of findings, steps of undo and commands name their change so. */
export const changes = {
	addEntity,
	addEntities,
	addNamed,
	renameEntity,
	editEntity,
	removeThings,
	linkThings,
	linkMany,
	pasteThings,
	importRows,
	editLink,
	editLinks,
	moveLink,
	setRank,
	movePreference,
	ownPreferences,
	setDeliveryStatus,
	planDelivery,
	moveDelivery,
	stopDeliveries,
	applyPlan,
	carryOutPlan,
	moveNodes,
	arrangeMap,
	pinThings,
	addArea,
	editArea,
	removeArea,
	keepView,
	editView,
	removeView,
	editWorkspace,
	editFrame,
	addSource,
	editSource,
	removeSource,
	editWords,
	takeSnapshot,
	editSnapshot,
	removeSnapshot,
	setScoreAdjustment,
	setTopicWords,
	decide,
	removeDecision,
	editAgenda,
	runWorkshop,
	keepWordCard,
	removeWordCards,
	uncoverWords,
	makeValues,
	castBallot,
	removeBallots,
	agreeRanks,
	agreeImportance,
	editHouseStyle,
	chooseCards,
	writeCardNote,
	addGoal,
	editGoal,
	moveGoal,
	removeGoal,
	tieGoal,
	checkStory,
	editWall,
	blockWord
} as const
export type ChangeName = keyof typeof changes

/** Whether a change has this name. */
export function isChangeName(name: string): name is ChangeName {
	return Object.hasOwn(changes, name)
}
