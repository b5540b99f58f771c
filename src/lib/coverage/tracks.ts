import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import type { Fix } from '#lib/domain/findings/fix.ts'
import { pathsOf } from '#lib/domain/findings/paths.ts'
import { nodeTables, type Atlas, type NodeTable } from '#lib/domain/model/atlas.ts'

/**
 * One stop on the way from a need to a channel. `id` is null where there is nothing yet (no product, no channel known);
 * `missing` says that the link which leads here is not there, so it is drawn dashed.
 */
export type Step = Readonly<{ table: NodeTable; id: string | null; missing: boolean }>

/** The stops of one way, in the order persona, need, product, channel; at least one. */
export type Track = readonly Step[]

/** More than this many ways make a finding harder to read, not easier. */
const most = 2

/** The ways that a list shows for a finding, and how many more there are. */
export type Tracks = Readonly<{ shown: readonly Track[]; more: number }>

/**
 * What a finding is about, drawn as ways: first how it is now, then how it should be, with what is missing marked.
 * `fixes` are those of the finding: the first is what the missing part would become.
 */
export function tracksOf(atlas: Atlas, coverage: Coverage, finding: Finding, fixes: readonly Fix[]): Tracks {
	const tracks = waysOf(atlas, coverage, finding, fixes)
	return { shown: tracks.slice(0, most), more: Math.max(0, tracks.length - most) }
}

function waysOf(atlas: Atlas, coverage: Coverage, finding: Finding, fixes: readonly Fix[]): Track[] {
	const { persona = '', need = '', product = '' } = finding
	const pair = coverage.pairOf(persona, need)
	const wanted = pair?.preferred[0]?.channel ?? null
	switch (finding.kind) {
		case 'unmet':
			return [[there('needs', need), gone('products', null), ...(wanted === null ? [] : [gone('channels', wanted)])]]
		case 'undelivered':
			return [[there('needs', need), ...wish(fixes, coverage.fulfilling(need)[0] ?? null, wanted)]]
		case 'off-channel':
		case 'second-choice': {
			const served = pathsOf(atlas, coverage, finding)
				.filter((path) => path.length === 4)
				.filter(([, , , channel]) =>
					finding.kind === 'off-channel'
						? true
						: pair?.preferred.some((want) => want.channel === channel && want.rank === pair.bestRank)
				)
			const now = served.slice(0, 1).map((path) => solid(atlas, path.slice(1)))
			const wish = fixes[0]?.channel === undefined ? gone('channels', wanted) : gone('channels', fixes[0].channel)
			const offered = fixes[0]?.product
			return [...now, offered === undefined ? [there('needs', need), wish] : [there('products', offered), wish]]
		}
		case 'unknown-preference':
			return [[there('needs', need), gone('channels', null)]]
		case 'unasked-role':
			return [[there('personas', persona), gone('channels', null)]]
		case 'missing-role':
			return pathsOf(atlas, coverage, finding).map((path) => lastMissing(solid(atlas, path.slice(1))))
		case 'orphan-product':
			return pathsOf(atlas, coverage, finding).map((path) => [
				gone('needs', null),
				{ table: 'products', id: product, missing: true },
				...solid(atlas, path.slice(1))
			])
		default:
			return pathsOf(atlas, coverage, finding).map((path) => solid(atlas, withoutPersona(atlas, path)))
	}
}

/** The product and channel that a need could have: those of the first fix, else the product there is and the channel wanted. */
function wish(fixes: readonly Fix[], product: string | null, wanted: string | null): Step[] {
	const offer = fixes.find((fix) => fix.product !== undefined && fix.channel !== undefined)
	return [there('products', offer?.product ?? product), gone('channels', offer?.channel ?? wanted)]
}

function there(table: NodeTable, id: string | null): Step {
	return { table, id, missing: id === null }
}

function gone(table: NodeTable, id: string | null): Step {
	return { table, id, missing: true }
}

function solid(atlas: Atlas, path: readonly string[]): Step[] {
	return path.flatMap((id) => {
		const table = nodeTables.find((one) => atlas[one].has(id))
		return table === undefined ? [] : [there(table, id)]
	})
}

function lastMissing(track: readonly Step[]): Step[] {
	return track.map((step, at) => (at === track.length - 1 ? { ...step, missing: true } : step))
}

function withoutPersona(atlas: Atlas, path: readonly string[]): readonly string[] {
	const [first] = path
	return path.length > 1 && first !== undefined && atlas.personas.has(first) ? path.slice(1) : path
}
