import type { TableName } from '../../model/atlas.ts'
import type { BaseState } from '../incoming/incoming.ts'

/** What the comparison needs beside the atlas and the file. */
export type CompareOptions = Readonly<{
	/** A maker of fresh ids. */
	newId: () => string
	/** The tables of which the file has every row that there should be: what it lacks is proposed for removal. */
	complete: ReadonlySet<TableName>
	/** What was exported, where the file tells. */
	base: BaseState | null
	/** Whether lists of both sides are put together, where nothing tells which entries were taken out. */
	unite?: boolean
}>
