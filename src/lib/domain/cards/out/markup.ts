import { escaped, length } from '../../pictures/escaped.ts'

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
