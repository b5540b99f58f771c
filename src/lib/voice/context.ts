import { createContext } from 'svelte'
import type { Rewording } from './rewording.svelte.ts'
import type { VoiceDesk } from './voice-desk.svelte.ts'

/** Keeps words and scores of the mentions as the atlas and the model are; set by the frame of an atlas. */
export const [getRewording, setRewording] = createContext<Rewording>()

/** What the views of the voice page share; set by the page. */
export const [getDesk, setDesk] = createContext<VoiceDesk>()
