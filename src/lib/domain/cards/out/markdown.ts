import type { Block, Cell, Deliverable, Figure, Table } from '../block.ts'
import { markShapes } from '../layout/mark-shapes.ts'

/** Deliverables as one Markdown document: headings, lists and tables; what a drawing says as the list of its texts. */
export function markdownOf(
	deliverables: readonly Deliverable[],
	furniture: { footer: string; confidentiality: string; date: string }
): string {
	const foot = [furniture.footer, furniture.confidentiality, furniture.date].filter((text) => text.trim() !== '')
	const parts = deliverables.map(deliverableText)
	if (foot.length > 0) parts.push(foot.map(inline).join(' · '))
	return `${parts.join('\n\n---\n\n')}\n`
}

function deliverableText(deliverable: Deliverable): string {
	const { kicker, title, subtitle, quote, figures, sections, evidence, foot } = deliverable
	return [
		inline(kicker),
		`# ${inline(title)}`,
		inline(subtitle),
		quote.trim() === '' ? '' : quoted(quote),
		figures.map((figure) => `- ${figureText(figure)}`).join('\n'),
		...sections.flatMap(({ blocks }) => blocks.map(blockText)),
		foot === '' ? '' : `*${inline(foot)}*`,
		evidence.length === 0 ? '' : evidence.map((line) => `> - ${inline(line)}`).join('\n')
	]
		.filter((part) => part !== '')
		.join('\n\n')
}

function figureText({ label, value, note = '' }: Figure): string {
	return `${inline(label)}: **${inline(value)}**${note === '' ? '' : ` (${inline(note)})`}`
}

function blockText(block: Block): string {
	switch (block.type) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${inline(block.text)}`
		case 'text':
			return block.look === 'quote' || block.look === 'aside' ? quoted(block.text) : paragraphs(block.text)
		case 'list':
			return block.items
				.map(({ lead = '', text, mark }, at) => {
					const sign = mark === undefined ? '' : `${markShapes[mark].character} `
					const strong = lead === '' ? '' : `**${inline(lead)}** `
					return `${block.numbered === true ? `${at + 1}.` : '-'} ${sign}${strong}${inline(text)}`
				})
				.join('\n')
		case 'table':
			return tableText(block)
		case 'badges':
			return block.items
				.map(({ text, note = '' }) => `- ${inline(text)}${note === '' ? '' : ` – ${inline(note)}`}`)
				.join('\n')
		case 'bars':
			return block.items.map((figure) => `- ${figureText(figure)}`).join('\n')
		case 'picture':
			return block.picture.shapes
				.flatMap((shape) => (shape.type === 'text' ? [`- ${inline(shape.text)}`] : []))
				.join('\n')
	}
}

const rules = { start: '---', middle: ':-:', end: '--:' } as const

function tableText({ columns, rows }: Table): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
	return [
		line(columns.map(({ label }) => inline(label))),
		line(columns.map(({ align = 'start' }) => rules[align])),
		...rows.map((row) => line(row.map(cellText)))
	].join('\n')
}

function cellText({ text, mark }: Cell): string {
	return [mark === undefined ? '' : markShapes[mark].character, inline(text)].filter((part) => part !== '').join(' ')
}

function quoted(text: string): string {
	return paragraphs(text)
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n')
}

function paragraphs(text: string): string {
	return text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map(inline)
		.filter((part) => part !== '')
		.join('\n\n')
}

/** Text of one line, in which nothing means anything to Markdown or HTML. */
function inline(text: string): string {
	const plain = text.replace(/\s+/gu, ' ').trim()
	return plain
		.replace(/[\\`*_[\]<>|~#]/g, '\\$&')
		.replace(/&(?=#?\w+;)/g, '&amp;')
		.replace(/^([-+]|\d+[.)])(?=\s|$)/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
}
