import type { Face } from './lines.ts'
import type { PageSetting } from './format.ts'
import type { Ink, TextRole } from './page.ts'

/** How one kind of text is set. */
export type TypeStyle = Readonly<{ role: TextRole; size: number; leading: number; face: Face; ink: Ink }>

const plain: Face = { weight: 400, italic: false }
const medium: Face = { weight: 600, italic: false }
const strong: Face = { weight: 700, italic: false }
const slanted: Face = { weight: 400, italic: true }

/**
 * Every size on a page, from the size of its plain text: a few steps, far enough apart to be told at a glance. `scale` sets all of it smaller;
 * nothing gets smaller than the page's least size, but for the foot, which says nothing that is not elsewhere.
 */
export function typeScale(setting: PageSetting, scale: number) {
	const base = setting.text * scale
	function style(role: TextRole, times: number, face: Face, ink: Ink, lead = 1.38): TypeStyle {
		const size = Math.max(base * times, role === 'foot' ? 6.5 : setting.least)
		return { role, size, leading: size * lead, face, ink }
	}
	return {
		base,
		kicker: style('p', 0.86, medium, 'accent-strong'),
		title: [2.5, 2.05, 1.7, 1.35].map((times) => style('h1', times, strong, 'ink', 1.16)),
		subtitle: style('p', 1.14, plain, 'muted'),
		quote: style('quote', 1.22, slanted, 'ink', 1.36),
		figure: style('p', 1.9, strong, 'ink', 1.15),
		h2: style('h2', 1.1, strong, 'accent-strong', 1.3),
		h3: style('h3', 0.92, medium, 'muted', 1.35),
		plain: style('p', 1, plain, 'ink'),
		strong: style('p', 1, medium, 'ink'),
		lead: style('p', 1.22, plain, 'ink', 1.42),
		item: style('li', 1, plain, 'ink'),
		note: style('p', 0.88, plain, 'muted'),
		aside: style('p', 1, plain, 'ink'),
		cell: style('p', 0.96, plain, 'ink', 1.32),
		foot: style('foot', 0.76, plain, 'faint')
	}
}
export type TypeScale = ReturnType<typeof typeScale>
