import { z } from 'zod'
import type { FieldRule } from './field-problem.ts'

/** Characters as people count them: Unicode code points, so that an emoji outside the basic plane is one. */
function characterCount(text: string): number {
	let count = 0
	for (const _ of text) count += 1
	return count
}

/** What a check says when it fails: the rule by which the user's language is found, and the English sentence. */
export function broken(rule: FieldRule, error: string, params: Readonly<Record<string, string>> = {}) {
	return { error, params: { rule, ...params } }
}

/**
 * A string that survives every store and file: half a surrogate pair would be written to UTF-8 as a replacement character,
 * and PostgreSQL has no text with a zero character.
 */
export const wellFormed = z
	.string()
	.refine(
		(text) => text.isWellFormed() && !text.includes('\0'),
		broken('half-character', 'Half a character or a zero character: type the text again')
	)

/** A well-formed string of at most that many characters. */
export function limited(most: number) {
	return wellFormed.refine(
		(text) => text.length <= most || (text.length <= 2 * most && characterCount(text) <= most),
		broken('too-long', `Too long: at most ${most} characters`, { most: String(most) })
	)
}

/**
 * An id: 1–64 of A–Z a–z 0–9 _ -, unique in a workspace over all entities (model, section 1).
 * `__proto__` is refused: used as a key it would change the prototype of plain objects in programs that read the file.
 */
export const id = z
	.string()
	.refine(
		(text) => /^[A-Za-z0-9_-]{1,64}$/.test(text),
		broken('id-form', 'An id has 1 to 64 characters of A–Z, a–z, 0–9, _ and -')
	)
	.refine((text) => text !== '__proto__', broken('id-reserved', 'This id is reserved: use another one'))

/** A name: trimmed, 1–200 characters. */
export const name = limited(200)
	.transform((text) => text.trim())
	.refine((text) => text.length > 0, broken('empty-name', 'Empty: a name has 1 to 200 characters'))

/** A long text: up to 10,000 characters, kept as typed. Empty where nothing is said. */
export const text = limited(10_000).default('')

/** A list of texts, none of them empty. */
export const texts = z
	.array(
		limited(10_000)
			.transform((entry) => entry.trim())
			.refine((entry) => entry.length > 0, broken('empty-entry', 'Empty: leave the entry out'))
	)
	.default([])

/** Where we know a statement from; empty means that it is an assumption. */
export const evidence = text

export const kinds = ['information', 'advice', 'product'] as const
export const kind = z.enum(kinds)
export type Kind = z.infer<typeof kind>

export const stages = ['discover', 'explore', 'buy', 'use', 'share'] as const
export const stage = z.enum(stages)
export type Stage = z.infer<typeof stage>

export const roles = ['reach', 'depth', 'relationship'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** The role that a stage of the purchase path belongs to (model, section 1). */
export const roleOfStage: Readonly<Record<Stage, Role>> = {
	discover: 'reach',
	explore: 'depth',
	buy: 'depth',
	use: 'relationship',
	share: 'relationship'
}

/** An array without repeats, in the order of the enumeration it is drawn from. */
export function setOf<const Member extends string>(members: readonly [Member, ...Member[]]) {
	return z
		.array(z.enum(members))
		.transform((chosen): Member[] => members.filter((member) => chosen.some((entry) => entry === member)))
		.default([])
}

/** A finite number. −0 becomes 0: JSON writes both as 0, so a file would not give back what it was made of. */
export function number(range: z.ZodNumber = z.number()) {
	return range.transform((value) => value + 0)
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number) {
	return z
		.number()
		.refine(
			(value) => Number.isInteger(value) && value >= least && value <= most,
			broken('whole-number', `A whole number from ${least} to ${most}`, { least: String(least), most: String(most) })
		)
}
