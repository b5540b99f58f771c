import { escaped } from '../pictures/escaped.ts'

/** The program that shows a share, as text: a script and its styles, each with its hash as a policy names it ("sha256-…"). */
export type Reader = Readonly<{ script: string; style: string; scriptHash: string; styleHash: string }>

/** The id of the element that holds the data of a share. */
export const shareElement = 'share'

/**
 * A share as one HTML document. Its policy lets the one script run and forbids everything else: no network, no evaluation, no other script, no form. `data`
 * is the text of `shareText`. `withoutScript` is said where scripts do not run.
 */
export function shareHtml(
	reader: Reader,
	data: string,
	{ title, language, withoutScript }: Readonly<{ title: string; language: string; withoutScript: string }>
): string {
	const policy = [
		"default-src 'none'",
		`script-src '${reader.scriptHash}'`,
		// For browsers that do not know the two that follow.
		"style-src 'unsafe-inline'",
		`style-src-elem '${reader.styleHash}'`,
		"style-src-attr 'unsafe-inline'",
		'img-src data:',
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ')
	return [
		`<!doctype html>`,
		`<html lang="${language.replace(/[^A-Za-z0-9-]/g, '')}">`,
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">',
		`<title>${escaped(title)}</title>`,
		`<style>${reader.style}</style>`,
		'</head>',
		'<body>',
		`<noscript>${escaped(withoutScript)}</noscript>`,
		'<div id="reader"></div>',
		`<script type="application/json" id="${shareElement}">${data}</script>`,
		`<script>${reader.script}</script>`,
		'</body>',
		'</html>',
		''
	].join('\n')
}
