import { z } from 'zod'
import { id } from './fields.ts'

/** That a thing keeps its place when the map is arranged. `id`: of the thing. */
export const pin = z.strictObject({ id })
export type Pin = z.output<typeof pin>
