import { linkTables, nodeTables, type Atlas, type Table } from '../model/atlas.ts'
import { words } from '../model/workspace.ts'

/**
 * What a share can leave out. people: what makes a persona a person (portrait, quote, story, feelings, opinions, goals, pains); evidence: where statements
 * are known from; decisions: what was decided about findings; notes: what the consultant wrote; cards: the deliverables; voice: how often words and values
 * are said; mentions: the mentions themselves.
 */
export const shareParts = ['people', 'evidence', 'decisions', 'notes', 'cards', 'voice', 'mentions'] as const
export type SharePart = (typeof shareParts)[number]

/** What is in a share unless its maker says otherwise: everything but what customers wrote themselves. */
export const usualParts: readonly SharePart[] = shareParts.filter((part) => part !== 'mentions')

function without<Row extends Readonly<{ evidence: string }>>(table: Table<Row>): Table<Row> {
	return new Map([...table].map(([key, row]) => [key, { ...row, evidence: '' }]))
}

function withoutEvidence(atlas: Atlas): Atlas {
	const tables = [...nodeTables, ...linkTables, 'decisions' as const]
	const stripped = Object.fromEntries(tables.map((table) => [table, without<{ evidence: string }>(atlas[table])]))
	return { ...atlas, ...stripped }
}

/** A persona of whom nothing is told but her name, her role and what the map needs. */
function withoutPeople(atlas: Atlas): Atlas {
	const nothing = { avatar: null, quote: '', story: '', feelings: [], opinions: [], goals: [], pains: [] }
	return { ...atlas, personas: new Map([...atlas.personas].map(([id, row]) => [id, { ...row, ...nothing }])) }
}

/**
 * The atlas as it is shared: without the parts that are left out, and without what no reader needs and some should not see: where mentions come from, word
 * lists, snapshots, the workshop with its votes, views. What the analysis says of it is the same, but for which findings count as decided.
 */
export function sharedAtlas(atlas: Atlas, parts: ReadonlySet<SharePart>): Atlas {
	const none = new Map<string, never>()
	let shared: Atlas = {
		...atlas,
		words: words.parse({}),
		sources: none,
		snapshots: none,
		agenda: none,
		workshop: none,
		wordCards: none,
		ballots: none,
		topicWords: none,
		views: none,
		pins: none,
		areas: none
	}
	if (!parts.has('people')) shared = withoutPeople(shared)
	if (!parts.has('evidence')) shared = withoutEvidence(shared)
	if (!parts.has('decisions')) shared = { ...shared, decisions: none, acceptances: none }
	if (!parts.has('notes')) {
		const storyChecks = new Map([...shared.storyChecks].map(([id, row]) => [id, { ...row, note: '' }]))
		shared = { ...shared, cardNotes: none, storyChecks }
	}
	if (!parts.has('cards')) shared = { ...shared, houseStyles: none, cardNotes: none, cardChoices: none }
	return shared
}
