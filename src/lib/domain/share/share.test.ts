import { expect, test } from 'vitest'
import { coverage } from '../coverage/coverage.ts'
import { veldhaven } from '../coverage/worked-case.ts'
import { findingKey } from '../findings/finding.ts'
import { findings } from '../findings/index.ts'
import type { Atlas } from '../model/atlas.ts'
import { randomAtlas } from '../model/random-atlas.ts'
import { shareHtml } from './share-html.ts'
import { inert, mostMentions, readShare, shareText, type Share } from './share.ts'
import { shareParts, usualParts, type SharePart } from './shared-atlas.ts'

const odd = '</script><!--<img onerror=x>&\u2028\u2029"'

function shareOf(atlas: Atlas, parts: readonly SharePart[]): Share {
	const mention = { at: '2026-03-02T09:00:00Z', text: `word for word ${odd}`, label: null, channel: null, lang: 'en' }
	return {
		atlas,
		parts: new Set(parts),
		madeAt: '2026-11-28T12:00:00Z',
		language: 'nl',
		lens: 'plan',
		voice: { total: 1, first: null, last: null, words: [], echo: [], placed: [] },
		mentions: Array.from({ length: mostMentions + 1 }, () => mention)
	}
}

/** The worked case with a mark in everything that a share can leave out. */
function marked(): Atlas {
	const atlas = veldhaven()
	const [persona] = atlas.personas.values()
	const [finding] = findings(atlas, coverage(atlas, 'today'))
	if (persona === undefined || finding === undefined) throw new Error('the worked case has both')
	const { priority: _priority, ...about } = finding
	const decision = { id: 'D', finding: about, remedy: 'deliver', owner: 'own:decisions', due: null } as const
	return {
		...atlas,
		personas: new Map([
			...atlas.personas,
			[persona.id, { ...persona, name: odd, story: 'own:people', evidence: 'own:evidence' }]
		]),
		decisions: new Map([['D', { ...decision, note: '', done: false, evidence: '' }]]),
		cardNotes: new Map([[persona.id, { id: persona.id, text: 'own:notes' }]]),
		snapshots: new Map([['S', { id: 'S', name: 'own:never', at: '2026-01-01T00:00:00Z', note: '', contents: '{}' }]]),
		words: { merge: [], together: [], hide: ['own:never'] }
	}
}

test('a share holds the parts that were chosen and none of those that were left out', () => {
	const usual = shareText(shareOf(marked(), usualParts))
	for (const part of ['people', 'evidence', 'decisions', 'notes']) expect(usual).toContain(`own:${part}`)
	expect(usual).not.toMatch(/own:never|word for word/)
	const bare = shareText(shareOf(marked(), []))
	expect(bare).not.toMatch(/own:|word for word/)
	expect(readShare(bare)?.voice).toBeNull()
	const whole = readShare(shareText(shareOf(marked(), shareParts)))
	expect(whole?.mentions).toHaveLength(mostMentions)
	expect(Object.keys(whole?.mentions[0] ?? {})).toEqual(['at', 'text', 'label', 'channel', 'lang'])
})

test('what is read is what was shared, and the analysis says the same of it', () => {
	for (const atlas of [marked(), ...Array.from({ length: 40 }, (_, seed) => randomAtlas(seed + 1))]) {
		const read = readShare(shareText(shareOf(atlas, [])))
		if (read === null) throw new Error('a share is read')
		for (const lens of ['today', 'plan'] as const) {
			const [before, after] = [coverage(atlas, lens), coverage(read.atlas, lens)]
			expect(after.overall).toEqual(before.overall)
			expect(findings(read.atlas, after).map(findingKey)).toEqual(findings(atlas, before).map(findingKey))
		}
		expect([read.lens, read.language, [...read.parts]]).toEqual(['plan', 'nl', []])
	}
	expect(readShare('{}')).toBeNull()
	expect(readShare('no JSON')).toBeNull()
})

test('nothing that anybody typed is markup in the document, and its policy knows one script and no network', () => {
	const data = shareText(shareOf(marked(), shareParts))
	expect(data).not.toMatch(/[<>&\u2028\u2029]/)
	expect(JSON.parse(inert(JSON.stringify(odd)))).toBe(odd)
	const reader = { script: 'run()', style: 'p{}', scriptHash: 'sha256-a', styleHash: 'sha256-b' }
	const html = shareHtml(reader, data, { title: odd, language: 'nl"><x', withoutScript: odd })
	expect(html.match(/<script/g)).toHaveLength(2)
	expect(html).toContain('<html lang="nlx">')
	expect(html).toContain('&lt;/script&gt;&lt;!--&lt;img onerror=x&gt;&amp;')
	expect(html).toContain(
		"default-src 'none'; script-src 'sha256-a'; style-src 'unsafe-inline'; style-src-elem 'sha256-b';"
	)
	expect(html).not.toMatch(/connect-src|unsafe-eval|https?:/)
})
