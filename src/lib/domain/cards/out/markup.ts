/** An element of HTML or SVG as a plain value. Whoever draws it writes texts as texts: there is no way to put markup into it. */
export type Markup = Readonly<{
	tag: string
	attributes: Readonly<Record<string, string>>
	children: readonly (Markup | string)[]
}>

/** An element; attributes that are undefined are left out. */
export function element(
	tag: string,
	attributes: Readonly<Record<string, string | number | undefined>>,
	children: readonly (Markup | string)[] = []
): Markup {
	const written = Object.entries(attributes).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, typeof value === 'number' ? length(value) : value] as const]
	)
	return { tag, attributes: Object.fromEntries(written), children }
}

/** A length with at most two decimals: more is noise in a file. */
export function length(value: number): string {
	return String(Math.round(value * 100) / 100)
}

/** Text as it may stand in HTML and XML: marks escaped, characters that XML has not left out. */
export function escaped(text: string): string {
	return text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
}

const empty = new Set(['img', 'meta', 'link', 'br', 'hr'])

/** Markup as the text of an HTML document. */
export function htmlText(node: Markup | string): string {
	if (typeof node === 'string') return escaped(node)
	const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
	if (empty.has(node.tag)) return `<${node.tag}${attributes.join('')}>`
	return `<${node.tag}${attributes.join('')}>${node.children.map(htmlText).join('')}</${node.tag}>`
}

/** Markup as the text of an XML document such as SVG. */
export function xmlText(node: Markup | string): string {
	if (typeof node === 'string') return escaped(node)
	const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
	if (node.children.length === 0) return `<${node.tag}${attributes.join('')}/>`
	return `<${node.tag}${attributes.join('')}>${node.children.map(xmlText).join('')}</${node.tag}>`
}
