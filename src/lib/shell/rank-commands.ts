import type { Command } from '#lib/state/commands.svelte.ts'

/**
 * The commands that a query finds, best first: every word of it must stand in the title; titles that begin with it come first,
 * then those in which a word begins with it. Disabled commands are left out. An empty query finds all, in their own order.
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
		const score = title.startsWith(whole) ? 0 : title.includes(` ${whole}`) ? 1 : 2
		scored.push({ command, score })
	}
	return scored.toSorted((left, right) => left.score - right.score).map(({ command }) => command)
}
