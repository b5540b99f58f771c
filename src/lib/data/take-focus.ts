/** Gives an editor the focus when it appears: all of its text chosen where it is to be looked at first, the end where typing goes on. */
export function takeFocus(selectAll: boolean) {
	return (field: HTMLElement) => {
		field.focus({ preventScroll: true })
		if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
		if (field.type !== 'text' && field.type !== 'textarea') return
		if (selectAll && field instanceof HTMLInputElement) field.select()
		else field.setSelectionRange(field.value.length, field.value.length)
	}
}
