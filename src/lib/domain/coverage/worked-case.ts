// Test support: the worked case and its expected reports, from tests/cases.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { emptyAtlas, entityTables, linkKey, tableSchemas, type Atlas } from '../model/atlas.ts'
import type { Lens } from './lens.ts'

const cases = new URL('../../../../tests/cases/', import.meta.url)
const rows = z.record(z.string(), z.unknown())

function readJson(name: string): unknown {
	return JSON.parse(readFileSync(new URL(name, cases), 'utf8'))
}

function listOf(file: Record<string, unknown>, table: string): Record<string, unknown>[] {
	return z.array(rows).parse(file[table] ?? [])
}

/** The atlas of tests/cases/veldhaven.atlas.json. */
export function veldhaven(): Atlas {
	const file = rows.parse(readJson('veldhaven.atlas.json'))
	const tables: Record<string, Map<string, unknown>> = {}
	for (const table of entityTables) {
		const parsed = listOf(file, table).map((row) => tableSchemas[table].parse(row))
		tables[table] = new Map(parsed.map((row) => [row.id, row]))
	}
	const prefers = listOf(file, 'prefers').map(({ persona, need, ...rest }) =>
		tableSchemas.prefers.parse({ ...rest, from: persona ?? need })
	)
	return {
		...emptyAtlas(tableSchemas.workspace.parse(file.workspace)),
		...(tables as object),
		has: new Map(
			listOf(file, 'has').map((row) => {
				const link = tableSchemas.has.parse(row)
				return [linkKey(link.persona, link.need), link]
			})
		),
		holds: new Map(
			listOf(file, 'holds').map((row) => {
				const link = tableSchemas.holds.parse(row)
				return [linkKey(link.persona, link.value), link]
			})
		),
		prefers: new Map(prefers.map((link) => [linkKey(link.from, link.channel), link])),
		fulfils: new Map(
			listOf(file, 'fulfils').map((row) => {
				const link = tableSchemas.fulfils.parse(row)
				return [linkKey(link.product, link.need), link]
			})
		),
		delivers: new Map(
			listOf(file, 'delivers').map((row) => {
				const link = tableSchemas.delivers.parse(row)
				return [linkKey(link.product, link.channel), link]
			})
		)
	}
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
	return expectedReport.parse(readJson(`veldhaven.${lens}.coverage.json`))
}
