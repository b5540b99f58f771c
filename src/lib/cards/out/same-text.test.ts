import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { textsOf, type Deliverable } from '#lib/domain/cards/block.ts'
import { pageColours, plainHouse } from '#lib/domain/cards/house-colours.ts'
import { pageSettings } from '#lib/domain/cards/layout/format.ts'
import { markShapes } from '#lib/domain/cards/layout/mark-shapes.ts'
import { layOut } from '#lib/domain/cards/layout/pages.ts'
import { bookHtml } from '#lib/domain/cards/out/book-html.ts'
import { markdownOf } from '#lib/domain/cards/out/markdown.ts'
import { pageSvg } from '#lib/domain/cards/out/page-svg.ts'
import { formats, type Format } from '#lib/domain/model/card-choice.ts'
import { cloudPicture } from '#lib/domain/pictures/cloud-picture.ts'
import type { Picture } from '#lib/domain/pictures/picture.ts'
import { overwriteGetLocale } from '#lib/paraglide/runtime.js'
import { contextOf, everyDeliverable, plainFurniture, plainTypesetter } from '#lib/wording/every-deliverable.ts'
import { slidesOf } from './make-slides.ts'

const colours = pageColours(plainHouse.primary, plainHouse.secondary)
const dot =
	'image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const odd = '客户 <b>& "quoted" | *star* _under_ `tick` [link](x) \u0001 #1'

const map: Picture = {
	width: 300,
	height: 200,
	title: 'Map',
	description: 'Two things',
	shapes: [
		{ type: 'path', d: 'M10 20C30 20 40 60 90 60', line: 'need', lineWidth: 2, opacity: 0.5, dashed: true },
		{ type: 'path', d: 'M100 50L160 50L180 70L160 90L100 90Z', fill: 'channel-soft', line: 'channel' },
		{ type: 'rect', x: 10, y: 120, width: 120, height: 40, radius: 20, fill: 'persona-soft', line: 'persona' },
		{ type: 'circle', x: 200, y: 100, radius: 8, fill: 'surface', line: 'channel' },
		{ type: 'text', x: 110, y: 75, text: odd, size: 12, tone: 'ink', bold: true }
	]
}

/** The worked case with texts that mean something to one format or another, in a name, a note and a decision. */
function deliverables(): Deliverable[] {
	overwriteGetLocale(() => 'en')
	const atlas = veldhaven()
	const [persona] = atlas.personas.values()
	if (persona === undefined) throw new Error('no persona')
	const [channel = ''] = [...atlas.prefers.values()].map((link) => link.channel)
	const [value = ''] = atlas.values.keys()
	const check = { id: channel, values: null, slogan: false, look: true, offer: false, note: odd }
	const own = { ...persona, name: odd, quote: 'A first line\nand a second', story: '1. not a list\n# not a heading' }
	const context = contextOf(
		{
			...atlas,
			personas: new Map([...atlas.personas, [persona.id, own]]),
			storyChecks: new Map([[channel, check]])
		},
		{
			echo: new Map([[value, { said: 3, denied: 1 }]]),
			heard: {
				mentions: 4,
				first: '2026-03-02T09:00:00Z',
				last: '2026-03-09T09:00:00Z',
				words: [{ word: odd, mentions: 3, sentiment: -0.8 }],
				cloud: cloudPicture(
					[{ word: odd, x: 150, y: 80, size: 40, width: 240 }],
					{ title: 'Words', description: 'One word' },
					{ stepOf: () => 1, markShare: 0.42, widthOf: (word, size) => word.length * size }
				)
			},
			notes: new Map([[persona.id, odd]]),
			drawMap: () => map
		}
	)
	return everyDeliverable(context)
}

/** Text as it is compared: without what breaks lines, and what no file can hold. */
function bare(text: string): string {
	return text.replace(/[\s\u0001]+/gu, '')
}

function expectSays(shown: string, wanted: readonly Deliverable[]): void {
	const said = bare(shown)
	for (const text of wanted.flatMap(textsOf)) expect(said).toContain(bare(text))
}

function unescaped(text: string): string {
	return text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'")
		.replace(/&amp;/g, '&')
}

function pagesOf(format: Format, wanted: readonly Deliverable[]) {
	return wanted.flatMap((one) => layOut(one, format, plainTypesetter, plainFurniture))
}

async function slides(format: Format, wanted: readonly Deliverable[]): Promise<Uint8Array> {
	return slidesOf(wanted, {
		format,
		furniture: plainFurniture,
		colours,
		set: plainTypesetter,
		typeface: 'Arial"><x',
		title: odd,
		pictureOf: () => dot,
		ondone: () => undefined
	})
}

const files: { deck: Uint8Array; wanted: Deliverable[] } = { deck: new Uint8Array(), wanted: [] }
beforeAll(async () => {
	files.wanted = deliverables()
	files.deck = await slides('a4-landscape', files.wanted)
}, 120_000)

test('an HTML file says everything, and nothing that anybody typed is markup in it', () => {
	const html = bookHtml(
		pagesOf('a4-portrait', files.wanted),
		colours,
		{ family: 'Arial', files: [] },
		{ title: odd, language: 'en', contents: 'Contents' }
	)
	expectSays(unescaped(html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]+>/g, '')), files.wanted)
	expect(html).not.toContain('<b>')
	expect(html).not.toMatch(/<script|\son\w+=|src="(?!data:)|url\((?!data:)/)
})

test('an SVG file of each page says everything', () => {
	const svg = pagesOf('slide', files.wanted)
		.map((page) => pageSvg(page, colours, 'Arial'))
		.join('')
	expectSays(unescaped(svg.replace(/<title>.*?<\/title>/gs, '').replace(/<[^>]+>/g, '')), files.wanted)
})

test('a Markdown document says everything as text', () => {
	const text = markdownOf(files.wanted, plainFurniture)
	expectSays(
		text
			.replace(/^> ?/gm, '')
			.replace(/&amp;/g, '&')
			.replace(/\\([\\`*_[\]<>|~#.+-])/g, '$1'),
		files.wanted
	)
	expect(text).toContain('\\<b\\>')
	expect(text).toMatch(/\n\| --- \| --- \|/)
	expect(text).toContain('1\\. not a list\n\n\\# not a heading')
})

test('slides say everything as text that can be edited, with the evidence in the notes', () => {
	const parts = unzipSync(files.deck)
	const slidesXml = Object.entries(parts).filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
	expect(slidesXml.length).toBe(pagesOf('a4-landscape', files.wanted).length)
	const marks = new RegExp(
		`<a:t>[${Object.values(markShapes)
			.map(({ character }) => character)
			.join('')}] ?</a:t>`,
		'g'
	)
	const texts = slidesXml.map(([, bytes]) => strFromU8(bytes).replace(marks, '')).join('')
	expectSays(
		unescaped([...texts.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text ?? '').join('\n')),
		files.wanted
	)
	expect(texts).toContain('<a:tbl>')
	expect(texts).toContain('<a:custGeom>')
	expect(texts).not.toMatch(/<\/a:r><a:pPr/)
	expect(texts).toContain('<a:ea typeface="Microsoft YaHei"')
	const notes = Object.entries(parts).filter(([path]) => path.startsWith('ppt/notesSlides/notesSlide'))
	const said = unescaped(notes.map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, '')).join(''))
	for (const { evidence } of files.wanted) for (const line of evidence) expect(bare(said)).toContain(bare(line))
	for (const [, bytes] of slidesXml) {
		const ids = [...strFromU8(bytes).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
		expect(new Set(ids).size).toBe(ids.length)
	}
})

function has(command: string): boolean {
	return spawnSync(command, ['--version']).error === undefined
}

test.skipIf(!has('python3'))('every part of the slides is well-formed XML, by a reader that is not ours', () => {
	const folder = mkdtempSync(join(tmpdir(), 'cards-'))
	try {
		const path = join(folder, 'deck.pptx')
		writeFileSync(path, files.deck)
		const script = `import sys,zipfile,xml.dom.minidom
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
n=0
for name in z.namelist():
    if name.endswith(('.xml','.rels')):
        xml.dom.minidom.parseString(z.read(name)); n+=1
print(n)`
		expect(Number(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }))).toBeGreaterThan(20)
	} finally {
		rmSync(folder, { recursive: true })
	}
})

test.skipIf(!has('soffice') || !has('pdftotext') || !has('pdfinfo'))(
	'LibreOffice opens the slides: one page each, of the right size, saying the same, in Chinese too',
	{ timeout: 300_000 },
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'cards-'))
		try {
			writeFileSync(join(folder, 'deck.pptx'), files.deck)
			execFileSync(
				'soffice',
				[
					'--headless',
					`-env:UserInstallation=file://${folder}/profile`,
					'--convert-to',
					'pdf',
					'--outdir',
					folder,
					join(folder, 'deck.pptx')
				],
				{ stdio: 'ignore' }
			)
			if (process.env.KEEP_DECK) writeFileSync(process.env.KEEP_DECK, readFileSync(join(folder, 'deck.pdf')))
			const info = execFileSync('pdfinfo', [join(folder, 'deck.pdf')], { encoding: 'utf8' })
			const { width, height } = pageSettings['a4-landscape']
			const [, wide, high] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? []
			expect(Math.abs(Number(wide) - width)).toBeLessThan(1)
			expect(Math.abs(Number(high) - height)).toBeLessThan(1)
			expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBe(pagesOf('a4-landscape', files.wanted).length)
			const text = execFileSync('pdftotext', ['-raw', join(folder, 'deck.pdf'), '-'], { encoding: 'utf8' })
			const titles = files.wanted.map(({ title }) => title)
			for (const title of titles) expect(bare(text)).toContain(bare(title))
			expect(text).toContain('客户')
		} finally {
			rmSync(folder, { recursive: true })
		}
	}
)

test(
	'a deck of every size of page is made of 40 needs, of none, and of long Chinese and Dutch names',
	{ timeout: 120_000 },
	async () => {
		const atlas = veldhaven()
		const [persona] = atlas.personas.values()
		if (persona === undefined) throw new Error('no persona')
		for (const [at, name] of [
			'了解租房者是否需要家财险'.repeat(16),
			`${'Aansprakelijkheidsverzekering'.repeat(6)}`,
			'A'
		].entries()) {
			const own = { ...persona, name }
			const context = contextOf({
				...atlas,
				personas: new Map([[persona.id, own]]),
				has: at === 2 ? new Map() : atlas.has
			})
			const wanted = everyDeliverable(context)
			const parts = unzipSync(await slides(formats[at] ?? 'slide', wanted))
			const texts = Object.entries(parts)
				.flatMap(([path, bytes]) => (path.startsWith('ppt/slides/slide') ? [strFromU8(bytes)] : []))
				.join('')
			expect(texts).toContain(name)
		}
	}
)

test('the flow, the words, the echo of a value and a channel out of step are said by the deliverables that they belong to', () => {
	const said = (id: string) => files.wanted.filter((one) => one.id === id).flatMap(textsOf)
	expect(said('_flow')).toContain('No product')
	expect(said('_flow').some((text) => text.includes('…'))).toBe(true)
	expect(said('_flow')).toContain('Know what contents insurance costs me')
	expect(said('_cloud')).toEqual(expect.arrayContaining([odd, '▼', '▼ very negative', 'said 3×, denied 1×']))
	const card = files.wanted.filter(({ kind }) => kind === 'card').flatMap(textsOf)
	expect(card).toContain('said 3×, denied 1×')
	expect(card.some((text) => text.includes('tells another story than the other channels: Slogan and Offer.'))).toBe(
		true
	)
	expect(said('_frame')).toEqual(expect.arrayContaining(['The same-story check', 'Slogan and Offer', odd]))
})
