/** What a step of undo is about. */
export function stepText(step: { readonly change: string; readonly subject: string }): string {
	return step.subject
}
