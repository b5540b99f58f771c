import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

// Who may know whom. `#` begins a comment in `group` patterns, which then check nothing: so these are regular expressions.
const subjects = [
	'canvas',
	'outline',
	'workshop',
	'coverage',
	'cards',
	'voice',
	'wall',
	'frame',
	'data',
	'home',
	'shell'
]

/** Forbids imports that match `regex` in a layer, with a message that says where the code belongs. */
function forbid(files, patterns, ignores = []) {
	return {
		files,
		ignores: ['**/*.test.ts', '**/*.svelte.test.ts', ...ignores],
		rules: { 'no-restricted-imports': ['error', { patterns }] }
	}
}

const pgliteOnlyInStore = {
	regex: '^@electric-sql/',
	message: 'Only src/lib/store speaks to the database: add a method to its Store.'
}
const flowOnlyInCanvas = {
	regex: '^@xyflow/',
	message: 'Only src/lib/canvas knows Svelte Flow, so that its next version is one folder’s work.'
}
const yjsOnlyInDocument = {
	regex: '^(yjs|y-protocols|lib0)',
	message: 'Only src/lib/document knows Yjs: add a method to AtlasDocument.'
}
const outsidersOfUi = [pgliteOnlyInStore, flowOnlyInCanvas, yjsOnlyInDocument]

export default ts.config(
	{
		ignores: [
			'build',
			'.svelte-kit',
			'src/lib/paraglide',
			'node_modules',
			'test-results',
			'static',
			'bench/competitors'
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
		rules: {
			// Local sets and maps are computed with, not shown; what is shown is a rune or a SvelteSet.
			'svelte/prefer-svelte-reactivity': 'off',
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			// Static app at the root of its origin: links are resolved where they are made, by routes/paths.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' }
			]
		}
	},
	forbid(
		['src/lib/domain/**'],
		[
			{
				regex: '^(?!\\.|zod$|#lib/domain/)',
				message:
					'The domain knows zod only. Rules stay here; storage belongs in store/, Yjs in document/, sentences in wording/, components in a subject folder.'
			},
			{
				regex: '^(\\.\\./)+(document|store|state|canvas|coverage/.*svelte|voice|wall|ui|wording)/',
				message: 'The domain knows no other layer.'
			}
		],
		// Test support: what reads the worked case from its file, and random values. The flow's layout is d3-sankey's: pure mathematics.
		['src/lib/domain/**/worked-case.ts', 'src/lib/domain/**/*.arbitrary.ts', 'src/lib/domain/pictures/flow-layout.ts']
	),
	forbid(
		['src/lib/document/**'],
		[
			{
				regex: '^#lib/(?!domain/)',
				message: 'The document knows the domain and Yjs only: what shows it belongs in state/.'
			},
			pgliteOnlyInStore,
			flowOnlyInCanvas
		]
	),
	forbid(
		['src/lib/store/**'],
		[
			{
				regex: '^#lib/(?!domain/|document/|store/)',
				message: 'The store knows domain and document only: what shows it belongs in state/.'
			},
			flowOnlyInCanvas
		]
	),
	forbid(
		['src/lib/state/**'],
		[
			{
				regex: '^#lib/(?!domain/|document/|store/|state/|wording/|paraglide/)',
				message: 'State is shown by subject folders and knows none of them: move the component code there.'
			},
			...outsidersOfUi
		]
	),
	forbid(
		['src/lib/wording/**'],
		[
			{
				regex: '^#lib/(?!domain/|wording/|paraglide/)',
				message: 'Wording turns domain values into sentences and knows nothing else.'
			},
			...outsidersOfUi
		]
	),
	forbid(
		['src/lib/ui/**'],
		[
			{
				regex: '^#lib/(?!ui/)',
				message: 'ui/ knows no business word: pass texts and callbacks in, or move the component to its subject.'
			},
			...outsidersOfUi
		]
	),
	forbid(
		['src/lib/fields/**'],
		[
			{
				regex: '^#lib/(?!domain/|fields/|state/|ui/|wording/|paraglide/)',
				message: 'Fields are shown by several subject folders and know none of them.'
			},
			...outsidersOfUi
		]
	),
	...subjects.map((subject) =>
		forbid(
			[`src/lib/${subject}/**`],
			[
				{
					regex: `^#lib/(${subjects.filter((other) => other !== subject).join('|')})/`,
					message:
						'Subject folders do not import each other: compose them in a route, or move what both need to domain/, state/, wording/ or ui/.'
				},
				...outsidersOfUi.filter((rule) => !(subject === 'canvas' && rule === flowOnlyInCanvas))
			]
		)
	),
	{
		files: ['scripts/**', 'bench/**', '*.js', '*.ts'],
		rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
	}
)
