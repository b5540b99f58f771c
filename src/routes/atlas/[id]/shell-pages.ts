import { m } from '#lib/paraglide/messages.js'
import type { ShellPage } from '#lib/shell/shell-page.ts'
import { pagePath, wallPath } from '../../paths.ts'

/** The pages of an atlas in the order of the rail. */
export function shellPages(atlas: string): ShellPage[] {
	return [
		{ id: 'map', label: m.shell_map(), icon: 'i-lucide-waypoints', path: pagePath(atlas, 'map'), keys: 'Alt+1' },
		{
			id: 'outline',
			label: m.shell_outline(),
			icon: 'i-lucide-list-tree',
			path: pagePath(atlas, 'outline'),
			keys: 'Alt+6'
		},
		{
			id: 'coverage',
			label: m.shell_coverage(),
			icon: 'i-lucide-grid-3x3',
			path: pagePath(atlas, 'coverage'),
			keys: 'Alt+2'
		},
		{
			id: 'cards',
			label: m.shell_cards(),
			icon: 'i-lucide-id-card',
			path: pagePath(atlas, 'cards'),
			keys: 'Alt+7'
		},
		{
			id: 'voice',
			label: m.shell_voice(),
			icon: 'i-lucide-message-circle-heart',
			path: pagePath(atlas, 'voice'),
			keys: 'Alt+3'
		},
		{
			id: 'frame',
			label: m.frame_name(),
			icon: 'i-lucide-compass',
			path: pagePath(atlas, 'frame'),
			keys: 'Alt+8'
		},
		{ id: 'data', label: m.shell_data(), icon: 'i-lucide-table-2', path: pagePath(atlas, 'data'), keys: 'Alt+4' },
		{
			id: 'wall',
			label: m.shell_wall(),
			icon: 'i-lucide-presentation',
			path: wallPath(atlas),
			keys: 'Alt+5',
			apart: true
		}
	]
}
