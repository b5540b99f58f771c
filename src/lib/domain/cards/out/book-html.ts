import type { PageColours } from '../house-colours.ts'
import type { Page } from '../layout/page.ts'
import { element, htmlText, type Markup } from './markup.ts'
import { pageHtml } from './page-html.ts'
import { printStyle } from './print-style.ts'

/** A font as it stands in a document: its file as a data URL. */
export type EmbeddedFont = Readonly<{ family: string; href: string; weight?: string; range?: string }>

/** What a document of pages says beside them, in its reader's language. */
export type BookWords = Readonly<{ title: string; language: string; contents: string }>

/** One entry of the contents: a deliverable and its first page. */
function entriesOf(pages: readonly Page[]): Page[] {
	const seen = new Set<string>()
	return pages.filter(({ deliverable }) => !seen.has(deliverable) && seen.add(deliverable))
}

/**
 * Pages as one HTML document that needs nothing else: no server, no network, no script. Its policy forbids everything but its own styles, pictures and
 * fonts. The contents stand at the left, above the pages on a narrow screen; printed, it is the pages alone, each on its own sheet.
 */
export function bookHtml(
	pages: readonly Page[],
	colours: PageColours,
	fonts: { family: string; files: readonly EmbeddedFont[] },
	words: BookWords
): string {
	const ids = new Map(entriesOf(pages).map(({ deliverable }, at) => [deliverable, `d${at + 1}`]))
	const seen = new Set<string>()
	const sheets = pages.map((page) => {
		const isFirst = !seen.has(page.deliverable)
		seen.add(page.deliverable)
		const id = isFirst ? ids.get(page.deliverable) : undefined
		return element('div', { class: 'place', id, tabindex: isFirst ? '-1' : undefined }, [
			pageHtml(page, colours, fonts.family)
		])
	})
	const contents = element('nav', { 'aria-label': words.contents }, [
		element('p', { class: 'title' }, [words.title]),
		element(
			'ol',
			{},
			entriesOf(pages).map((page) =>
				element('li', {}, [
					element('a', { href: `#${ids.get(page.deliverable) ?? ''}` }, [page.label.replace(/ 1\/\d+$/, '')])
				])
			)
		)
	])
	const body: Markup = element('body', {}, [contents, element('main', { id: 'pages' }, sheets)])
	const head = element('head', {}, [
		element('meta', { charset: 'utf-8' }),
		element('meta', {
			'http-equiv': 'Content-Security-Policy',
			content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
		}),
		element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
		element('title', {}, [words.title])
	])
	// Styles are the project's own but for fonts and colours, which are checked where they are kept: nobody's text is in them.
	const style = `<style>${bookStyle(pages[0], colours, fonts)}</style>`
	return `<!doctype html>\n<html lang="${attribute(words.language)}">${htmlText(head).replace('</head>', `${style}</head>`)}${htmlText(body)}</html>\n`
}

function attribute(text: string): string {
	return text.replace(/[^A-Za-z0-9-]/g, '')
}

function bookStyle(
	page: Page | undefined,
	colours: PageColours,
	fonts: { family: string; files: readonly EmbeddedFont[] }
): string {
	const [width, height] = [page?.width ?? 595.28, page?.height ?? 841.89]
	const faces = fonts.files.map(
		({ family, href, weight, range }) =>
			`@font-face{font-family:'${family.replace(/[^\w -]/g, '')}';src:url(${href})${weight === undefined ? '' : `;font-weight:${weight}`}${range === undefined ? '' : `;unicode-range:${range}`}}`
	)
	// Narrow screens show a page smaller, in steps: there is no script to measure it.
	const steps = [0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44].map(
		(zoom) => `@media(max-width:${Math.ceil((width * 4) / 3 / (1 / (zoom + 0.08)) + 32)}px){.sheet{zoom:${zoom}}}`
	)
	return [
		...faces,
		`*{box-sizing:border-box}html{scroll-behavior:smooth;scroll-padding-top:16px}`,
		`body{margin:0;display:flex;background:#e4e7ee;color:${colours.ink};font-family:${fonts.family};font-size:15px;line-height:1.4}`,
		`nav{position:sticky;top:0;align-self:flex-start;flex:none;width:250px;height:100vh;overflow:auto;padding:20px 16px;background:#fff;border-right:1px solid ${colours.line}}`,
		`nav .title{margin:0 8px 12px;font-weight:700;overflow-wrap:anywhere}nav ol{margin:0;padding:0;list-style:none}`,
		`nav a{display:block;padding:6px 8px;border-radius:6px;color:${colours.ink};text-decoration:none;overflow-wrap:anywhere}nav a:hover{background:${colours['accent-soft']}}`,
		`nav a:focus-visible{outline:2px solid ${colours.accent}}`,
		`main{flex:1;min-width:0;padding:24px 16px;display:flex;flex-direction:column;align-items:center;gap:24px}`,
		`.place{outline:none;max-width:100%;overflow-x:auto}.sheet{box-shadow:0 4px 24px rgb(20 24 40/.16)}`,
		`.place:target .sheet{box-shadow:0 0 0 3px ${colours.accent},0 4px 24px rgb(20 24 40/.16)}`,
		`@media(max-width:${Math.ceil((width * 4) / 3 + 300)}px){body{display:block}nav{position:static;width:auto;height:auto;border-right:0;border-bottom:1px solid ${colours.line}}}`,
		...steps,
		printStyle(width, height),
		`@media print{html,body{display:block;background:none}nav{display:none}main{display:block;padding:0}.place{overflow:visible}.sheet,.place:target .sheet{box-shadow:none;zoom:1}}`
	].join('\n')
}
