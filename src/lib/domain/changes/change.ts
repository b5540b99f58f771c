import type { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import type { RefusalRule } from './rules.ts'
import type { RowChange } from '../model/row-change.ts'

/** Why something cannot be done, for people: `rule` and `params` choose the sentence in the user's language, `message` is that sentence in English. */
export type Refusal = { ok: false; rule: RefusalRule; params: Readonly<Record<string, string>>; message: string }

/**
 * What a change comes to: rows to write and the name of what it is about (for "Undo rename Website"), or the reason why not.
 * `created`: ids of new entities. `rows` is empty when everything was already so.
 */
export type Outcome = { ok: true; rows: readonly RowChange[]; subject: string; created?: readonly string[] } | Refusal

/** What a change may use that is not in the atlas: a maker of fresh ids, unique for ever. */
export type ChangeContext = { newId(): string }

/** One thing that a user can do: a pure function of atlas and input. All that writes goes through one of these. */
export type Change<Schema extends z.ZodType = z.ZodType> = {
	readonly name: string
	readonly input: Schema
	apply(atlas: Atlas, input: z.output<Schema>, context: ChangeContext): Outcome
}

/** Says what a change is; keeps the type of its input. */
export function defineChange<Schema extends z.ZodType>(change: Change<Schema>): Change<Schema> {
	return change
}

/** A refusal with its sentence. A new rule is added to the list of rules, so that every language gets a sentence for it. */
export function refuse(rule: RefusalRule, message: string, params: Readonly<Record<string, string>> = {}): Refusal {
	return { ok: false, rule, params, message }
}
