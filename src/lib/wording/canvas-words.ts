import type { CanvasWords } from '#lib/domain/interchange/canvas-words.ts'
import {
	deliveryLabel,
	entityLabel,
	kindLabel,
	linkVerb,
	mediaLabel,
	roleLabel,
	settingLabel,
	stageLabel
} from './labels.ts'
import { linkTables, nodeTables } from '#lib/domain/model/atlas.ts'

type Labels = Readonly<Record<string, () => string>>

const members: ReadonlyMap<string, Labels> = new Map<string, Labels>([
	['kind', kindLabel],
	['stage', stageLabel],
	['roles', roleLabel],
	['media', mediaLabel],
	['setting', settingLabel],
	['status', deliveryLabel]
])

/** How things and links are called on a canvas. */
export function canvasWords(): CanvasWords {
	return {
		table: Object.fromEntries(nodeTables.map((table) => [table, entityLabel[table]()])) as CanvasWords['table'],
		link: Object.fromEntries(linkTables.map((table) => [table, linkVerb[table]()])) as CanvasWords['link'],
		member: (field, member) => members.get(field)?.[member]?.() ?? member
	}
}
