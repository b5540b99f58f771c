import { expect, test } from 'vitest'
import { wallState, type SourceSign, type WallMoment } from './wall-state.ts'

const now = Date.parse('2026-03-09T14:05:00Z')
const live: SourceSign = {
	state: 'live',
	since: now - 600_000,
	aliveAt: now - 1000,
	every: 15_000,
	attempt: 0,
	next: null
}
const failing: SourceSign = { ...live, state: 'failing', since: now - 90_000, attempt: 4, next: now + 8000 }

function stateWith(moment: Partial<WallMoment>) {
	return wallState({ now, isRead: true, isLost: false, sources: [live], newsAt: now - 2000, ...moment })
}

test('mentions that come make it live, and none for a minute quiet', () => {
	expect(stateWith({})).toEqual({ phase: 'live', since: now - 2000 })
	expect(stateWith({ newsAt: now - 59_999 }).phase).toBe('live')
	expect(stateWith({ newsAt: now - 180_000 })).toEqual({ phase: 'quiet', since: now - 180_000 })
	expect(stateWith({ newsAt: null })).toEqual({ phase: 'quiet', since: null })
})

test('without a sign of life for three intervals it is stale, whatever came before', () => {
	expect(stateWith({ sources: [{ ...live, aliveAt: now - 45_000 }] }).phase).toBe('live')
	const silent = { ...live, aliveAt: now - 45_001 }
	expect(stateWith({ sources: [silent], newsAt: now - 45_001 })).toEqual({ phase: 'stale', since: now - 45_001 })
	expect(stateWith({ sources: [{ ...live, aliveAt: null }] })).toEqual({ phase: 'stale', since: now - 600_000 })
	expect(stateWith({ sources: [silent, live] }).phase).toBe('live')
	expect(stateWith({ sources: [silent, failing] }).phase).toBe('stale')
})

test('where every source fails it is offline, and says which attempt it is and when the next one comes', () => {
	const later = { ...failing, since: now - 30_000, attempt: 1, next: null }
	expect(stateWith({ sources: [later, failing] })).toEqual({
		phase: 'offline',
		since: now - 90_000,
		attempt: 4,
		next: now + 8000
	})
	expect(stateWith({ sources: [failing, live] }).phase).toBe('live')
	expect(stateWith({ isLost: true })).toMatchObject({ phase: 'offline', since: null })
})

test('a first connection is waited for, but not for ever', () => {
	const connecting: SourceSign = { ...live, state: 'connecting', since: now - 2000, aliveAt: null }
	expect(stateWith({ sources: [connecting], newsAt: null }).phase).toBe('opening')
	expect(stateWith({ sources: [{ ...connecting, since: now - 31_000 }], newsAt: null }).phase).toBe('offline')
	expect(stateWith({ isRead: false }).phase).toBe('opening')
})

test('without a source nothing is promised', () => {
	expect(stateWith({ sources: [], newsAt: now - 86_400_000 })).toEqual({ phase: 'resting', since: now - 86_400_000 })
	expect(stateWith({ sources: [] }).phase).toBe('live')
})
