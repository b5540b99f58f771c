// Test support: the worked case and its expected reports, from tests/cases.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readWorkspaceFile } from '../interchange/workspace-file.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Lens } from './lens.ts'

const cases = new URL('../../../../tests/cases/', import.meta.url)
/** The atlas of tests/cases/veldhaven.atlas.json. */
export function veldhaven(): Atlas {
	const read = readWorkspaceFile(readFileSync(new URL('veldhaven.atlas.json', cases)))
	if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
	return read.atlas
}

const ids = z.array(z.string())
const index = z.object({ served: z.number().nullable(), firstChoice: z.number().nullable() })
const stop = z.object({ product: z.string(), channel: z.string() })

/** What a coverage report holds. */
export const expectedReport = z.object({
	lens: z.string(),
	served: z.number().nullable(),
	firstChoice: z.number().nullable(),
	weight: z.number(),
	unknown: z.number(),
	pairs: z.array(
		z.object({
			persona: z.string(),
			need: z.string(),
			status: z.string(),
			weight: z.number(),
			bestRank: z.number().nullable()
		})
	),
	ledger: z.array(
		z.object({
			channel: z.string(),
			verdict: z.string(),
			wanted: z.array(z.object({ persona: z.string(), need: z.string(), rank: z.number() })),
			products: ids
		})
	),
	findings: z.array(
		z.object({
			kind: z.string(),
			priority: z.number(),
			persona: z.string().optional(),
			need: z.string().optional(),
			role: z.string().optional(),
			product: z.string().optional(),
			products: ids.optional(),
			channel: z.string().optional(),
			needs: ids.optional()
		})
	),
	stops: z.object({ alone: z.array(stop), together: z.array(stop), effort: z.number() }),
	personas: z.record(z.string(), index),
	stages: z.record(z.string(), index)
})
export type ExpectedReport = z.output<typeof expectedReport>

/** The report that an independent implementation wrote of the worked case. */
export function expectedOf(lens: Lens): ExpectedReport {
	return expectedReport.parse(JSON.parse(readFileSync(new URL(`veldhaven.${lens}.coverage.json`, cases), 'utf8')))
}
