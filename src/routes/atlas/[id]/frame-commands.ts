import { nodeTables, type Atlas } from '#lib/domain/model/atlas.ts'
import { m } from '#lib/paraglide/messages.js'
import type { AtlasSession } from '#lib/state/atlas-session.svelte.ts'
import type { Command } from '#lib/state/commands.svelte.ts'
import { entityIcon } from '#lib/wording/labels.ts'
import { stepText } from '#lib/wording/step.ts'

/** Everything on the map by name: choosing one shows it there. */
export function thingCommands(atlas: Atlas, show: (id: string) => void): Command[] {
	return nodeTables.flatMap((table) =>
		[...atlas[table].values()].map(({ id, name }) => ({
			id: `thing-${id}`,
			title: name,
			group: m.shell_group_things(),
			icon: entityIcon[table],
			run: () => show(id)
		}))
	)
}

type Doing = Readonly<{
	share: () => void
	save: (withMentions: boolean) => Promise<void>
	openWorkshop: () => void
}>

/** What can be done on every page of an atlas. */
export function frameCommands(session: AtlasSession, doing: Doing): Command[] {
	return [
		{
			id: 'undo',
			title: session.undoStep ? m.shell_undo_step({ step: stepText(session.undoStep) }) : m.shell_undo(),
			group: m.shell_group_edit(),
			keys: 'Mod+Z',
			icon: 'i-lucide-undo-2',
			enabled: session.undoStep !== null,
			run: () => session.undo()
		},
		{
			id: 'redo',
			title: session.redoStep ? m.shell_redo_step({ step: stepText(session.redoStep) }) : m.shell_redo(),
			group: m.shell_group_edit(),
			keys: 'Mod+Shift+Z Mod+Y',
			icon: 'i-lucide-redo-2',
			enabled: session.redoStep !== null,
			run: () => session.redo()
		},
		{
			id: 'lens',
			title: `${m.lens_name()}: ${session.lens === 'today' ? m.lens_plan() : m.lens_today()}`,
			group: m.shell_group_view(),
			keys: 'Alt+L',
			icon: 'i-lucide-glasses',
			run: () => session.setLens(session.lens === 'today' ? 'plan' : 'today')
		},
		{
			id: 'share',
			title: m.share_command(),
			group: m.shell_group_edit(),
			icon: 'i-lucide-file-code-2',
			run: doing.share
		},
		{
			id: 'workshop',
			title: m.workshop_name(),
			group: m.shell_group_view(),
			keys: 'Alt+G',
			icon: 'i-lucide-timer',
			run: doing.openWorkshop
		},
		{
			id: 'save-file',
			title: m.shell_save_file(),
			group: m.shell_group_file(),
			keys: 'Mod+S',
			icon: 'i-lucide-download',
			run: () => void doing.save(false)
		},
		{
			id: 'save-file-mentions',
			title: m.shell_save_file_mentions(),
			group: m.shell_group_file(),
			icon: 'i-lucide-message-square-text',
			run: () => void doing.save(true)
		}
	]
}
