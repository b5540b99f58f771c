import type { z } from 'zod'
import type { Atlas } from '../model/atlas.ts'
import type { ChangeContext, Outcome } from './change.ts'
import { changes, type ChangeName } from './index.ts'
import { runChange } from './run-change.ts'

// Apart from runChange, which changes themselves use: knowing all changes, it would close a circle.

/** What a change comes to on this atlas, for a change by name, as fixes of findings have it. */
export function runNamed(atlas: Atlas, name: ChangeName, rawInput: unknown, context: ChangeContext): Outcome {
	return runChange<z.ZodType>(atlas, changes[name], rawInput, context)
}
