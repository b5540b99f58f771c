import { sveltekit } from '@sveltejs/kit/vite'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import adapter from '@sveltejs/adapter-static'
import { playwright } from '@vitest/browser-playwright'
import UnoCSS from '@unocss/vite'
import { defineConfig } from 'vitest/config'
import { readerPlugin } from './scripts/reader-plugin.ts'

// SvelteKit 3 refuses to start when svelte.config.js exists: its options stand here, in sveltekit({...}).
// `npm run sync` compiles the messages before every build and test. Paraglide's plugin, which compiles them again, is for the
// development server alone: it doubles the time of a build, and under Vitest it keeps a handle open for ten seconds.
export default defineConfig(({ command }) => ({
	plugins: [
		UnoCSS(),
		readerPlugin(),
		...(command === 'build' || process.env.VITEST !== undefined
			? []
			: [
					paraglideVitePlugin({
						project: './project.inlang',
						outdir: './src/lib/paraglide',
						strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
						emitTsDeclarations: true
					})
				]),
		sveltekit({
			compilerOptions: { runes: true },
			adapter: adapter({ fallback: 'index.html', strict: false }),
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self', 'wasm-unsafe-eval'],
					'worker-src': ['self'],
					'connect-src': ['self'],
					'style-src': ['self', 'unsafe-inline'],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'manifest-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['none']
				}
			}
		})
	],
	worker: { format: 'es' },
	optimizeDeps: {
		exclude: ['@electric-sql/pglite', '@electric-sql/pglite-tools']
	},
	build: { target: 'es2023' },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// Property tests run thousands of cases; a slow machine must not turn that into a failure.
					testTimeout: 120_000,
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts', 'src/lib/store/**']
				}
			},
			{
				extends: true,
				test: {
					name: 'store',
					environment: 'node',
					include: ['src/lib/store/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			},
			{
				extends: true,
				optimizeDeps: { include: ['d3-cloud', 'yjs', 'zod', 'bits-ui', '@xyflow/svelte'] },
				test: {
					name: 'component',
					include: ['src/**/*.svelte.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
								args: ['--no-sandbox', '--disable-background-networking', '--disable-quic']
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
}))
