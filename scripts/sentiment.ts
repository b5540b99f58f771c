// npm run --silent sentiment -- FILE: a text a line in (`-` reads standard input), a line of JSON for each out: {"sentiment", "label", "lang"}.
// Where a text is not scored (another language, Cantonese, nothing but signs), `lang` is null, `label` neutral and `sentiment` 0.
import { readFileSync } from 'node:fs'
import { detectLanguage } from '../src/lib/domain/words/language.ts'
import { scoreMention, scoredLanguage } from '../src/lib/domain/words/score.ts'
import { modelLanguages } from '../src/lib/domain/words/sentiment-model.ts'
import { readModels } from './sentiment/read-models.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
	console.error('Give a file with a text a line: npm run --silent sentiment -- FILE')
	process.exit(1)
}
const models = readModels()
const lines = readFileSync(file === '-' ? 0 : file, 'utf8')
	.replace(/^\uFEFF/, '')
	.split(/\r?\n/)
if (lines.at(-1) === '') lines.pop()

const scored = lines.map((text) => {
	const lang = scoredLanguage(detectLanguage(text, modelLanguages))
	const score = scoreMention(text, lang, models)
	const line = score === null ? { sentiment: 0, label: 'neutral', lang: null } : { ...score, lang }
	return `${JSON.stringify(line)}\n`
})
process.stdout.write(scored.join(''))
