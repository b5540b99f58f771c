import type { Coverage } from '../coverage/coverage.ts'
import type { EvidenceShare } from '../coverage/evidence-share.ts'
import type { Finding } from '../findings/finding.ts'
import { findingKey } from '../findings/finding.ts'
import type { Atlas } from '../model/atlas.ts'
import type { Decision } from '../model/decision.ts'
import type { Picture } from '../pictures/picture.ts'
import type { Block, Section } from './block.ts'
import type { CardWords } from './card-words.ts'
import type { SectionId } from './sections.ts'

/** What customers said of a value: the mentions that say and that deny it. */
export type Echo = Readonly<{ said: number; denied: number }>

/** A word that customers use: the mentions that hold it, and their mean sentiment from -1 to 1, null where none is scored. */
export type HeardWord = Readonly<{ word: string; mentions: number; sentiment: number | null }>

/** What was heard from customers: how many mentions, from when to when (ISO 8601), and their words, the most frequent first. */
export type Heard = Readonly<{
	mentions: number
	first: string | null
	last: string | null
	words: readonly HeardWord[]
	/** The words as a picture; null until it is laid out. */
	cloud: Picture | null
}>

/** What deliverables are made of. `coverage` and `findings` are those of the lens; `today` and `plan` of the two lenses. */
export type DeliverableContext = Readonly<{
	atlas: Atlas
	coverage: Coverage
	today: Coverage
	plan: Coverage
	findings: readonly Finding[]
	/** By value; empty where there are no mentions. */
	echo: ReadonlyMap<string, Echo>
	/** Null where there are no mentions. */
	heard: Heard | null
	/** What the consultant wrote, by deliverable. */
	notes: ReadonlyMap<string, string>
	/** Sections that are left out. */
	hidden: ReadonlySet<string>
	/** Draws the map; null where nothing stands on it. Asked only by a deliverable that shows it. */
	drawMap: () => Picture | null
	words: CardWords
}>

/** A section with its heading; null where it is left out or has nothing to say. */
export function section(
	context: DeliverableContext,
	id: SectionId,
	blocks: readonly Block[],
	options: { aside?: boolean } = {}
): Section | null {
	if (context.hidden.has(id) || blocks.length === 0) return null
	const heading = { type: 'heading', level: 2, text: context.words.heading[id] } as const
	return { id, aside: options.aside ?? false, blocks: [heading, ...blocks] }
}

/** Those sections that are there. */
export function present(sections: readonly (Section | null)[]): Section[] {
	return sections.filter((one) => one !== null)
}

/** A text as a block; none where it says nothing. */
export function textBlock(text: string, look: 'plain' | 'lead' | 'quote' | 'note' | 'aside' = 'plain'): Block[] {
	return text.trim() === '' ? [] : [{ type: 'text', text, look }]
}

/** What the consultant wrote about a deliverable, as its last section. */
export function noteSection(context: DeliverableContext, deliverable: string): Section | null {
	return section(context, 'notes', textBlock(context.notes.get(deliverable) ?? '', 'aside'))
}

/** The decision about a finding, or undefined. */
export function decisionsByFinding(atlas: Atlas): ReadonlyMap<string, Decision> {
	return new Map([...atlas.decisions.values()].map((decision) => [findingKey(decision.finding), decision]))
}

/** The name of anything; nothing where it is gone. */
export function nameIn(table: ReadonlyMap<string, Readonly<{ name: string }>>, id: string): string {
	return table.get(id)?.name ?? ''
}

/** A statement of an atlas: what it is about, and where it is known from. */
export type Statement = Readonly<{ subject: string; evidence: string }>

/** The share of statements with evidence, as a sentence; and what the evidence is, a line each, with the number of assumptions. */
export function evidenceOf(
	statements: readonly Statement[],
	words: CardWords
): { foot: string; lines: readonly string[]; share: EvidenceShare } {
	const stated = statements.filter(({ evidence }) => evidence.trim() !== '')
	const share = { stated: stated.length, total: statements.length }
	const assumed = share.total - share.stated
	return {
		foot: share.total === 0 ? '' : words.evidence(share.stated, share.total),
		lines: [
			...(share.total === 0 ? [] : [words.evidence(share.stated, share.total)]),
			...stated.map(({ subject, evidence }) => words.evidenceFor(subject, evidence)),
			...(assumed === 0 ? [] : [words.assumed(assumed)])
		],
		share
	}
}
