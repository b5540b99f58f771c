// Makes src/lib/domain/words/lexicon/{emoji,han,stop-words}.ts: what the words of a mention are found with, whatever the model.
// node scripts/build-lexicons.ts FOLDER: the folder that has en_vader.tsv (word, tab, polarity from -1 to 1), for its emoticons.
// The result is committed; run this again only when a list changes. Sources and licences: lexicon/ATTRIBUTION.md. The weights of words are part of the
// models: scripts/train-sentiment.ts.
import { writeFileSync } from 'node:fs'
import { emojiEmotion } from 'emoji-emotion'
import stopwordsIso from 'stopwords-iso' with { type: 'json' }
import { eng } from 'stopword'
import { serviceFeeling } from '../src/lib/domain/words/lexicon/service-feeling.ts'
import { toSimplified } from './sentiment/lexicons.ts'
import { wordList } from './sentiment/rows.ts'
import { written } from './sentiment/train-language.ts'

const lists = process.argv[2]
if (lists === undefined) throw new Error('Give the folder that has en_vader.tsv')
const out = new URL('../src/lib/domain/words/lexicon/', import.meta.url)

function save(file: string, constants: Readonly<Record<string, string>>): void {
	const body = Object.entries(constants).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)}\n`)
	writeFileSync(
		new URL(file, out),
		`// Made by scripts/build-lexicons.ts; sources and licences in ATTRIBUTION.md.\n${body.join('')}`
	)
}

// Characters
const pairs: [string, string][] = []
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
	const sign = String.fromCodePoint(code)
	const simple = toSimplified(sign)
	if (simple !== sign && [...simple].length === 1) pairs.push([sign, simple])
}
save('han.ts', {
	traditional: pairs.map(([sign]) => sign).join(''),
	simplified: pairs.map(([, simple]) => simple).join('')
})

// Emoji and emoticons
const feelings = new Map<string, number>(
	emojiEmotion.map(({ emoji, polarity }) => [emoji.replace('\uFE0F', ''), polarity * 0.6])
)
for (const [word, weight] of wordList(lists, 'en_vader'))
	if (!/[\p{L}]{2}/u.test(word) && /^[:;=8xX<^]/.test(word)) feelings.set(word, weight)
for (const [word, weight] of Object.entries(serviceFeeling.emoji)) feelings.set(word, weight)
save('emoji.ts', { emoji: written(feelings) })

// Words that say nothing by themselves
const numbersOnly = /^[\p{N}\p{P}\p{S}]+$/u
const zhStops = [...new Set(stopwordsIso.zh.map((word) => toSimplified(word)))].filter(
	(word) => [...word].length > 1 && !numbersOnly.test(word)
)
save('stop-words.ts', {
	enStops: eng.join(' '),
	nlStops: stopwordsIso.nl.join(' '),
	zhStops: zhStops.join(' ')
})
console.log({ han: pairs.length, emoji: feelings.size })
