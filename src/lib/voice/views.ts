/** The views of the voice page; the address names them as `?view=`. */
export const voiceViews = ['words', 'time', 'groups', 'echo', 'sources'] as const
export type VoiceView = (typeof voiceViews)[number]

/** The view that an address asks for; the words where it asks for none that there is. */
export function viewNamed(name: string | null): VoiceView {
	return voiceViews.find((view) => view === name) ?? 'words'
}
