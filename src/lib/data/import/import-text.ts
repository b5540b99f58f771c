import type { Choice, ConflictReason, Entry, EntryKind } from '#lib/domain/interchange/compare/difference.ts'
import type { Place, RowProblem, RowRule } from '#lib/domain/interchange/incoming/incoming.ts'
import { nameSuffix } from '#lib/domain/interchange/table-cells.ts'
import { nodeTables, type Atlas, type TableName } from '#lib/domain/model/atlas.ts'
import { isRecordTable, type RecordTable } from '#lib/domain/model/records.ts'
import { nameOf } from '#lib/domain/changes/subject.ts'
import { m } from '#lib/paraglide/messages.js'
import { entitiesLabel } from '#lib/wording/labels.ts'
import { numberText } from '#lib/wording/list.ts'
import { problemText } from '#lib/wording/refusal.ts'
import { isGridTable } from '../columns.ts'
import { columnLabel, tableIcon, tableLabel } from '../labels.ts'
import type { ImportRule } from './import-refused.ts'
import type { FileKind, Part, Refused } from './import-protocol.ts'

type Params = Readonly<Record<string, string>>
const given = (params: Params, name: string) => params[name] ?? '…'

const recordLabels: Readonly<Record<RecordTable, () => string>> = {
	views: m.take_table_views,
	acceptances: m.take_table_acceptances,
	snapshots: m.snapshot_title,
	agenda: m.take_table_agenda,
	workshop: m.take_table_workshop,
	wordCards: m.take_table_word_cards,
	ballots: m.take_table_ballots,
	houseStyles: m.take_table_house_styles,
	cardNotes: m.take_table_card_notes,
	cardChoices: m.take_table_card_choices,
	areas: m.take_table_areas,
	pins: m.take_table_pins,
	topicWords: m.take_table_topic_words,
	goalDetails: m.take_table_goal_details,
	storyChecks: m.take_table_story_checks,
	scoreAdjustments: m.take_table_score_adjustments,
	walls: m.take_table_walls
}

/** What any table of an atlas is called. */
export function anyTableLabel(table: TableName): string {
	if (isGridTable(table)) return tableLabel(table)
	if (isRecordTable(table)) return recordLabels[table]()
	if (table === 'workspace') return m.data_workspace()
	if (table === 'frame') return m.data_frame()
	return table === 'positions' ? m.data_positions() : m.data_words()
}

/** The icon of any table. */
export function anyTableIcon(table: TableName): string {
	return isGridTable(table) ? tableIcon(table) : 'i-lucide-table-2'
}

export const kindLabels: Readonly<Record<EntryKind, () => string>> = {
	conflict: m.take_kind_conflict,
	added: m.take_kind_added,
	changed: m.take_kind_changed,
	removed: m.take_kind_removed
}

/** What an entry is called: its name, or the table where it has none. */
export function titleOf(entry: Entry): string {
	return entry.title.trim() === '' ? anyTableLabel(entry.table) : entry.title
}

/** Where a row stands. A part that is a table of ours is called as the table is. */
export function placeText({ part, row }: Place): string {
	return row === null ? part : m.take_where({ part, row: numberText(row) })
}

export const reasonTexts: Readonly<Record<ConflictReason, () => string>> = {
	'same-thing': m.take_reason_same_thing,
	'same-name': m.take_reason_same_name,
	ambiguous: m.take_reason_ambiguous,
	'name-taken': m.take_reason_name_taken,
	'changed-here': m.take_reason_changed_here,
	'removed-here': m.take_reason_removed_here,
	'removed-there': m.take_reason_removed_there
}

/** What taking an entry this way does. */
export function choiceText(entry: Entry, choice: Choice, atlas: Atlas): string {
	switch (choice.kind) {
		case 'take':
			return entry.reason === 'removed-there' ? m.take_choice_remove() : m.take_choice_take()
		case 'row':
			return m.take_choice_row({ where: choice.place === null ? '' : placeText(choice.place) })
		case 'thing':
			return m.take_choice_thing({ name: nameOf(atlas, choice.id ?? ''), id: choice.id ?? '' })
		case 'apart':
			return m.take_choice_apart()
		case 'unnamed':
			return m.take_choice_unnamed()
		case 'all':
			return m.take_choice_all()
	}
}

const rowTexts: Readonly<Record<RowRule, (params: Params) => string>> = {
	'row-without-name': () => m.take_rule_row_without_name(),
	'row-without-end': (params) => m.take_rule_row_without_end({ end: fieldText(given(params, 'end')) }),
	'end-unknown': (params) => m.take_rule_end_unknown({ name: given(params, 'name') }),
	'end-ambiguous': (params) => m.take_rule_end_ambiguous({ name: given(params, 'name') }),
	'row-without-id': () => m.take_rule_row_without_id(),
	'id-of-another': (params) => m.take_rule_id_of_another({ id: given(params, 'id') }),
	'id-twice': (params) => m.take_rule_id_twice({ id: given(params, 'id') }),
	'field-missing': (params) => m.take_rule_field_missing({ field: fieldText(given(params, 'field')) }),
	'part-not-read': () => m.take_rule_part_not_read(),
	'card-not-read': () => m.take_rule_card_not_read()
}

function isRowRule(rule: string): rule is RowRule {
	return Object.hasOwn(rowTexts, rule)
}

/** What of a row cannot be used, why, and what to do. */
export function rowProblemText({ rule, params, field }: RowProblem): string {
	const reason = isRowRule(rule) ? rowTexts[rule](params) : problemText({ path: '', rule, params, message: '' })
	if (rule === 'part-not-read' || rule === 'card-not-read') return reason
	if (field === null || isRowRule(rule)) return m.take_problem_row({ reason })
	return m.take_problem_field({ field: fieldText(field), reason })
}

/** What a field or a column of a table is called. */
export function fieldText(field: string): string {
	if (field === 'id') return m.take_id()
	if (field.startsWith('finding_')) return m.take_finding_part({ part: fieldText(field.slice('finding_'.length)) })
	if (field.endsWith(nameSuffix)) return m.take_name_of({ field: fieldText(field.slice(0, -nameSuffix.length)) })
	return columnLabel({ field })
}

/** What a part of a file is called: a sheet by its name, a table of ours by its label, cards by their type or colour. */
export function partText(kind: FileKind, part: Part): string {
	if (kind === 'tables') return part.name
	if (kind === 'workspace') return part.table === null ? part.name : anyTableLabel(part.table)
	const named = nodeTables.find((table) => table === part.name)
	if (named !== undefined) return m.take_cards_named({ type: entitiesLabel[named]() })
	const colour = part.name.replace(/^colour /, '')
	return colour === 'none' ? m.take_cards_plain() : m.take_cards_coloured({ colour })
}

const refusedTexts: Readonly<Record<ImportRule, (params: Params) => string>> = {
	'too-large': (params) => m.take_no_too_large({ most: given(params, 'most') }),
	'too-many': (params) => m.take_no_too_many({ most: given(params, 'most') }),
	'unsafe-name': (params) => m.take_no_unsafe_name({ path: given(params, 'path') }),
	'name-twice': (params) => m.take_no_name_twice({ path: given(params, 'path') }),
	damaged: (params) => m.take_no_damaged({ reason: given(params, 'reason') }),
	'too-many-rows': (params) => m.take_no_too_many_rows({ rows: given(params, 'rows'), most: given(params, 'most') }),
	'too-many-columns': (params) =>
		m.take_no_too_many_columns({ sheet: given(params, 'sheet'), most: given(params, 'most') }),
	'file-too-large': (params) => m.take_no_file_too_large({ most: given(params, 'most') }),
	'file-empty': () => m.take_no_file_empty(),
	'not-a-canvas': () => m.take_no_not_a_canvas(),
	'not-readable': () => m.take_no_not_readable()
}

/** Why a file cannot be compared, and what to do. */
export function refusedText({ rule, params }: Refused): string {
	return refusedTexts[rule](params)
}
