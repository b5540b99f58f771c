import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { assumptionsOf, roleOfNeed } from '#lib/domain/findings/grounds.ts'
import { productOwners } from '#lib/domain/findings/owners.ts'
import { pathsOf } from '#lib/domain/findings/paths.ts'
import type { WorkEntry } from '#lib/domain/findings/work.ts'
import { byCodeUnit, type Atlas } from '#lib/domain/model/atlas.ts'
import { roles, stages, type Role, type Stage } from '#lib/domain/model/fields.ts'
import { findingKinds, isGap, type FindingKind } from '#lib/domain/model/finding-kind.ts'

/** The first eight kinds say that something is missing, the others that something may be too much (model, section 5). */
export const gapKinds: readonly FindingKind[] = findingKinds.filter(isGap)
export const redundancyKinds: readonly FindingKind[] = findingKinds.filter((kind) => !isGap(kind))

/** Under which headings a list of findings stands; `none`: one list. */
export const groupings = ['none', 'kind', 'persona', 'channel', 'role', 'stage', 'owner'] as const
export type Grouping = (typeof groupings)[number]

/** In which order findings stand: the most important first, the soonest due first, or by owner. */
export const orders = ['importance', 'due', 'owner'] as const
export type FindingOrder = (typeof orders)[number]

/** Which findings are shown; an empty string asks for nothing. `kind` may also be all gaps or all redundancies. */
export type FindingFilter = Readonly<{
	persona: string
	channel: string
	role: Role | ''
	stage: Stage | ''
	kind: FindingKind | 'gaps' | 'redundancies' | ''
	owner: string
	/** Those that rest on nothing but evidence, or those that rest on an assumption. */
	evidence: 'evidenced' | 'assumed' | ''
	text: string
}>
export const noFilter: FindingFilter = {
	persona: '',
	channel: '',
	role: '',
	stage: '',
	kind: '',
	owner: '',
	evidence: '',
	text: ''
}

export function isFiltered(filter: FindingFilter): boolean {
	return Object.values(filter).some((wish) => wish.trim() !== '')
}

/** Every id on the map that a finding speaks of: those it is about, and those on its paths. */
export function idsConcerned(atlas: Atlas, coverage: Coverage, finding: Finding): Set<string> {
	const { persona, need, product, products = [], channel, needs = [] } = finding
	const ids = new Set(pathsOf(atlas, coverage, finding).flat())
	for (const id of [persona, need, product, channel, ...products, ...needs]) if (id !== undefined) ids.add(id)
	return ids
}

/** Whose work a finding is: the owner of its decision, else those of its products. */
export function ownersOf(atlas: Atlas, { finding, decision }: WorkEntry): readonly string[] {
	const decided = decision?.owner.trim() ?? ''
	return decided === '' ? productOwners(atlas, finding) : [decided]
}

/** Everybody who owns a product or a decision, by name as `compare` orders names. */
export function allOwners(atlas: Atlas, compare: (left: string, right: string) => number): string[] {
	const owners = [...atlas.products.values(), ...atlas.decisions.values()].map(({ owner }) => owner.trim())
	return [...new Set(owners.filter((owner) => owner !== ''))].sort(compare)
}

/** The findings that a filter lets through, in their order. `textOf` gives a finding's sentence, asked only where text is searched. */
export function filterFindings(
	atlas: Atlas,
	coverage: Coverage,
	entries: readonly WorkEntry[],
	filter: FindingFilter,
	textOf: (finding: Finding) => string
): readonly WorkEntry[] {
	if (!isFiltered(filter)) return entries
	const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
	const places = [filter.persona, filter.channel].filter((id) => id !== '')
	const asksIds = places.length > 0 || filter.role !== '' || filter.stage !== ''
	return entries.filter((entry) => {
		const { finding } = entry
		if (!ofKind(finding.kind, filter.kind)) return false
		if (filter.owner !== '' && !ownersOf(atlas, entry).includes(filter.owner)) return false
		if (asksIds) {
			const ids = idsConcerned(atlas, coverage, finding)
			if (!places.every((id) => ids.has(id))) return false
			if (filter.role !== '' && !hasRole(atlas, finding, ids, filter.role)) return false
			if (filter.stage !== '' && ![...ids].some((id) => atlas.needs.get(id)?.stage === filter.stage)) return false
		}
		if (filter.evidence !== '') {
			if ((assumptionsOf(atlas, finding).length === 0) !== (filter.evidence === 'evidenced')) return false
		}
		if (words.length === 0) return true
		const text = textOf(finding).toLocaleLowerCase()
		return words.every((word) => text.includes(word))
	})
}

function ofKind(kind: FindingKind, wanted: FindingFilter['kind']): boolean {
	if (wanted === '') return true
	if (wanted === 'gaps') return isGap(kind)
	if (wanted === 'redundancies') return !isGap(kind)
	return kind === wanted
}

/** A finding has its own role; else those of the stages of the needs that it speaks of. */
function hasRole(atlas: Atlas, finding: Finding, ids: ReadonlySet<string>, role: Role): boolean {
	if (finding.role !== undefined) return finding.role === role
	return [...ids].some((id) => roleOfNeed(atlas, id) === role)
}

/** The entries in an order; equal ones stay as they are, what has no date or owner stands last. */
export function sortFindings(
	atlas: Atlas,
	entries: readonly WorkEntry[],
	order: FindingOrder,
	compare: (left: string, right: string) => number
): readonly WorkEntry[] {
	if (order === 'importance') return entries
	const keys = new Map(
		entries.map((entry) => [entry, order === 'due' ? entry.decision?.due : ownersOf(atlas, entry)[0]] as const)
	)
	const compareKeys = order === 'due' ? byCodeUnit : compare
	return [...entries].sort((left, right) => {
		const [one, other] = [keys.get(left) ?? '', keys.get(right) ?? '']
		if (one === other) return 0
		return one === '' ? 1 : other === '' ? -1 : compareKeys(one, other)
	})
}

/** Findings under one heading. `key`: a kind, a stage, a role, an id or an owner by the grouping; null for what has none. */
export type FindingGroup = Readonly<{ key: string | null; entries: readonly WorkEntry[] }>

/** The heading that a finding stands under. */
function keyOf(atlas: Atlas, coverage: Coverage, entry: WorkEntry, by: Exclude<Grouping, 'none'>): string | null {
	const { finding } = entry
	const { persona, need, role, channel } = finding
	const pair = persona === undefined || need === undefined ? undefined : coverage.pairOf(persona, need)
	switch (by) {
		case 'kind':
			return finding.kind
		case 'persona':
			return persona ?? null
		case 'channel':
			return channel ?? pair?.preferred[0]?.channel ?? null
		case 'role':
			return role ?? roleOfNeed(atlas, need ?? '') ?? atlas.channels.get(channel ?? '')?.roles[0] ?? null
		case 'stage':
			return atlas.needs.get(need ?? finding.needs?.[0] ?? '')?.stage ?? null
		case 'owner':
			return ownersOf(atlas, entry)[0] ?? null
	}
}

const fixedOrder: Readonly<Partial<Record<Grouping, readonly string[]>>> = {
	kind: findingKinds,
	role: roles,
	stage: stages
}

/**
 * Findings under their headings, each in the order given. Kinds, roles and stages come in the model's order, the others by their first finding;
 * what stands under no heading comes last.
 */
export function groupFindings(
	atlas: Atlas,
	coverage: Coverage,
	entries: readonly WorkEntry[],
	by: Grouping
): FindingGroup[] {
	if (by === 'none') return entries.length === 0 ? [] : [{ key: null, entries }]
	const groups = Map.groupBy(entries, (entry) => keyOf(atlas, coverage, entry, by))
	const order = fixedOrder[by] ?? [...groups.keys()]
	const headed = order.flatMap((key): FindingGroup[] => {
		const found = key === null ? undefined : groups.get(key)
		return found === undefined ? [] : [{ key, entries: found }]
	})
	const others = groups.get(null)
	return others === undefined ? headed : [...headed, { key: null, entries: others }]
}

/** The first `limit` findings of the groups, so that a long list is drawn as far as it is read. */
export function firstOf(groups: readonly FindingGroup[], limit: number): FindingGroup[] {
	const shown: FindingGroup[] = []
	let room = limit
	for (const group of groups) {
		if (room <= 0) break
		shown.push({ ...group, entries: group.entries.slice(0, room) })
		room -= group.entries.length
	}
	return shown
}
