import { svelte } from '@sveltejs/vite-plugin-svelte'
import UnoCSS from '@unocss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// A page of its own for measuring: the canvas, and plain Svelte Flow with the same cards. Never part of the app.
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	plugins: [
		UnoCSS(fileURLToPath(new URL('../../uno.config.ts', import.meta.url))),
		svelte({ configFile: false, compilerOptions: { runes: true } })
	],
	logLevel: 'error',
	worker: { format: 'es' },
	build: {
		target: 'es2023',
		outDir: fileURLToPath(new URL('../../node_modules/.cache/canvas-bench', import.meta.url)),
		emptyOutDir: true
	}
})
