import type { Refusal } from '#lib/domain/changes/change.ts'
import type { FileProblem } from '#lib/domain/interchange/file-problem.ts'

/** Why something cannot be done, for people. */
export function refusalText(refusal: Refusal): string {
	return refusal.message
}

/** What is wrong in a file, for people. */
export function problemText(problem: FileProblem): string {
	return problem.message
}
