/** What slides are set in: fonts that every office program has or has a double of, as their files cannot be put into slides. */
export const plainTypeface = 'Arial'

/** Chinese characters of slides: on Windows, and on a Mac with Office; elsewhere the program takes the font it has. */
export const chineseTypeface = 'Microsoft YaHei'

/** The family by which the width of slide text is measured. */
export function slideFamily(typeface: string, own: string | null): string {
	return [
		own,
		`'${typeface.replace(/['"\\;{}<>]/g, '')}'`,
		'Arial',
		"'Liberation Sans'",
		"'Helvetica Neue'",
		`'${chineseTypeface}'`,
		'sans-serif'
	]
		.filter((name) => name !== null)
		.join(', ')
}
