/** Hands a file to the browser, which saves it where the user's settings say. `type`: a MIME type. */
export function download(name: string, contents: BlobPart, type: string): void {
	const address = URL.createObjectURL(new Blob([contents], { type }))
	const anchor = document.createElement('a')
	anchor.href = address
	anchor.download = name
	anchor.click()
	// The browser has taken the contents once the click was dispatched and a task has passed.
	setTimeout(() => URL.revokeObjectURL(address), 1000)
}

/** A name that every file system takes: letters and digits of any script, the rest as dashes; never empty. */
export function fileName(name: string, extension: string): string {
	const stem = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80)
	return `${stem || 'atlas'}.${extension}`
}
