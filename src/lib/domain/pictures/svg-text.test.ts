import { expect, test } from 'vitest'
import { escaped } from './escaped.ts'
import type { Picture } from './picture.ts'
import { svgText } from './svg-text.ts'
import { cutToFit, linesToFit, textWidth } from './text-fit.ts'

const picture: Picture = {
	width: 100,
	height: 50.125,
	title: 'A & B',
	description: '<b>no markup</b>',
	shapes: [
		{ type: 'rect', x: 1, y: 2, width: 1 / 3, height: 4, fill: 'accent', line: 'ink', dashed: true, radius: 2 },
		{ type: 'circle', x: 5, y: 6, radius: 7, fill: 'status-off', opacity: 0.5 },
		{ type: 'path', d: 'M0,0L1,1', line: 'line', lineWidth: 2 },
		{ type: 'text', x: 9, y: 10, text: '"客服" <x>\u0000', size: 12, tone: 'ink', bold: true, anchor: 'middle' }
	]
}

test('a picture is written as SVG with text as text', () => {
	const text = svgText(picture)
	expect(text).toContain('viewBox="0 0 100 50.13"')
	expect(text).toContain('<title>A &amp; B</title>')
	expect(text).toContain('<desc>&lt;b&gt;no markup&lt;/b&gt;</desc>')
	expect(text).toContain(
		'<rect x="1" y="2" width="0.33" height="4" rx="2" fill="#2f4bd8" stroke="#161a23" stroke-width="1" stroke-dasharray="4 3"/>'
	)
	expect(text).toContain('<circle cx="5" cy="6" r="7" fill="#b35309" opacity="0.5"/>')
	expect(text).toContain('<path d="M0,0L1,1" fill="none" stroke="#d5d9e2" stroke-width="2"/>')
	expect(text).toContain('font-weight="600" text-anchor="middle">&quot;客服&quot; &lt;x&gt;</text>')
	expect(svgText(picture)).toBe(text)
})

test('what XML cannot hold is left out, and nothing can end a tag', () => {
	expect(escaped('a\u0001b]]></text><script>')).toBe('ab]]&gt;&lt;/text&gt;&lt;script&gt;')
})

test('text is cut to a width with an ellipsis, whole characters at a time', () => {
	expect(cutToFit('Website', 200, 12)).toBe('Website')
	const cut = cutToFit('A name that is far too long for its place', 100, 12)
	expect(cut).toMatch(/^A name.*…$/)
	expect(textWidth(cut, 12)).toBeLessThanOrEqual(100)
	expect(cutToFit('客户服务中心', 40, 12)).toBe('客户…')
	expect(cutToFit('anything', 3, 12)).toBe('')
})

test('text is broken into lines at spaces, and anywhere between Chinese characters', () => {
	expect(linesToFit('Find out what it costs', 60, 12, 3)).toEqual(['Find out', 'what it', 'costs'])
	expect(linesToFit('了解租房者是否需要保险', 50, 12, 3)).toEqual(['了解租房', '者是否需', '要保险'])
	const lines = linesToFit('one two three four five six seven', 60, 12, 2)
	expect(lines).toHaveLength(2)
	expect(lines[1]).toMatch(/…$/)
	for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(60)
})
