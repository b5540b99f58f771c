import type { Refusal } from '#lib/domain/changes/change.ts'
import type { RefusalRule } from '#lib/domain/changes/rules.ts'
import type { FileProblem, ProblemRule } from '#lib/domain/interchange/file-problem.ts'
import { entityTables, nodeTables } from '#lib/domain/model/atlas.ts'
import type { FieldRule } from '#lib/domain/model/field-problem.ts'
import { m } from '#lib/paraglide/messages.js'
import { entitiesLabel } from './labels.ts'
import { listText } from './list.ts'

type Params = Readonly<Record<string, string>>
type Sentences<Rule extends string> = Readonly<Record<Rule, (params: Params) => string>>

/** Why something cannot be done, as a sentence in the user's language. */
export function refusalText(refusal: Refusal): string {
	return refusalSentences[refusal.rule](refusal.params)
}

/** What is wrong in a file, as a sentence in the user's language. Where it is stands in the problem's path. */
export function problemText(problem: FileProblem): string {
	return problemSentences[problem.rule](problem.params)
}

// Parameters come from the domain with the rule; a sentence that lacks one is still a sentence.
function given(params: Params, name: string): string {
	return params[name] ?? '…'
}

const fieldSentences: Sentences<FieldRule> = {
	missing: () => m.refusal_missing(),
	'wrong-type': (params) => m.refusal_wrong_type({ expected: typeText(given(params, 'expected')) }),
	'not-one-of': (params) => m.refusal_not_one_of({ options: given(params, 'options') }),
	'whole-number': (params) => m.refusal_whole_number({ least: given(params, 'least'), most: given(params, 'most') }),
	'too-small': (params) => m.refusal_too_small({ least: given(params, 'least') }),
	'not-above': (params) => m.refusal_not_above({ least: given(params, 'least') }),
	'too-big': (params) => m.refusal_too_big({ most: given(params, 'most') }),
	'too-few': (params) => m.refusal_too_few({ least: given(params, 'least') }),
	'too-long': (params) => m.refusal_too_long({ most: given(params, 'most') }),
	'empty-name': () => m.refusal_empty_name(),
	'empty-entry': () => m.refusal_empty_entry(),
	'half-character': () => m.refusal_half_character(),
	'id-form': () => m.refusal_id_form(),
	'id-reserved': () => m.refusal_id_reserved(),
	avatar: () => m.refusal_avatar(),
	logo: () => m.refusal_logo(),
	font: () => m.refusal_font(),
	colour: () => m.refusal_colour(),
	date: () => m.refusal_date(),
	time: () => m.refusal_time(),
	instant: () => m.refusal_instant(),
	'source-kind': () => m.refusal_source_kind(),
	'setting-name': () => m.refusal_setting_name(),
	'language-tag': () => m.refusal_language_tag(),
	'web-address': () => m.refusal_web_address(),
	'unknown-field': (params) => m.refusal_unknown_field({ field: given(params, 'field') }),
	invalid: () => m.refusal_invalid()
}

const refusalSentences: Sentences<RefusalRule> = {
	...fieldSentences,
	'not-there': () => m.refusal_not_there(),
	'link-not-there': () => m.refusal_link_not_there(),
	'link-makes-no-sense': (params) =>
		m.refusal_link_makes_no_sense({
			from: tableText(given(params, 'from')),
			to: tableText(given(params, 'to')),
			possible: tablesText(given(params, 'possible'))
		}),
	'link-to-itself': () => m.refusal_link_to_itself(),
	'link-exists': () => m.refusal_link_exists(),
	'link-field': (params) => m.refusal_link_field({ field: given(params, 'field') }),
	'nothing-chosen': () => m.refusal_nothing_chosen(),
	'id-taken': (params) => m.refusal_id_taken({ id: given(params, 'id') }),
	'reason-missing': () => m.refusal_reason_missing(),
	'snapshot-too-large': () => m.refusal_snapshot_too_large(),
	'snapshots-full': () => m.refusal_snapshots_full(),
	outdated: () => m.refusal_outdated()
}

const problemSentences: Sentences<ProblemRule> = {
	...fieldSentences,
	'utf-16': () => m.refusal_utf_16(),
	'not-utf-8': () => m.refusal_not_utf_8(),
	'not-json': (params) => m.refusal_not_json({ line: given(params, 'line'), column: given(params, 'column') }),
	'other-format': () => m.refusal_other_format(),
	'newer-version': (params) =>
		m.refusal_newer_version({ version: given(params, 'version'), newest: given(params, 'newest') }),
	'bad-version': () => m.refusal_bad_version(),
	dangling: (params) => m.refusal_dangling({ id: given(params, 'id'), kinds: tablesText(given(params, 'tables')) }),
	'duplicate-id': (params) => m.refusal_duplicate_id({ id: given(params, 'id'), first: given(params, 'first') }),
	'duplicate-link': (params) => m.refusal_duplicate_link({ first: given(params, 'first') }),
	'one-source': () => m.refusal_one_source(),
	'duplicate-mention': (params) => m.refusal_duplicate_mention({ first: given(params, 'first') })
}

/** The names of tables given as a list with commas: "Personas and Needs". */
function tablesText(tables: string): string {
	return listText(tables.split(',').map(tableText), entityTables.length)
}

function tableText(written: string): string {
	const table = written.trim()
	const node = nodeTables.find((one) => one === table)
	if (node !== undefined) return entitiesLabel[node]()
	if (table === 'decisions') return m.refusal_kind_decisions()
	return table === 'sources' ? m.refusal_kind_sources() : table
}

function typeText(type: string): string {
	switch (type) {
		case 'string':
			return m.refusal_type_string()
		case 'number':
			return m.refusal_type_number()
		case 'boolean':
			return m.refusal_type_boolean()
		case 'array':
		case 'tuple':
			return m.refusal_type_array()
		case 'object':
		case 'record':
			return m.refusal_type_object()
		default:
			return m.refusal_type_other()
	}
}
