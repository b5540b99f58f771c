import type { Atlas } from '../model/atlas.ts'
import type { FindingReference } from '../model/decision.ts'
import { factChanges, factsOf, mapFacts, type FactChange } from './facts.ts'
import type { Statement } from './grounds.ts'

/** What was changed on the map. moved: a link that is there instead of one from the same source, which went to `from`. */
export type Cause = FactChange | (Statement & Readonly<{ change: 'moved'; from: string }>)

/** What has changed between two states of what a finding rests on: why it is there or not, or is otherwise. */
export function causesOf(before: Atlas, after: Atlas, finding: FindingReference): Cause[] {
	return asCauses(before, after, factChanges(factsOf(before, finding), factsOf(after, finding)))
}

/** Everything that the analysis reads and that has changed between two states. */
export function mapChanges(before: Atlas, after: Atlas): Cause[] {
	return asCauses(before, after, factChanges(mapFacts(before), mapFacts(after)))
}

/** What people did to offers comes first, then to wishes, then to the things themselves. */
const order: readonly Statement['table'][] = [
	'delivers',
	'fulfils',
	'products',
	'prefers',
	'channels',
	'has',
	'needs',
	'personas',
	'holds',
	'values'
]

function asCauses(before: Atlas, after: Atlas, changes: readonly FactChange[]): Cause[] {
	const real = changes.filter((one) => isReal(before, after, one))
	const lone = withMoves(real)
	return lone.sort((left, right) => order.indexOf(left.table) - order.indexOf(right.table))
}

/** What comes into the grounds of a finding, or leaves them, need not be new on the map: only what was done to the map is a cause. */
function isReal(before: Atlas, after: Atlas, { table, key, change }: FactChange): boolean {
	if (change === 'changed') return true
	if (before[table].has(key) === after[table].has(key)) return false
	// A link whose end was taken away went with it: the end says so.
	return change === 'added' || endsOfKey(key).every((end) => !hasThing(before, end) || hasThing(after, end))
}

function endsOfKey(key: string): string[] {
	return key.includes(':') ? key.split(':') : []
}

function hasThing(atlas: Atlas, id: string): boolean {
	return [atlas.personas, atlas.values, atlas.needs, atlas.channels, atlas.products].some((things) => things.has(id))
}

/** A delivery or a wish that was taken away while one other of the same source was added was moved. */
function withMoves(changes: readonly FactChange[]): Cause[] {
	const movable = changes.filter(({ table, change }) => {
		return (table === 'delivers' || table === 'prefers') && change !== 'changed'
	})
	const bySource = Map.groupBy(movable, ({ table, key }) => `${table}/${endsOfKey(key)[0]}`)
	const moves = new Map<FactChange, Cause | null>()
	for (const group of bySource.values()) {
		const [added, removed] = [group.filter(hasChange('added')), group.filter(hasChange('removed'))]
		const [to, from] = [added[0], removed[0]]
		if (to === undefined || from === undefined || added.length > 1 || removed.length > 1) continue
		moves.set(to, { table: to.table, key: to.key, change: 'moved', from: endsOfKey(from.key)[1] ?? '' })
		moves.set(from, null)
	}
	return changes.flatMap((change): Cause[] => {
		const move = moves.get(change)
		return move === undefined ? [change] : move === null ? [] : [move]
	})
}

function hasChange(wanted: FactChange['change']) {
	return ({ change }: FactChange) => change === wanted
}
