import type { WallScene } from '#lib/domain/model/wall.ts'
import type { WallPhase } from '#lib/domain/wall/wall-state.ts'

/** What a wall tells of itself. `screen`: its own name for as long as its tab lives. Times are milliseconds since 1970. */
export type WallStatus = {
	readonly screen: string
	readonly scene: WallScene
	readonly since: number
	readonly frozenAt: number | null
	readonly phase: WallPhase
	readonly isDark: boolean
	readonly scenes: readonly WallScene[]
	/** The words on show, the most frequent first, and those that wait. */
	readonly words: readonly { readonly word: string; readonly mentions: number }[]
	readonly held: readonly string[]
	/** How many words had no room. */
	readonly omitted: number
	readonly width: number
	readonly height: number
	readonly legible: number
}

/** What a control page asks of a wall. */
export type WallOrder =
	| { readonly do: 'next' | 'previous' }
	| { readonly do: 'show'; readonly scene: WallScene }
	| { readonly do: 'freeze'; readonly isFrozen: boolean }
	| { readonly do: 'reload' }

/** Among the walls of an atlas and those who steer them, all in one browser. `screen` null: every wall. */
export type WallTalk =
	| { readonly kind: 'ask' }
	| { readonly kind: 'here'; readonly status: WallStatus }
	| { readonly kind: 'gone'; readonly screen: string }
	| { readonly kind: 'order'; readonly screen: string | null; readonly order: WallOrder }

/** The name of the channel on which that is said. */
export function wallChannel(atlas: string): string {
	return `channel-atlas-wall-${atlas}`
}
