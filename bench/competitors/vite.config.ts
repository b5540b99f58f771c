import UnoCSS from '@unocss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The page of the tools that the canvas is measured against. Their packages are in this folder and nowhere else.
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	plugins: [UnoCSS(fileURLToPath(new URL('../../uno.config.ts', import.meta.url)))],
	// Every React package begins with 'use client', and each would be a warning.
	logLevel: 'error',
	define: { 'process.env.IS_PREACT': '"false"' },
	build: {
		target: 'es2023',
		outDir: fileURLToPath(new URL('../../node_modules/.cache/canvas-competitors', import.meta.url)),
		emptyOutDir: true,
		chunkSizeWarningLimit: 10_000
	}
})
