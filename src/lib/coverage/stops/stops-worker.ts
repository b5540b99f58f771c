import { coverage } from '#lib/domain/coverage/coverage.ts'
import type { Lens } from '#lib/domain/coverage/lens.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { safeStops, searchSteps, type SafeStops } from '#lib/domain/plan/safe-stops.ts'

/** What the worker is asked for: the safe stops of a lens, searched for thoroughly. */
export type StopsRequest = Readonly<{ atlas: Atlas; lens: Lens }>

/** Searches beside the window for what the page could not settle at once. To stop it, this worker is ended. */
addEventListener('message', ({ data: { atlas, lens } }: MessageEvent<StopsRequest>) => {
	const found: SafeStops = safeStops(atlas, coverage(atlas, lens), searchSteps.thorough)
	postMessage(found)
})
