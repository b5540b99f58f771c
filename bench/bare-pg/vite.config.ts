import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// A page with the database and nothing else: what the start of the app is measured against.
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	publicDir: fileURLToPath(new URL('../../static', import.meta.url)),
	logLevel: 'error',
	worker: { format: 'es' },
	optimizeDeps: { exclude: ['@electric-sql/pglite'] },
	build: {
		target: 'es2023',
		outDir: fileURLToPath(new URL('../../node_modules/.cache/bare-pg', import.meta.url)),
		emptyOutDir: true
	}
})
