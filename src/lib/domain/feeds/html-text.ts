/** Named characters that posts use; every other one stays as it is written. */
const named: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', mdash: '—', ndash: '–', copy: '©' },
	...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', middot: '·', bull: '•', euro: '€' },
	...{
		reg: '®',
		trade: '™',
		deg: '°',
		pound: '£',
		yen: '¥',
		times: '×',
		shy: '',
		zwnj: '',
		zwj: '',
		ensp: ' ',
		emsp: ' '
	},
	...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', aacute: 'á', agrave: 'à', acirc: 'â', auml: 'ä', iuml: 'ï' },
	...{ ouml: 'ö', oacute: 'ó', ocirc: 'ô', uuml: 'ü', uacute: 'ú', ccedil: 'ç', ntilde: 'ñ', szlig: 'ß', oelig: 'œ' }
}
/** Elements whose content is not what anybody said. */
const silent = new Set([
	'script',
	'style',
	'template',
	'noscript',
	'title',
	'head',
	'iframe',
	'object',
	'svg',
	'math',
	'textarea'
])
const blocks = new Set([
	'p',
	'div',
	'li',
	'ul',
	'ol',
	'blockquote',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'tr',
	'table',
	'pre',
	'section',
	'article',
	'figure',
	'hr',
	'dt',
	'dd'
])

/**
 * The text of a piece of HTML, as a reader would see it: paragraphs and line breaks become line ends, scripts and styles are left out, named and
 * numbered characters become what they stand for. Nothing is run or loaded, and it works where there is no DOM, as in a worker. What comes out
 * is text: "&lt;b&gt;" becomes "<b>" and is shown as such.
 */
export function htmlText(html: string): string {
	let text = ''
	let at = 0
	while (at < html.length) {
		const open = html.indexOf('<', at)
		text += decoded(html.slice(at, open < 0 ? html.length : open).replace(/\s+/g, ' '))
		if (open < 0) break
		if (html.startsWith('<!--', open)) {
			const end = html.indexOf('-->', open + 4)
			at = end < 0 ? html.length : end + 3
			continue
		}
		if (html.startsWith('<![CDATA[', open)) {
			const end = html.indexOf(']]>', open)
			text += html.slice(open + 9, end < 0 ? html.length : end)
			at = end < 0 ? html.length : end + 3
			continue
		}
		const name = /^<[/]?([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase()
		if (name === undefined) {
			// "a < b" is text; declarations such as <!doctype> are not.
			const isDeclaration = /^<[!?/]/.test(html.slice(open, open + 2))
			const end = isDeclaration ? html.indexOf('>', open) : -1
			if (!isDeclaration) text += '<'
			at = isDeclaration ? (end < 0 ? html.length : end + 1) : open + 1
			continue
		}
		const isEnd = html[open + 1] === '/'
		at = endOfTag(html, open)
		if (name === 'br') text += '\n'
		else if (blocks.has(name)) text += isEnd || name === 'hr' ? '\n\n' : '\n'
		else if (name === 'td' || name === 'th') text += ' '
		else if (silent.has(name) && !isEnd && html[at - 2] !== '/') at = endOfElement(html, at, name)
	}
	return text
		.replace(/[ \t\u00a0]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()
}

/** The place after a tag's closing bracket; brackets within quoted attributes do not count. */
function endOfTag(html: string, open: number): number {
	let quote = ''
	for (let at = open + 1; at < html.length; at += 1) {
		const sign = html.charAt(at)
		if (quote !== '') {
			if (sign === quote) quote = ''
		} else if (sign === '>') return at + 1
		else if ((sign === '"' || sign === "'") && html.charAt(at - 1).match(/[=\s]/)) quote = sign
	}
	return html.length
}

function endOfElement(html: string, from: number, name: string): number {
	const found = new RegExp(`</${name}[^>]*>`, 'i').exec(html.slice(from))
	return found === null ? html.length : from + found.index + found[0].length
}

function decoded(text: string): string {
	if (!text.includes('&')) return text
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g,
		(whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
			if (name !== undefined) return Object.hasOwn(named, name) && whole.endsWith(';') ? (named[name] ?? whole) : whole
			const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
			const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
			return isCharacter ? String.fromCodePoint(code) : '\ufffd'
		}
	)
}
