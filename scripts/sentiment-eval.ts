// npm run sentiment:eval -- FILE.tsv …: rows of label (pos, neu, neg), tab, text and perhaps tab, rating.
// Prints how often the scorer and people agree, for two classes (rows labelled pos or neg, judged by the sign) and three, who was taken for whom, the
// mentions per second, and how far means per word agree. The language is recognised, as in an import, unless the file's name begins with one.
import { modelLanguages } from '../src/lib/domain/words/sentiment-model.ts'
import { evaluation } from './sentiment/evaluate.ts'
import { readModels } from './sentiment/read-models.ts'
import { labels } from './sentiment/rows.ts'

const files = process.argv.slice(2)
if (files.length === 0) {
	console.error('Give at least one file: npm run sentiment:eval -- FILE.tsv')
	process.exit(1)
}
const models = readModels()
const share = ({ accuracy, f1 }: { accuracy: number; f1: number }) => `${accuracy.toFixed(1)} / ${f1.toFixed(1)}`

for (const file of files) {
	const found = evaluation(file, models)
	console.log(
		`${found.name}  ${found.rows} rows, ${found.unscored} unscored, ${Math.round(found.perSecond)} mentions a second`
	)
	const languages = [...found.languages].sort((left, right) => right[1] - left[1])
	console.log(`  languages            ${languages.map(([lang, count]) => `${lang ?? 'unknown'} ${count}`).join(', ')}`)
	if (!modelLanguages.some((lang) => found.languages.has(lang)) || found.two === null) continue
	console.log(`  two classes          ${share(found.two)}   (accuracy / macro-F1)`)
	if (found.three) {
		console.log(`  three classes        ${share(found.three)}`)
		for (const truth of labels) {
			const said = labels.map((label) => `${label} ${found.confusion.get(`${truth} ${label}`) ?? 0}`)
			console.log(`    ${truth} taken for      ${said.join(', ')}`)
		}
	}
	if (found.perWord)
		console.log(
			`  words in 10 or more  correlation ${found.perWord.correlation.toFixed(2)} over ${found.perWord.words} words`
		)
}
