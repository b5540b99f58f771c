import { put } from '../model/row-change.ts'
import { wall, wallId, wallOf } from '../model/wall.ts'
import type { Wall } from '../model/wall.ts'
import type { Atlas } from '../model/atlas.ts'
import { defineChange, type Outcome } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets what the walls of the atlas show and how. */
export const editWall = defineChange({
	name: 'editWall',
	input: patchOf(wall.omit({ id: true })),
	apply: (atlas, input) => wallChanged(atlas, input, atlas.workspace.name)
})

/** The rows that give the walls these fields. The first time all fields are written: a row is whole. */
export function wallChanged(atlas: Atlas, fields: Partial<Wall>, subject: string): Outcome {
	const before = wallOf(atlas)
	const changed = changedFields(before, fields)
	if (Object.keys(changed).length === 0) return { ok: true, rows: [], subject }
	const written = atlas.walls.has(wallId) ? changed : { ...before, ...changed }
	return { ok: true, rows: [put('walls', wallId, written)], subject }
}
