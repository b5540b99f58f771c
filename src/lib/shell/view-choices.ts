import { m } from '#lib/paraglide/messages.js'
import type { Preferences, Theme } from '#lib/state/preferences.svelte.ts'

const themes: readonly { theme: Theme; icon: string; label: () => string }[] = [
	{ theme: 'system', icon: 'i-lucide-monitor', label: m.shell_theme_system },
	{ theme: 'light', icon: 'i-lucide-sun', label: m.shell_theme_light },
	{ theme: 'dark', icon: 'i-lucide-moon', label: m.shell_theme_dark }
]
/** Languages are named in themselves, so that nobody gets stuck in one that they cannot read. */
const languages = [
	{ locale: 'en', label: m.language_en },
	{ locale: 'nl', label: m.language_nl },
	{ locale: 'zh-CN', label: m.language_zh }
] as const

/** The choices of language and theme, each with whether it is in force. */
export function viewChoices(preferences: Preferences) {
	return {
		languages: languages.map(({ locale, label }) => ({
			id: `language-${locale}`,
			label: label(),
			icon: 'i-lucide-languages',
			checked: preferences.locale === locale,
			run: () => preferences.setLocale(locale)
		})),
		themes: themes.map(({ theme, icon, label }) => ({
			id: `theme-${theme}`,
			label: label(),
			icon,
			checked: preferences.theme === theme,
			run: () => preferences.setTheme(theme)
		}))
	}
}
