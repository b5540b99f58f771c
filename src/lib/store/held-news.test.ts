import { expect, test } from 'vitest'
import { HeldNews } from './held-news.ts'
import type { StoreChange } from './store.ts'

const mentions: StoreChange = { kind: 'mentions', atlas: 'A' }
const atlases: StoreChange = { kind: 'atlases' }

function listen(): { told: StoreChange[]; news: HeldNews } {
	const told: StoreChange[] = []
	return { told, news: new HeldNews((change) => told.push(change)) }
}

test('what comes is told at once', () => {
	const { told, news } = listen()
	news.came(mentions)
	news.came(mentions)
	expect(told).toEqual([mentions, mentions])
})

test('what comes while news are held back is told once, when they are let go', () => {
	const { told, news } = listen()
	const letGo = news.hold()
	for (let batch = 0; batch < 5; batch += 1) {
		news.came(mentions)
		news.came(atlases)
	}
	expect(told).toEqual([])
	letGo()
	expect(told).toEqual([mentions, atlases])
	letGo()
	news.came(atlases)
	expect(told).toEqual([mentions, atlases, atlases])
})

test('of several holders the last one lets go, each once', () => {
	const { told, news } = listen()
	const first = news.hold()
	const second = news.hold()
	news.came(mentions)
	first()
	first()
	expect(told).toEqual([])
	second()
	expect(told).toEqual([mentions])
})
