import type { Atlas } from '#lib/domain/model/atlas.ts'
import { roles, stages } from '#lib/domain/model/fields.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { entityIcon, roleLabel, stageLabel } from '#lib/wording/labels.ts'
import type { MatrixGrouping } from './matrix.ts'

/** What stands over a group of rows of the matrix. */
export function groupName(atlas: Atlas, by: MatrixGrouping, group: string | null): string {
	if (group === null) return m.coverage_matrix_unclaimed()
	if (by === 'persona') return nameOf(atlas, group)
	const stage = stages.find((one) => one === group)
	const role = roles.find((one) => one === group)
	return stage !== undefined ? stageLabel[stage]() : role !== undefined ? roleLabel[role]() : group
}

/** The icon of a heading; personas have one. */
export function groupIcon(by: MatrixGrouping, group: string | null): string {
	return by === 'persona' && group !== null ? `${entityIcon.personas} text-persona` : ''
}
