/** Up to two letters that stand for a person: the first of the first and of the last word; of a name without blanks, as in Chinese, the last two. */
export function initialsOf(name: string): string {
	const words = name.trim().split(/\s+/)
	const first = words[0] ?? ''
	const last = words.at(-1) ?? ''
	if (words.length > 1)
		return [...first]
			.slice(0, 1)
			.concat([...last].slice(0, 1))
			.join('')
			.toLocaleUpperCase()
	const letters = [...first]
	return (/^\p{Script=Han}/u.test(first) ? letters.slice(-2) : letters.slice(0, 1)).join('').toLocaleUpperCase()
}
