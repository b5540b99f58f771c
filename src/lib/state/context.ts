import { createContext } from 'svelte'
import type { Store } from '#lib/store/store.ts'
import type { AtlasSession } from './atlas-session.svelte.ts'
import type { Commands } from './commands.svelte.ts'
import type { Library } from './library.svelte.ts'
import type { Preferences } from './preferences.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

// Set by the layouts only: there is no module-wide state, so that tests and tabs cannot share any by accident.
export const [getStore, setStore] = createContext<Store>()
export const [getLibrary, setLibrary] = createContext<Library>()
export const [getPreferences, setPreferences] = createContext<Preferences>()
export const [getCommands, setCommands] = createContext<Commands>()
export const [getToasts, setToasts] = createContext<Toasts>()
export const [getSession, setSession] = createContext<AtlasSession>()
