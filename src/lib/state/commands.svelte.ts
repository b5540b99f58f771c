import { SvelteSet } from 'svelte/reactivity'

/** Something that can be done from the palette, by its shortcut and by whatever button names it. */
export type Command = {
	readonly id: string
	readonly title: string
	/** The heading it stands under in the palette. */
	readonly group: string
	/** `Mod+K`, `Shift+1`, `n`, `?`, `Delete`; Mod is Ctrl, on a Mac Cmd. Several ways are separated by a space. */
	readonly keys?: string
	readonly icon?: string
	readonly enabled?: boolean
	run(): void
}

/** All commands that can be given now. Components register what they offer for as long as they are there. */
export class Commands {
	#sources = new SvelteSet<() => readonly Command[]>()
	/** A shortcut that was pressed before what it asks for was there, as while an atlas opens. */
	#early: KeyboardEvent | null = null

	/** Adds commands; `source` is read whenever they are shown or a key is pressed. Returns the function that takes them out. */
	add(source: () => readonly Command[]): () => void {
		this.#sources.add(source)
		// Whoever registers is still being set up.
		if (this.#early !== null) queueMicrotask(() => this.#answerEarly())
		return () => this.#sources.delete(source)
	}

	/** Registers commands for as long as the calling component lives. Call it while the component is set up. */
	register(source: () => readonly Command[]): void {
		$effect.pre(() => this.add(source))
	}

	get all(): readonly Command[] {
		return [...this.#sources].flatMap((source) => [...source()])
	}

	/** Keeps a shortcut that nothing answers yet, until something does; null: it is no longer meant. */
	keepEarly(event: KeyboardEvent | null): void {
		this.#early = event
	}

	#answerEarly(): void {
		const command = this.#early && this.commandFor(this.#early)
		if (!command) return
		this.#early = null
		command.run()
	}

	/** The command that a key press asks for, or null. */
	commandFor(event: KeyboardEvent): Command | null {
		if (event.isComposing) return null
		return (
			this.all.find(
				(command) => command.enabled !== false && command.keys?.split(' ').some((keys) => matchesKeys(event, keys))
			) ?? null
		)
	}
}

/** Whether the platform's command key is Cmd rather than Ctrl. */
export function usesCommandKey(): boolean {
	return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

/** Whether a key press is the one described, such as `Mod+Shift+Z`. Shift is not asked of signs that need it anyway, such as `?`. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
	const parts = keys.split('+')
	const key = parts.pop() || '+'
	const mod = parts.includes('Mod')
	const pressedMod = usesCommandKey() ? event.metaKey : event.ctrlKey
	const otherMod = usesCommandKey() ? event.ctrlKey : event.metaKey
	if (mod !== pressedMod || otherMod) return false
	if (parts.includes('Alt') !== event.altKey) return false
	const isSign = key.length === 1 && !/[a-z0-9]/i.test(key)
	if (!isSign && parts.includes('Shift') !== event.shiftKey) return false
	if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || (event.key === key && !parts.includes('Shift'))
	return event.key.toLowerCase() === key.toLowerCase() || (event.altKey && event.code === `Key${key.toUpperCase()}`)
}

/** The keys as people read them on this machine: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export function keysText(keys: string): string {
	const first = keys.split(' ')[0] ?? keys
	if (!usesCommandKey()) return first.replace('Mod', 'Ctrl')
	return first.replaceAll('+', '').replace('Shift', '⇧').replace('Alt', '⌥').replace('Mod', '⌘')
}
