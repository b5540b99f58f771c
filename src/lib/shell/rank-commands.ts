import type { Command } from '#lib/state/commands.svelte.ts'

/**
 * The commands that a query finds, best first: every word of it must stand in the title; a title that is the query comes first,
 * then those that begin with it, then those in which a word begins with it. Disabled commands are left out. An empty query finds all, in their own order.
 */
export function rankCommands(commands: readonly Command[], query: string): Command[] {
	const able = commands.filter((command) => command.enabled !== false)
	const wanted = query.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
	if (wanted.length === 0) return able
	const whole = wanted.join(' ')
	const scored: { command: Command; score: number }[] = []
	for (const command of able) {
		const title = command.title.toLocaleLowerCase()
		if (!wanted.every((word) => title.includes(word))) continue
		const score = title === whole ? 0 : title.startsWith(whole) ? 1 : title.includes(` ${whole}`) ? 2 : 3
		scored.push({ command, score })
	}
	return scored.toSorted((left, right) => left.score - right.score).map(({ command }) => command)
}
