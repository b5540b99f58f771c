import { m } from '#lib/paraglide/messages.js'
import type { OutKind } from './out-request.ts'

/** Every kind of file, in the order in which they are offered. */
export const outFormats: readonly Readonly<{
	kind: OutKind | 'pdf'
	icon: string
	title: () => string
	text: () => string
}>[] = [
	{ kind: 'pdf', icon: 'i-lucide-printer', title: m.cards_pdf_title, text: m.cards_pdf_text },
	{ kind: 'pptx', icon: 'i-lucide-presentation', title: m.cards_pptx_title, text: m.cards_pptx_text },
	{ kind: 'html', icon: 'i-lucide-globe', title: m.cards_html_title, text: m.cards_html_text },
	{ kind: 'png', icon: 'i-lucide-image', title: m.cards_png_title, text: m.cards_png_text },
	{ kind: 'svg', icon: 'i-lucide-pen-tool', title: m.cards_svg_title, text: m.cards_svg_text },
	{ kind: 'markdown', icon: 'i-lucide-file-text', title: m.cards_markdown_title, text: m.cards_markdown_text }
]
