import type { WallPhase } from '#lib/domain/wall/wall-state.ts'
import { m } from '#lib/paraglide/messages.js'

/** The state of a wall in a word or two. */
export const phaseText: Readonly<Record<WallPhase, () => string>> = {
	opening: m.wall_opening,
	resting: m.wall_resting,
	live: m.wall_live,
	quiet: m.wall_quiet_always,
	stale: m.wall_stale,
	offline: m.wall_offline_short
}
