import { acceptance, type Acceptance } from './acceptance.ts'
import { agendaStep, type AgendaStep } from './agenda.ts'
import { ballot, type Ballot } from './ballot.ts'
import { cardChoice, type CardChoice } from './card-choice.ts'
import { cardNote, type CardNote } from './card-note.ts'
import { houseStyle, type HouseStyle } from './house-style.ts'
import { snapshot, type Snapshot } from './snapshot.ts'
import { area, type Area } from './area.ts'
import { pin, type Pin } from './pin.ts'
import { topicWords, type TopicWords } from './topic-words.ts'
import { goalDetail, type GoalDetail } from './goal-detail.ts'
import { scoreAdjustment, type ScoreAdjustment } from './score-adjustment.ts'
import { storyCheck, type StoryCheck } from './story-check.ts'
import { view, type View } from './view.ts'
import { wall, type Wall } from './wall.ts'
import { wordCard, type WordCard } from './word-card.ts'
import { workshopRun, type WorkshopRun } from './workshop-run.ts'

/**
 * Tables of what is kept beside the entities and links of the contract: how a map is looked at, how a workshop is run, what was agreed.
 * A row has an `id`, unique in its table. Rows may name things that are gone since; who reads them leaves those out.
 * To add a table, write its schema in a file of its own and name it here: document, undo, database and workspace file follow.
 * In a workspace file each is an optional member after those of the contract, written only where it has rows.
 */
export const recordSchemas = {
	views: view,
	acceptances: acceptance,
	snapshots: snapshot,
	agenda: agendaStep,
	workshop: workshopRun,
	wordCards: wordCard,
	ballots: ballot,
	houseStyles: houseStyle,
	cardNotes: cardNote,
	cardChoices: cardChoice,
	areas: area,
	pins: pin,
	topicWords,
	goalDetails: goalDetail,
	storyChecks: storyCheck,
	scoreAdjustments: scoreAdjustment,
	walls: wall
} as const

/** The type of one row, for every table of records. */
export type RecordRows = {
	views: View
	acceptances: Acceptance
	snapshots: Snapshot
	agenda: AgendaStep
	workshop: WorkshopRun
	wordCards: WordCard
	ballots: Ballot
	houseStyles: HouseStyle
	cardNotes: CardNote
	cardChoices: CardChoice
	areas: Area
	pins: Pin
	topicWords: TopicWords
	goalDetails: GoalDetail
	storyChecks: StoryCheck
	scoreAdjustments: ScoreAdjustment
	walls: Wall
}
export type RecordTable = keyof RecordRows

/** The tables of records, in the order in which files hold them. */
export const recordTables = Object.keys(recordSchemas) as RecordTable[]

/** No records at all. */
export function emptyRecords(): { [Name in RecordTable]: ReadonlyMap<string, RecordRows[Name]> } {
	return {
		views: new Map(),
		acceptances: new Map(),
		snapshots: new Map(),
		agenda: new Map(),
		workshop: new Map(),
		wordCards: new Map(),
		ballots: new Map(),
		houseStyles: new Map(),
		cardNotes: new Map(),
		cardChoices: new Map(),
		areas: new Map(),
		pins: new Map(),
		topicWords: new Map(),
		goalDetails: new Map(),
		storyChecks: new Map(),
		scoreAdjustments: new Map(),
		walls: new Map()
	}
}

/** Whether a table is one of records. */
export function isRecordTable(table: string): table is RecordTable {
	return Object.hasOwn(recordSchemas, table)
}
