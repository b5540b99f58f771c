import extractorSvelte from '@unocss/extractor-svelte'
import { defineConfig, presetIcons, presetWind4 } from 'unocss'

const colors = Object.fromEntries(
	[
		...['bg', 'surface', 'raised', 'sunken', 'line', 'line-strong', 'ink', 'muted', 'faint', 'scrim'],
		...['accent', 'accent-ink', 'accent-soft', 'good', 'warn', 'bad', 'good-soft', 'warn-soft', 'bad-soft'],
		...['persona', 'value', 'need', 'channel', 'product'].flatMap((node) => [node, `${node}-soft`]),
		...['sent-1', 'sent-2', 'sent-3', 'sent-4', 'sent-5']
	].map((token) => [token, `var(--${token})`])
)
const statusColors = Object.fromEntries(
	['first', 'second', 'off', 'undelivered', 'unmet', 'unknown'].map((status) => [status, `var(--status-${status})`])
)

// One type scale and one spacing scale for the whole app; colours are the tokens of app.css and nothing else.
export default defineConfig({
	presets: [
		presetWind4({ preflights: { reset: true } }),
		presetIcons({ extraProperties: { display: 'inline-block', 'vertical-align': '-0.15em', 'flex-shrink': '0' } })
	],
	extractors: [extractorSvelte()],
	content: { pipeline: { include: [/\.(svelte|ts|html)($|\?)/] } },
	theme: {
		colors: { ...colors, ...statusColors },
		font: { sans: 'inherit' },
		text: {
			xs: { fontSize: '12px', lineHeight: '16px' },
			sm: { fontSize: '13px', lineHeight: '18px' },
			base: { fontSize: '14px', lineHeight: '20px' },
			lg: { fontSize: '16px', lineHeight: '24px' },
			xl: { fontSize: '20px', lineHeight: '28px' },
			'2xl': { fontSize: '26px', lineHeight: '32px' },
			'3xl': { fontSize: '34px', lineHeight: '40px' }
		}
	},
	shortcuts: {
		panel: 'bg-surface border border-line rounded-lg',
		'panel-title': 'text-base font-semibold text-ink',
		'field-label': 'text-sm font-medium text-muted',
		'field-box':
			'w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-base text-ink placeholder:text-faint focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-1',
		floating: 'bg-raised border border-line rounded-lg shadow-[var(--shadow-2)]',
		'menu-entry':
			'flex items-center gap-2 w-full px-2.5 py-1.5 rounded-md text-base text-left text-ink cursor-default select-none outline-none data-highlighted:bg-accent-soft hover:bg-accent-soft data-disabled:opacity-50'
	}
})
