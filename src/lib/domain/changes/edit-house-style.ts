import { houseId, houseStyle, houseStyleOf } from '../model/house-style.ts'
import { put } from '../model/row-change.ts'
import { defineChange } from './change.ts'
import { changedFields, patchOf } from './patch.ts'

/** Sets how deliverables look: logo, colours, font, what stands in the foot. */
export const editHouseStyle = defineChange({
	name: 'editHouseStyle',
	input: patchOf(houseStyle.omit({ id: true })),
	apply(atlas, input) {
		const before = houseStyleOf(atlas)
		const changed = changedFields(before, input)
		const isNew = !atlas.houseStyles.has(houseId)
		const fields = isNew ? { ...before, ...changed } : changed
		const rows = Object.keys(changed).length === 0 ? [] : [put('houseStyles', houseId, fields)]
		return { ok: true, rows, subject: atlas.workspace.name }
	}
})
