import type { Markup } from '#lib/domain/cards/out/markup.ts'

const svgSpace = 'http://www.w3.org/2000/svg'

/** Markup as elements of the document. Texts become texts: nothing that anybody typed is read as markup. */
export function drawnMarkup(markup: Markup, inSvg = false): Element {
	const isSvg = inSvg || markup.tag === 'svg'
	const drawn = isSvg ? document.createElementNS(svgSpace, markup.tag) : document.createElement(markup.tag)
	for (const [name, value] of Object.entries(markup.attributes)) {
		if (name === 'style' && (drawn instanceof HTMLElement || drawn instanceof SVGElement)) drawn.style.cssText = value
		else drawn.setAttribute(name, value)
	}
	for (const child of markup.children) drawn.append(typeof child === 'string' ? child : drawnMarkup(child, isSvg))
	return drawn
}

/** Fills an element with markup. */
export function showMarkup(markup: readonly Markup[]) {
	return (host: HTMLElement) => host.replaceChildren(...markup.map((one) => drawnMarkup(one)))
}
