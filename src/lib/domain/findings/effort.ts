import type { Atlas } from '../model/atlas.ts'

/** What one delivery on the channel costs, in the workspace's own unit. */
export function effortOf(atlas: Atlas, channel: string): number {
	return atlas.channels.get(channel)?.effort ?? 0
}
