import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The store, the document and what keeps one in the other, built like the app but as a page of its own that does not ship.
const root = fileURLToPath(new URL('.', import.meta.url))
const project = fileURLToPath(new URL('../../..', import.meta.url))

export default defineConfig({
	root,
	publicDir: `${project}/static`,
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	worker: { format: 'es' },
	build: { outDir: `${project}/test-results/scene`, emptyOutDir: true, target: 'es2023' }
})
