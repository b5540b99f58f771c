import {
	linkTables,
	endsOf,
	nodeTables,
	type Atlas,
	type LinkTable,
	type NodeTable,
	type Rows
} from '../model/atlas.ts'

/** Whether a statement says where it is known from; blanks alone are no evidence. */
export function isEvidenced(statement: { evidence: string }): boolean {
	return statement.evidence !== '' && statement.evidence.trim() !== ''
}

const known = new WeakMap<Atlas, Atlas>()

/**
 * The atlas with nothing in it but what is evidenced. A link counts where it has evidence. A thing counts where it has evidence itself, or is an
 * end of a link that counts: who says where they know from that Sanne needs something has said that there is a Sanne. All else is left out.
 * So a need whose own preferences are all assumptions is wanted where its personas' evidenced preferences say.
 * Frame, decisions and records stay: they claim nothing about customers.
 */
export function evidencedAtlas(atlas: Atlas): Atlas {
	let evidenced = known.get(atlas)
	if (evidenced === undefined) known.set(atlas, (evidenced = withoutAssumptions(atlas)))
	return evidenced
}

function withoutAssumptions(atlas: Atlas): Atlas {
	const grounded = new Set<string>()
	for (const table of nodeTables) for (const row of atlas[table].values()) if (isEvidenced(row)) grounded.add(row.id)
	const links: Partial<Record<LinkTable, ReadonlyMap<string, Rows[LinkTable]>>> = {}
	for (const table of linkTables) {
		const rows: ReadonlyMap<string, Rows[LinkTable]> = atlas[table]
		const kept = new Map([...rows].filter(([, row]) => isEvidenced(row)))
		for (const row of kept.values()) for (const end of endsOf(table, row)) grounded.add(end)
		links[table] = kept
	}
	const nodes: Partial<Record<NodeTable, ReadonlyMap<string, Rows[NodeTable]>>> = {}
	for (const table of nodeTables) {
		const rows: ReadonlyMap<string, Rows[NodeTable]> = atlas[table]
		nodes[table] = new Map([...rows].filter(([id]) => grounded.has(id)))
	}
	const positions = new Map([...atlas.positions].filter(([id]) => grounded.has(id)))
	const sources = new Map(
		[...atlas.sources].map(([id, source]) => [
			id,
			source.channel === null || grounded.has(source.channel) ? source : { ...source, channel: null }
		])
	)
	// Each table was filtered from itself, which types cannot follow.
	return { ...atlas, ...links, ...nodes, positions, sources } as Atlas
}
