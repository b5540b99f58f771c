import { createContext } from 'svelte'
import type { MapEditor } from './editor.svelte.ts'

// Set by MapPage only; cards, panel and toolbar ask the one editor of their map.
export const [getEditor, setEditor] = createContext<MapEditor>()
