import type { z } from 'zod'

/** Every rule by which a field can be wrong. The sentence in the user's language is chosen by it. */
export const fieldRules = [
	'missing',
	'wrong-type',
	'not-one-of',
	'whole-number',
	'too-small',
	'not-above',
	'too-big',
	'too-few',
	'too-long',
	'empty-name',
	'empty-entry',
	'half-character',
	'id-form',
	'id-reserved',
	'avatar',
	'logo',
	'font',
	'colour',
	'date',
	'time',
	'instant',
	'source-kind',
	'setting-name',
	'language-tag',
	'web-address',
	'unknown-field',
	'invalid'
] as const
export type FieldRule = (typeof fieldRules)[number]

/** What is wrong with one field: where (the way from the row to the field), by which rule, and in English. */
export type FieldProblem = {
	path: readonly PropertyKey[]
	rule: FieldRule
	params: Readonly<Record<string, string>>
	message: string
}

/** Every problem of a row, as rules of this project rather than of the validator. `input` is what was parsed. */
export function fieldProblems(error: z.ZodError, input: unknown): FieldProblem[] {
	return error.issues.map((issue) => {
		const isMissing = issue.code !== 'custom' && valueAt(input, issue.path) === undefined
		return { path: issue.path, ...(isMissing ? said('missing', 'This field is missing') : explain(issue)) }
	})
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
	let value = input
	for (const step of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
		value = Reflect.get(value, step)
	}
	return value
}

type Explanation = Omit<FieldProblem, 'path'>

function explain(issue: z.core.$ZodIssue): Explanation {
	switch (issue.code) {
		case 'custom':
			return ownRule(issue)
		case 'invalid_type':
			return said('wrong-type', `Expected: ${issue.expected}`, { expected: issue.expected })
		case 'invalid_value': {
			const options = issue.values.map(String).join(', ')
			return said('not-one-of', `One of: ${options}`, { options })
		}
		case 'invalid_union':
			return said('invalid', 'This has none of the forms that are possible here')
		case 'too_small':
			if (issue.origin === 'array') return said('too-few', `At least ${issue.minimum}`, { least: `${issue.minimum}` })
			return issue.inclusive
				? said('too-small', `At least ${issue.minimum}`, { least: `${issue.minimum}` })
				: said('not-above', `More than ${issue.minimum}`, { least: `${issue.minimum}` })
		case 'too_big':
			return said('too-big', `At most ${issue.maximum}`, { most: `${issue.maximum}` })
		case 'invalid_format':
			if (issue.format === 'date') return said('date', 'A date is written like 2026-03-31')
			if (issue.format === 'datetime') return said('instant', 'A moment is written like 2026-03-31T14:05:00Z')
			return said('invalid', issue.message)
		case 'unrecognized_keys':
			return said('unknown-field', `Unknown: ${issue.keys.join(', ')}`, { field: issue.keys.join(', ') })
		default:
			return said('invalid', issue.message)
	}
}

function said(rule: FieldRule, message: string, params: Readonly<Record<string, string>> = {}): Explanation {
	return { rule, params, message }
}

function ownRule(issue: z.core.$ZodIssueCustom): Explanation {
	const { rule: name, ...rest } = issue.params ?? {}
	const rule = fieldRules.find((one) => one === name) ?? 'invalid'
	const params = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]))
	return { rule, params, message: issue.message }
}
