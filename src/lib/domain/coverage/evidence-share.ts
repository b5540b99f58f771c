import { isEvidenced } from './evidenced.ts'
import type { Atlas } from '../model/atlas.ts'

/** The tables whose rows are statements that may carry evidence: all entities but mention sources, and all links. */
const statements = [
	'personas',
	'values',
	'needs',
	'channels',
	'products',
	'decisions',
	'holds',
	'has',
	'prefers',
	'fulfils',
	'delivers'
] as const

/** How many statements say where they are known from, out of how many. */
export type EvidenceShare = Readonly<{ stated: number; total: number }>

/** Counts the statements with evidence; blanks alone are no evidence. */
export function evidenceShare(atlas: Atlas): EvidenceShare {
	let stated = 0
	let total = 0
	for (const table of statements) {
		total += atlas[table].size
		for (const statement of atlas[table].values()) if (isEvidenced(statement)) stated += 1
	}
	return { stated, total }
}
