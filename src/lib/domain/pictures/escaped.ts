/** Text as it may stand in HTML and XML: marks escaped, characters that XML has not left out. */
export function escaped(text: string): string {
	return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Text without the characters that XML has not. */
export function printable(text: string): string {
	return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

/** A length with at most two decimals: more is noise in a file. */
export function length(value: number): string {
	return String(Math.round(value * 100) / 100)
}
