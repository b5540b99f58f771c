import type { Finding } from './finding.ts'

/** The ids of the things that a finding names. */
export function thingsOf({ persona, need, product, products, channel, needs }: Finding): string[] {
	return [persona, need, product, ...(products ?? []), channel, ...(needs ?? [])].filter((id) => id !== undefined)
}

/** The findings that name each thing, in their own order. */
export function findingsByThing(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
	const found = new Map<string, Finding[]>()
	for (const finding of findings) {
		for (const id of new Set(thingsOf(finding))) {
			const list = found.get(id)
			if (list === undefined) found.set(id, [finding])
			else list.push(finding)
		}
	}
	return found
}
