import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test.each([
	['<p>Fast &amp; fair</p><p>Thanks!<br>Really</p>', 'Fast & fair\n\nThanks!\nReally'],
	[
		'<p><span class="h-card"><a href="https://x/@an" class="u-url mention">@<span>an</span></a></span> slow</p>',
		'@an slow'
	],
	[
		'<a href="https://a.nl/x"><span class="invisible">https://</span><span class="ellipsis">a.nl/x</span></a>',
		'https://a.nl/x'
	],
	['a < b &lt;b&gt;bold&lt;/b&gt; &#128077; &#x1F600; &unknown; &amp;lt;', 'a < b <b>bold</b> 👍 😀 &unknown; &lt;'],
	['<script>alert("x > 1")</script>shown<style>p{}</style>', 'shown'],
	['<img src=x onerror="alert(1)">text<!-- <b>not</b> -->', 'text'],
	['<a title="1 > 0">link</a>', 'link'],
	['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'],
	['plain text, no markup', 'plain text, no markup'],
	['<![CDATA[raw <b>]]>', 'raw <b>'],
	['unfinished <b', 'unfinished'],
	['unfinished <!-- ', 'unfinished'],
	['&#0;&#xD800;&#1114112;', '���'],
	['', '']
])('%j', (html, text) => {
	expect(htmlText(html)).toBe(text)
})

test('long nonsense is read in no time that anybody would notice', () => {
	for (const piece of ['<', '<a ', '&#', '<!--', '<script>', '="', '<p '.repeat(3)]) {
		const text = htmlText(piece.repeat(100_000 / piece.length))
		expect(text.length).toBeLessThanOrEqual(100_000)
	}
})
