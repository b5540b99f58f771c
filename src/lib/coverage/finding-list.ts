import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Finding } from '#lib/domain/findings/finding.ts'
import { pathsOf } from '#lib/domain/findings/paths.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { findingKinds, type FindingKind } from '#lib/domain/model/finding-kind.ts'

/** The first eight kinds say that something is missing, the others that something may be too much (model, section 5). */
export const gapKinds: readonly FindingKind[] = findingKinds.slice(0, 8)
export const redundancyKinds: readonly FindingKind[] = findingKinds.slice(8)

export function isGap(kind: FindingKind): boolean {
	return gapKinds.includes(kind)
}

/** How a list of findings is put together: as it comes (the most important first), or under headings. */
export const groupings = ['importance', 'kind', 'persona'] as const
export type Grouping = (typeof groupings)[number]

/** Which findings are shown; an empty string asks for nothing. `kind` may also be all gaps or all redundancies. */
export type FindingFilter = Readonly<{
	persona: string
	channel: string
	kind: FindingKind | 'gaps' | 'redundancies' | ''
	text: string
}>
export const noFilter: FindingFilter = { persona: '', channel: '', kind: '', text: '' }

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

/** The findings that a filter lets through, in their order. `textOf` gives a finding's sentence, asked only where text is searched. */
export function filterFindings(
	atlas: Atlas,
	coverage: Coverage,
	findings: readonly Finding[],
	filter: FindingFilter,
	textOf: (finding: Finding) => string
): readonly Finding[] {
	if (!isFiltered(filter)) return findings
	const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
	const places = [filter.persona, filter.channel].filter((id) => id !== '')
	return findings.filter((finding) => {
		if (!ofKind(finding.kind, filter.kind)) return false
		if (places.length > 0) {
			const ids = idsConcerned(atlas, coverage, finding)
			if (!places.every((id) => ids.has(id))) return false
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

/** Findings under one heading: a kind, a persona's id, or null for what is about no persona (and for the one list without headings). */
export type FindingGroup = Readonly<{
	kind: FindingKind | null
	persona: string | null
	findings: readonly Finding[]
}>

/** Findings under their headings, each in the order given. Kinds come in the model's order, personas by their most important finding. */
export function groupFindings(findings: readonly Finding[], by: Grouping): FindingGroup[] {
	if (by === 'importance') return findings.length === 0 ? [] : [{ kind: null, persona: null, findings }]
	if (by === 'kind') {
		return findingKinds.flatMap((kind) => {
			const ofKind = findings.filter((finding) => finding.kind === kind)
			return ofKind.length === 0 ? [] : [{ kind, persona: null, findings: ofKind }]
		})
	}
	const groups = new Map<string | null, Finding[]>()
	for (const finding of findings) {
		const persona = finding.persona ?? null
		const group = groups.get(persona)
		if (group === undefined) groups.set(persona, [finding])
		else group.push(finding)
	}
	// What is about nobody in particular stands last.
	const nobody = groups.get(null)
	groups.delete(null)
	const list = [...groups].map(([persona, found]): FindingGroup => ({ kind: null, persona, findings: found }))
	return nobody === undefined ? list : [...list, { kind: null, persona: null, findings: nobody }]
}

/** The first `limit` findings of the groups, so that a long list is drawn as far as it is read. */
export function firstOf(groups: readonly FindingGroup[], limit: number): FindingGroup[] {
	const shown: FindingGroup[] = []
	let room = limit
	for (const group of groups) {
		if (room <= 0) break
		shown.push({ ...group, findings: group.findings.slice(0, room) })
		room -= group.findings.length
	}
	return shown
}
