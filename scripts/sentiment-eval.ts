// node scripts/sentiment-eval.ts FILE.tsv … : rows of label (pos, neu, neg), tab, text, after a header line.
// Prints how often the scorer and people agree, for two classes (rows labelled pos or neg) and three. The language is recognised, as in an import,
// unless the file's name begins with it (nl_….tsv).
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { detectLanguage } from '../src/lib/domain/words/language.ts'
import { scoreMention } from '../src/lib/domain/words/score.ts'

const labels = ['neg', 'neu', 'pos'] as const
type Label = (typeof labels)[number]
const labelOf = { negative: 'neg', neutral: 'neu', positive: 'pos' } as const

function isLabel(text: string | undefined): text is Label {
	return labels.some((label) => label === text)
}

/** Accuracy and macro-F1 of pairs of (true, said), in per cent. */
function agreement(
	pairs: readonly (readonly [Label, Label])[],
	classes: readonly Label[]
): { accuracy: number; f1: number } {
	const right = pairs.filter(([truth, said]) => truth === said).length
	const f1 = classes.map((label) => {
		const hit = pairs.filter(([truth, said]) => truth === label && said === label).length
		const said = pairs.filter(([, other]) => other === label).length
		const truth = pairs.filter(([other]) => other === label).length
		return hit === 0 ? 0 : (2 * hit) / (said + truth)
	})
	return {
		accuracy: (100 * right) / pairs.length,
		f1: (100 * f1.reduce((sum, value) => sum + value, 0)) / classes.length
	}
}

for (const file of process.argv.slice(2)) {
	const rows = readFileSync(file, 'utf8')
		.split('\n')
		.slice(1)
		.flatMap((line) => {
			const [label, text] = line.split('\t')
			return isLabel(label) && text ? [{ label, text }] : []
		})
	const prefix = /^(en|nl|zh)_/.exec(basename(file))?.[1]
	const began = performance.now()
	const scored = rows.map(({ label, text }) => ({
		label,
		score: scoreMention(text, prefix ?? detectLanguage(text, ['en', 'nl', 'zh']))
	}))
	const seconds = (performance.now() - began) / 1000
	const answered = scored.flatMap(({ label, score }) => (score ? [{ label, score }] : []))
	const two = agreement(
		answered
			.filter(({ label }) => label !== 'neu')
			.map(({ label, score }) => [label, score.sentiment > 0 ? 'pos' : 'neg'] as const),
		['neg', 'pos']
	)
	const three = agreement(
		answered.map(({ label, score }) => [label, labelOf[score.label]] as const),
		labels
	)
	const hasNeutral = rows.some(({ label }) => label === 'neu')
	console.log(
		`${basename(file).padEnd(24)} two ${two.accuracy.toFixed(1)} / ${two.f1.toFixed(1)}` +
			(hasNeutral ? `   three ${three.accuracy.toFixed(1)} / ${three.f1.toFixed(1)}` : ' '.repeat(22)) +
			`   unscored ${rows.length - answered.length} of ${rows.length}   ${Math.round(rows.length / seconds)} a second`
	)
	if (hasNeutral) {
		for (const truth of labels) {
			const said = labels.map(
				(label) => answered.filter((row) => row.label === truth && labelOf[row.score.label] === label).length
			)
			console.log(`   ${truth} said to be neg, neu, pos: ${said.join(', ')}`)
		}
	}
}
