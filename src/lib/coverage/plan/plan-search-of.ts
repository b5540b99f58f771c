import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import { PlanSearch } from './plan-search.svelte.ts'

// A search outlives the view that began it: one looks at the map and comes back. It goes with the session that it belongs to.
const searches = new WeakMap<AtlasSession, PlanSearch>()

/** The search for the best plan of an open atlas. */
export function planSearchOf(session: AtlasSession): PlanSearch {
	let search = searches.get(session)
	if (search === undefined) searches.set(session, (search = new PlanSearch()))
	return search
}
