import { expect, test } from 'vitest'
import { smallAtlas } from '../changes/small-atlas.ts'
import type { Ballot } from '../model/ballot.ts'
import { agendaOf, defaultAgenda, movedStep } from './agenda.ts'
import { countDots, countRanks } from './ballot-count.ts'
import { freeName, participantsOf } from './participants.ts'
import { clockText, goneTo, notBegun, timeLeft, turned } from './clock.ts'
import { countWords } from './word-count.ts'

const minute = 60_000

function vote(voter: string, need: string | null, choices: Readonly<Record<string, number>>): Ballot {
	const list = Object.entries(choices).map(([id, number]) => ({ id, number }))
	return { id: voter, voter, need, choices: list }
}

test('the agenda is that of the method until it is edited', () => {
	expect(agendaOf(new Map()).map(({ kind }) => kind)).toEqual([
		'frame',
		'personas',
		'values',
		'needs',
		'preferences',
		'products',
		'findings',
		'decisions',
		'close'
	])
	const own = { id: 'x', kind: 'other' as const, name: 'Coffee', how: '', minutes: 10, order: 0 }
	expect(agendaOf(new Map([['x', own]]))).toEqual([own])
})

test('a step moves a place and stays at the ends', () => {
	const steps = defaultAgenda()
	expect(movedStep(steps, 'personas', -1)[0]?.id).toBe('personas')
	expect(movedStep(steps, 'frame', -1)).toEqual(steps)
})

test('the clock counts what ran, stands while it is paused, and takes more minutes', () => {
	const [step] = defaultAgenda()
	if (step === undefined) throw new Error('the agenda has a first step')
	const begun = goneTo(notBegun, 'frame', null, 0)
	const running = turned(begun, 'start', 0)
	expect(timeLeft(running, step, 5 * minute)).toBe(10 * minute)
	const paused = turned(running, 'pause', 5 * minute)
	expect(timeLeft(paused, step, 9 * minute)).toBe(10 * minute)
	expect(timeLeft(turned(paused, 'more', 9 * minute), step, 9 * minute)).toBe(11 * minute)
	expect(timeLeft(turned(paused, 'again', 9 * minute), step, 9 * minute)).toBe(15 * minute)
})

test('going on marks the step that was left and begins the next one’s time', () => {
	const running = turned(goneTo(notBegun, 'frame', null, 0), 'start', 0)
	const next = goneTo(running, 'personas', 'done', 3 * minute)
	expect(next).toMatchObject({ step: 'personas', done: ['frame'], since: 3 * minute, spent: 0 })
	expect(goneTo(next, 'frame', 'skipped', 4 * minute)).toMatchObject({
		step: 'frame',
		done: ['frame'],
		skipped: ['personas']
	})
	expect(goneTo(next, null, 'done', 4 * minute)).toMatchObject({ step: null, since: null })
})

test('a length of time reads as minutes and seconds', () => {
	expect([15 * minute, 61_500, 200, 0, -30_000].map(clockText)).toEqual(['15:00', '1:02', '0:01', '0:00', '−0:30'])
})

test('ballots come to an agreed rank, ties share it, and what few named is left out', () => {
	const ballots = [
		vote('1', 'N', { C: 1, D: 2 }),
		vote('2', 'N', { C: 1, D: 2 }),
		vote('3', 'N', { C: 1, gone: 2 }),
		vote('4', null, { N: 3 })
	]
	const count = countRanks(smallAtlas(), ballots, 'N')
	// The third ballot names C alone of two: D is behind it there too.
	expect(count).toMatchObject({ ballots: 3, agreement: 1, isSplit: false })
	expect(count?.agreed).toEqual([
		{ channel: 'C', rank: 1 },
		{ channel: 'D', rank: 2 }
	])
	expect(count?.channels[1]).toEqual({ channel: 'D', mean: 2, named: 2, given: [{ rank: 2, ballots: 2 }] })
	expect(countRanks(smallAtlas(), ballots.slice(2), 'N')?.agreed).toEqual([{ channel: 'C', rank: 1 }])
})

test('ballots that contradict each other are split, and their channels share a rank', () => {
	const count = countRanks(smallAtlas(), [vote('1', 'N', { C: 1, D: 2 }), vote('2', 'N', { C: 2, D: 1 })], 'N')
	expect(count).toMatchObject({ agreement: 0, isSplit: true })
	expect(count?.agreed.map(({ rank }) => rank)).toEqual([1, 1])
	expect(countRanks(smallAtlas(), [], 'N')).toBeNull()
})

test('dots propose an importance by their share of the most', () => {
	const atlas = smallAtlas()
	const need = atlas.needs.get('N')
	if (need === undefined) throw new Error('the small atlas has a need')
	const needs = new Map([...atlas.needs, ['M', { ...need, id: 'M' }], ['L', { ...need, id: 'L' }]])
	const { ballots, needs: counted } = countDots({ ...atlas, needs }, [
		vote('1', null, { N: 2, M: 1 }),
		vote('2', null, { N: 2 }),
		vote('3', 'N', { C: 1 })
	])
	expect(ballots).toBe(2)
	expect(counted).toEqual([
		{ need: 'N', dots: 4, voters: 2, importance: 5 },
		{ need: 'M', dots: 1, voters: 1, importance: 2 },
		{ need: 'L', dots: 0, voters: 0, importance: 1 }
	])
})

test('words are counted once a participant, however they are written, and known values are recognised', () => {
	const card = (id: string, ...words: string[]) => ({ id, name: id, words, isCovered: false })
	expect(
		countWords(smallAtlas(), [card('1', 'Fast', 'fast', 'warm'), card('2', 'fast ', 'Warm'), card('3', 'near')])
	).toEqual([
		{ word: 'fast', count: 2, value: 'V' },
		{ word: 'Warm', count: 2, value: null },
		{ word: 'near', count: 1, value: null }
	])
})

test('everybody who wrote or voted is a participant once, and a numbered name is never one that is taken', () => {
	const wordCards = new Map([['2', { id: '2', name: 'Anna', words: ['near'], isCovered: true }]])
	const ballots = new Map([
		['1', { ...vote('1', null, { N: 1 }), voter: 'P2' }],
		['3', { ...vote('3', 'N', { C: 1 }), voter: 'Anna' }]
	])
	expect(participantsOf({ ...smallAtlas(), wordCards, ballots })).toEqual(['P2', 'Anna'])
	expect(freeName(['P1', 'P3', 'Anna'], (number) => `P${number}`)).toBe('P2')
})
