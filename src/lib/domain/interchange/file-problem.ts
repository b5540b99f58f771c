import { fieldRules } from '../model/field-problem.ts'

/** The rules by which a workspace file as a whole can be refused. */
export const fileRules = [
	/** Not UTF-8 text: `utf-16` where it looks like that, which a newcomer's editor may have made. */
	'utf-16',
	'not-utf-8',
	/** Not JSON; `line` and `column` (from 1) say where it stops being so. */
	'not-json',
	'other-format',
	'newer-version',
	'bad-version',
	/** An id points to nothing that is in the file, or to a thing of another kind. */
	'dangling',
	'duplicate-id',
	'duplicate-link',
	/** A preference needs a persona or a need, and not both. */
	'one-source',
	/** Two mentions of one source with the same id in that source. */
	'duplicate-mention'
] as const

/** Every rule of a problem of a file: of the file as a whole, and of fields. */
export const problemRules = [...fileRules, ...fieldRules] as const
export type ProblemRule = (typeof problemRules)[number]

/**
 * What is wrong in a file. `path`: where, as JSON path (RFC 9535): `$` is the whole file, `.name` a member, `[3]` an element counted
 * from 0, and `['a-b']` a member whose name has other characters than letters, digits and `_`. `$.needs[3].kind` is the kind of the fourth need.
 */
export type FileProblem = { path: string; rule: ProblemRule; params: Readonly<Record<string, string>>; message: string }

/** Something in a file that was left out: a field that this version does not know. */
export type FileNote = FileProblem & { rule: 'unknown-field' }

/** The most problems that are listed; the others are counted. */
export const listedProblems = 100

/** A path one step on: a member for a name, an element for a number. */
export function jsonPath(base: string, steps: readonly PropertyKey[]): string {
	return steps.reduce<string>((path, step) => path + pathStep(step), base)
}

function pathStep(step: PropertyKey): string {
	if (typeof step === 'number') return `[${step}]`
	const name = String(step)
	// A name of a megabyte is no help in a message.
	const short = name.length > 80 ? `${name.slice(0, 80)}…` : name
	return /^[A-Za-z_][A-Za-z0-9_]*$/.test(short) ? `.${short}` : `[${quoted(short)}]`
}

function quoted(name: string): string {
	const inner = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
	return `'${inner}'`
}

/** Collects entries and keeps the first hundred; counts the others. */
export class Listing<Entry> {
	readonly entries: Entry[] = []
	#more = 0

	add(entry: Entry): void {
		if (this.entries.length < listedProblems) this.entries.push(entry)
		else this.#more += 1
	}

	/** How many there are beyond those listed. */
	get more(): number {
		return this.#more
	}

	get isEmpty(): boolean {
		return this.entries.length === 0
	}
}
