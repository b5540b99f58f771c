import type { Atlas } from '../model/atlas.ts'
import { writeWorkspaceFile } from './workspace-writer.ts'

/** The members of a workspace file that the contents of a snapshot do not have: mentions are not part of it, and snapshots would hold each other. */
export const notInSnapshots = ['mentions', 'snapshots'] as const

/** What a snapshot of an atlas holds: its workspace file without mentions and snapshots, as JSON without spaces. */
export function contentsOf(atlas: Atlas): string {
	return JSON.stringify(JSON.parse(writeWorkspaceFile({ ...atlas, snapshots: new Map() })))
}
