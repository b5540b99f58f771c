import type { Verdict } from '#lib/domain/coverage/ledger.ts'
import type { Closure } from '#lib/domain/findings/closure.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { Decision, FindingReference } from '#lib/domain/model/decision.ts'
import type { FeelingStep } from '#lib/domain/words/feeling.ts'
import { m } from '#lib/paraglide/messages.js'
import { closureText } from '#lib/wording/closure.ts'
import { nameOf } from '#lib/wording/finding.ts'
import { findingKindLabel, roleLabel } from '#lib/wording/labels.ts'
import { listText } from '#lib/wording/list.ts'

/** A verdict as a leader says it who has never heard of the method. */
export const verdictSaying: Readonly<Record<Verdict, () => string>> = {
	idle: m.wall_verdict_idle,
	unwanted: m.wall_verdict_unwanted,
	unused: m.wall_verdict_unused,
	'wrong-offer': m.wall_verdict_wrong_offer,
	fallback: m.wall_verdict_fallback,
	short: m.wall_verdict_short,
	balanced: m.wall_verdict_balanced
}

const feelings: Readonly<Record<FeelingStep, () => string>> = {
	1: m.wall_feeling_1,
	2: m.wall_feeling_2,
	3: m.wall_feeling_3,
	4: m.wall_feeling_4,
	5: m.wall_feeling_5
}

/** How people feel, in a word. */
export function feelingText(step: FeelingStep | null): string {
	return step === null ? m.wall_feeling_few() : feelings[step]()
}

/** The name of what a finding is about, as its persona would call it; what has gone since is not named by its id. */
export function subjectName(atlas: Atlas, finding: FindingReference): string {
	const { need, needs, product, products, channel, role, kind } = finding
	if (need !== undefined && atlas.needs.has(need)) return m.quote_name({ name: nameOf(atlas, need) })
	const names = (ids: readonly string[], table: ReadonlyMap<string, { name: string }>) =>
		ids.flatMap((id) => table.get(id)?.name ?? [])
	const of = names([...(product === undefined ? [] : [product]), ...(products ?? [])], atlas.products)
	const on = names(channel === undefined ? [] : [channel], atlas.channels)
	if (of.length > 0)
		return on.length === 0 ? listText(of) : m.wall_product_on({ product: listText(of), channel: listText(on) })
	if (on.length > 0) return listText(on)
	const asked = names(needs ?? [], atlas.needs)
	if (asked.length > 0) return listText(asked)
	if (role === undefined) return findingKindLabel[kind]()
	const persona = atlas.personas.get(finding.persona ?? '')?.name
	return persona === undefined ? roleLabel[role]() : m.wall_role_for({ role: roleLabel[role](), persona })
}

/** Who said it: the persona; empty where the finding is about none. */
export function saidBy(atlas: Atlas, { persona, kind }: FindingReference): string {
	return atlas.personas.get(persona ?? '')?.name ?? findingKindLabel[kind]()
}

/** The first line of a note: what the minutes begin with. */
function firstLine(note: string): string {
	return note.trim().split('\n')[0]?.trim() ?? ''
}

const tasks: Readonly<Record<Decision['remedy'], (what: { what: string }) => string>> = {
	deliver: m.wall_task_deliver,
	steer: m.wall_task_steer,
	earn: m.wall_task_earn,
	stop: m.wall_task_stop,
	accept: m.wall_task_accept
}
const deeds: Readonly<Record<Decision['remedy'], (what: { what: string }) => string>> = {
	deliver: m.wall_deed_deliver,
	steer: m.wall_deed_steer,
	earn: m.wall_deed_earn,
	stop: m.wall_deed_stop,
	accept: m.wall_task_accept
}

/** What is to be done, as whoever decided it wrote it, else by its remedy. */
export function taskText(atlas: Atlas, { note, remedy, finding }: Decision): string {
	return firstLine(note) || tasks[remedy]({ what: subjectName(atlas, finding) })
}

/** What was done: the note of the decision, else why the finding is there no more. */
export function deedText(atlas: Atlas, { note, remedy, finding }: Decision, closure: Closure | null): string {
	return (
		firstLine(note) ||
		(closure === null ? deeds[remedy]({ what: subjectName(atlas, finding) }) : closureText(atlas, closure))
	)
}
