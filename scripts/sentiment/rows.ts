import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

export const labels = ['neg', 'neu', 'pos'] as const
export type Label = (typeof labels)[number]

/** A text that people labelled. `from`: the name of its file without the ending. */
export type LabelledText = { readonly label: Label; readonly text: string; readonly from: string }

function isLabel(text: string | undefined): text is Label {
	return labels.some((label) => label === text)
}

function cellsOf(file: string): string[][] {
	return readFileSync(file, 'utf8')
		.split(/\r?\n/)
		.filter((line) => line.includes('\t'))
		.map((line) => line.split('\t'))
}

/** The rows of a file of label, tab, text and perhaps tab, rating; a first line of headings is passed over, as is what has no label of ours. */
export function labelledTexts(file: string): LabelledText[] {
	const from = basename(file).replace(/\.tsv$/, '')
	return cellsOf(file).flatMap(([label, text]) => (isLabel(label) && text ? [{ label, text, from }] : []))
}

/** The rows of all files in a folder whose names begin with the prefix, in the order of the names. */
export function labelledTextsIn(folder: string, prefix: string): LabelledText[] {
	return readdirSync(folder)
		.filter((file) => file.startsWith(prefix) && file.endsWith('.tsv'))
		.sort()
		.flatMap((file) => labelledTexts(join(folder, file)))
}

/** A list of words with what they say, from −4 to 4 (its file: word, tab, a number from −1 to 1); empty where there is no such file. */
export function wordList(folder: string, name: string): [word: string, weight: number][] {
	return pairsOf(folder, name).map(([word, weight]) => [word.normalize('NFKC').toLowerCase(), Number(weight) * 4])
}

/** A table of translations, word by word, in lower case; empty where there is no such file. */
export function translationTable(folder: string, name: string): Map<string, string> {
	return new Map(pairsOf(folder, name).map(([english, other]) => [english.toLowerCase(), other.toLowerCase()]))
}

function pairsOf(folder: string, name: string): [string, string][] {
	const file = join(folder, `${name}.tsv`)
	if (!existsSync(file)) return []
	return cellsOf(file)
		.slice(1)
		.map(([first = '', second = '']) => [first, second])
}
