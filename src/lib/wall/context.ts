import { createContext } from 'svelte'
import type { WallDesk } from './wall-desk.svelte.ts'

/** What the parts of a wall share; set by its page. */
export const [getWall, setWall] = createContext<WallDesk>()
