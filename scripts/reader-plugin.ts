import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import UnoCSS from '@unocss/vite'
import { build, type Plugin } from 'vite'

const name = 'virtual:reader'
const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Gives the app the program that shows a read-only share, as text (see src/reader): `import('virtual:reader')` is a module of one `Reader`. It is built when it is first
 * asked for, into one script without imports and one style sheet with its fonts and icons in it, so that it runs from a file without a server.
 */
export function readerPlugin(): Plugin {
	let made: Promise<string> | undefined
	return {
		name: 'reader',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		load: (id) => (id === `\0${name}` ? (made ??= readerModule()) : undefined)
	}
}

async function readerModule(): Promise<string> {
	const built = await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		plugins: [UnoCSS(), svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: {
			write: false,
			target: 'es2023',
			cssCodeSplit: false,
			assetsInlineLimit: Number.POSITIVE_INFINITY,
			modulePreload: false,
			rollupOptions: {
				input: `${root}src/reader/main.ts`,
				output: { format: 'iife', codeSplitting: false }
			}
		}
	})
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
	const scripts = outputs.filter((part) => part.type === 'chunk')
	if (scripts.length !== 1 || scripts[0] === undefined) throw new Error('The reader of shares must be one script')
	// Within HTML a script ends where its end tag stands, also in a string; and a reader of HTML turns returns into line feeds.
	const script = scripts[0].code
		.replace(/\r\n?/g, '\n')
		.replace(/<\/(script)/gi, '<\\/$1')
		.replace(/<!--/g, '<\\!--')
	const style = outputs
		.flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : []))
		.join('\n')
		.replace(/\r\n?/g, '\n')
		.replace(/<\/(style)/gi, '<\\/$1')
	const reader = { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) }
	return `export const reader = ${JSON.stringify(reader)}`
}

function hashOf(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
