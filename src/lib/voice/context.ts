import { createContext } from 'svelte'
import type { VoiceDesk } from './voice-desk.svelte.ts'

/** What the views of the voice page share; set by the page. */
export const [getDesk, setDesk] = createContext<VoiceDesk>()
