import type { Lens } from '../coverage/lens.ts'
import type { Verdict } from '../coverage/ledger.ts'
import type { PairStatus } from '../coverage/pair.ts'
import type { Finding } from '../findings/finding.ts'
import type { Decision } from '../model/decision.ts'
import type { Stage } from '../model/fields.ts'
import type { StoryPart } from '../model/story-check.ts'
import type { FlowTexts } from '../pictures/flow-picture.ts'
import type { FeelingStep } from '../words/feeling.ts'
import type { DeliverableKind } from './block.ts'
import type { SectionId } from './sections.ts'

type Each<Name extends string> = Readonly<Record<Name, string>>

/** Every word that a deliverable does not take from the atlas, in its reader's language. */
export type CardWords = Readonly<{
	/** What a deliverable is called: "Interaction card". */
	kicker: Each<DeliverableKind>
	heading: Each<SectionId>
	stage: Each<Stage>
	lens: Each<Lens>
	/** What is said beside the lens in which it holds: "Interaction card · Today". */
	inLens(text: string, lens: string): string
	status: Each<PairStatus>
	verdict: Each<Verdict>
	remedy: Each<Decision['remedy']>
	/** The parts of a persona: small headings. */
	persona: Each<'feelings' | 'opinions' | 'goals' | 'pains'>
	frame: Each<'vision' | 'mission' | 'relationship' | 'slogan' | 'tone' | 'visuals' | 'campaign'>
	column: Each<
		| 'stage'
		| 'need'
		| 'importance'
		| 'wanted'
		| 'wish'
		| 'result'
		| 'finding'
		| 'remedy'
		| 'owner'
		| 'due'
		| 'persona'
		| 'channel'
		| 'verdict'
		| 'delivered'
		| 'before'
		| 'after'
		| 'goal'
		| 'measure'
		| 'priority'
		| 'product'
		| 'weight'
		| 'word'
		| 'mentions'
		| 'feeling'
		| 'value'
		| 'said'
		| 'denied'
		| 'note'
		| 'together'
		| 'heard'
		| 'move'
		| 'effort'
		| 'gain'
	>
	index: Each<'served' | 'firstChoice'>
	/** What is said where there is nothing to say. */
	none: Each<
		| 'needs'
		| 'channels'
		| 'values'
		| 'gaps'
		| 'offer'
		| 'findings'
		| 'redundancies'
		| 'change'
		| 'goals'
		| 'decision'
		| 'product'
		| 'place'
		| 'words'
		| 'outOfStep'
		| 'missing'
	>
	percent(share: number | null): string
	number(value: number): string
	date(day: string): string
	/** "a, b and c", all of them. */
	list(names: readonly string[]): string
	finding(finding: Finding): string
	/** Where a status holds: "Second choice: Phone". */
	statusOn(status: PairStatus, channels: readonly string[]): string
	/** How often a channel is wanted: "first choice for 3 needs, further choice for 1". */
	wantedBy(first: number, further: number): string
	/** How many of the pairs are not counted: "2 with unknown preference". */
	unknown(count: number): string
	/** Said, denied, silent: what mentions say of a value. */
	echo(said: number, denied: number): string
	evidence(stated: number, total: number): string
	evidenceFor(subject: string, evidence: string): string
	assumed(count: number): string
	done(remedy: string): string
	/** Sentences of advice. */
	advice: Readonly<{
		meet(channels: readonly string[]): string
		stage(stage: string, channels: readonly string[]): string
		values(values: readonly string[]): string
		pains(pains: readonly string[]): string
		tone(tone: string): string
		twoWay(channels: readonly string[]): string
		only(channel: string, unique: string): string
	}>
	/** Sentences of the board summary and of before and after. */
	board: Readonly<{
		standing(served: string, first: string, personas: number, needs: number, channels: number): string
		gaps(count: number, decided: number): string
		stops(count: number): string
		plan(served: string, first: string): string
		noPlan: string
		deliveries(count: number): string
		start(product: string, channel: string): string
		stop(product: string, channel: string): string
	}>
	/** In which order the moves of a plan stand, and the line below them. */
	planOrder: string
	planTotal(count: number): string
	/** What the flow and its places are called. */
	flow: FlowTexts
	/** How many ways are not listed. */
	moreWays(count: number): string
	/** What is heard: a feeling, and the time from which it is. */
	feeling(step: FeelingStep | null): string
	heardFrom(mentions: number, first: string | null, last: string | null): string
	moreWords(count: number): string
	/** The same-story check: the parts, and the sentence about a channel that tells some of them otherwise. */
	storyPart: Each<StoryPart>
	outOfStep(channel: string, parts: readonly string[], note: string): string
	unchecked(count: number): string
	/** A small heading over the channels that are out of step. */
	storyHeading: string
	matrix: Readonly<{ legend: string; wanted(rank: number): string }>
	/** How to read the map, the flow and the cloud. */
	mapLegend: string
	flowLegend: string
	cloudLegend: string
	overall: string
}>
