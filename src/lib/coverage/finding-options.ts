import type { Atlas } from '#lib/domain/model/atlas.ts'
import { roles, stages } from '#lib/domain/model/fields.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { findingKindLabel, roleLabel, stageLabel } from '#lib/wording/labels.ts'
import {
	allOwners,
	gapKinds,
	groupings,
	orders,
	redundancyKinds,
	type FindingFilter,
	type FindingOrder,
	type Grouping
} from './finding-list.ts'
import { collator } from './name-order.ts'

/** A choice of a select: its value and what it is called. */
export type Option<Value extends string> = Readonly<{ value: Value; label: string }>

/** The names of things in order, short enough for a select. */
function byName(rows: Iterable<{ id: string; name: string }>): Option<string>[] {
	const { compare } = collator()
	return [...rows]
		.sort((left, right) => compare(left.name, right.name))
		.map(({ id, name }) => ({ value: id, label: name.length > 40 ? `${name.slice(0, 39)}…` : name }))
}

export function personaOptions(atlas: Atlas): Option<string>[] {
	return [{ value: '', label: m.coverage_filter_all_personas() }, ...byName(atlas.personas.values())]
}

export function channelOptions(atlas: Atlas): Option<string>[] {
	return [{ value: '', label: m.coverage_filter_all_channels() }, ...byName(atlas.channels.values())]
}

export function roleOptions(): Option<FindingFilter['role']>[] {
	return [
		{ value: '', label: m.work_filter_all_roles() },
		...roles.map((value) => ({ value, label: roleLabel[value]() }))
	]
}

export function stageOptions(): Option<FindingFilter['stage']>[] {
	return [
		{ value: '', label: m.work_filter_all_stages() },
		...stages.map((value) => ({ value, label: stageLabel[value]() }))
	]
}

export function ownerOptions(atlas: Atlas): Option<string>[] {
	const owners = allOwners(atlas, collator().compare)
	return [{ value: '', label: m.work_filter_all_owners() }, ...owners.map((value) => ({ value, label: value }))]
}

export function evidenceOptions(): Option<FindingFilter['evidence']>[] {
	return [
		{ value: '', label: m.work_filter_all_evidence() },
		{ value: 'evidenced', label: m.work_filter_evidenced() },
		{ value: 'assumed', label: m.work_filter_assumed() }
	]
}

export function kindOptions(): Option<FindingFilter['kind']>[] {
	return [
		{ value: '', label: m.coverage_filter_all_kinds() },
		{ value: 'gaps', label: m.coverage_filter_gaps() },
		...gapKinds.map((kind) => ({ value: kind, label: `· ${findingKindLabel[kind]()}` })),
		{ value: 'redundancies', label: m.coverage_filter_redundancies() },
		...redundancyKinds.map((kind) => ({ value: kind, label: `· ${findingKindLabel[kind]()}` }))
	]
}

const groupLabel: Readonly<Record<Grouping, () => string>> = {
	none: m.work_group_none,
	kind: m.coverage_filter_kind,
	persona: m.coverage_filter_persona,
	channel: m.coverage_filter_channel,
	role: m.work_filter_role,
	stage: m.work_filter_stage,
	owner: m.work_filter_owner
}

export function groupOptions(): Option<Grouping>[] {
	return groupings.map((value) => ({ value, label: groupLabel[value]() }))
}

const orderLabel: Readonly<Record<FindingOrder, () => string>> = {
	importance: m.work_order_importance,
	due: m.work_order_due,
	owner: m.work_filter_owner
}

export function orderOptions(): Option<FindingOrder>[] {
	return orders.map((value) => ({ value, label: orderLabel[value]() }))
}

const missingLabel: Readonly<Record<Exclude<Grouping, 'none' | 'kind'>, () => string>> = {
	persona: m.coverage_group_nobody,
	channel: m.work_group_no_channel,
	role: m.coverage_matrix_no_role,
	stage: m.work_group_no_stage,
	owner: m.work_group_no_owner
}

/** What a heading says. */
export function groupTitle(atlas: Atlas, by: Grouping, key: string | null): string {
	if (key === null) return by === 'none' || by === 'kind' ? '' : missingLabel[by]()
	if (by === 'kind')
		return (
			kindOptions()
				.find(({ value }) => value === key)
				?.label.replace(/^· /, '') ?? key
		)
	if (by === 'role') return roleOptions().find(({ value }) => value === key)?.label ?? key
	if (by === 'stage') return stageOptions().find(({ value }) => value === key)?.label ?? key
	return by === 'owner' ? key : nameOf(atlas, key)
}
