import { createContext } from 'svelte'
import type { Sources } from './sources.svelte.ts'

/** The sources of the atlas that is open; set by its frame. */
export const [getSources, setSources] = createContext<Sources>()
