import { usesCommandKey } from '#lib/state/commands.svelte.ts'
import { carry, moveRank, removeChosen, setByDigit, takesDigit } from './acts.ts'
import { Typeahead } from './typeahead.ts'
import type { OutlineTree } from './tree.svelte.ts'

/** What only the page can do. */
export type PageActs = { link(): void; showOnMap(): void; details(): void }

/** Something like the rows of a window are passed by PageUp and PageDown. */
const page = 12

/** The keyboard on the tree, after the pattern for tree grids whose rows take the focus. */
export class OutlineKeys {
	readonly #tree: OutlineTree
	readonly #acts: PageActs
	readonly #typeahead = new Typeahead()

	constructor(tree: OutlineTree, acts: PageActs) {
		this.#tree = tree
		this.#acts = acts
	}

	/** Takes a key press on a row; says whether it was for the tree. */
	press(event: KeyboardEvent): boolean {
		if (event.isComposing || this.#tree.active === undefined) return false
		const isMod = usesCommandKey() ? event.metaKey : event.ctrlKey
		if (event.altKey) return this.#pressAlt(event)
		if (this.#move(event, isMod)) return true
		return isMod ? this.#pressMod(event) : this.#act(event) || this.#type(event)
	}

	#pressAlt({ key }: KeyboardEvent): boolean {
		if (key === 'ArrowUp') moveRank(this.#tree, -1)
		else if (key === 'ArrowDown') moveRank(this.#tree, 1)
		else return false
		return true
	}

	#pressMod({ key }: KeyboardEvent): boolean {
		if (key === 'Enter') this.#tree.beginBelow()
		else if (key === ' ' && this.#tree.active) this.#tree.toggleSelected(this.#tree.active)
		else if (key.toLowerCase() === 'x') carry(this.#tree)
		else return false
		return true
	}

	#move(event: KeyboardEvent, isMod: boolean): boolean {
		const tree = this.#tree
		const places: Readonly<Record<string, number>> = {
			ArrowUp: tree.activePlace - 1,
			ArrowDown: tree.activePlace + 1,
			PageUp: tree.activePlace - page,
			PageDown: tree.activePlace + page,
			Home: 0,
			End: tree.rows.length - 1
		}
		const place = places[event.key]
		if (place === undefined) return false
		tree.moveTo(place, event.shiftKey ? 'range' : isMod ? 'none' : 'only')
		return true
	}

	#act(event: KeyboardEvent): boolean {
		const tree = this.#tree
		const { active } = tree
		if (active === undefined) return false
		switch (event.key) {
			case 'ArrowRight':
				if (active.isOpen === true) tree.moveTo(tree.activePlace + 1)
				else tree.setOpen(active, true)
				return true
			case 'ArrowLeft':
				if (active.isOpen === true) tree.setOpen(active, false)
				else if (active.parent !== null) tree.moveTo(tree.rows.findIndex(({ key }) => key === active.parent))
				return true
			case 'Enter':
				if (event.shiftKey) tree.beginBelow()
				else tree.beginBeside()
				return true
			case 'F2':
				if (active.kind !== 'section') tree.editing = active.key
				return true
			case 'Delete':
			case 'Backspace':
				removeChosen(tree)
				return true
			case '*':
				for (const row of tree.rows) if (row.parent === active.parent) tree.setOpen(row, true)
				return true
			case '+':
				this.#acts.link()
				return true
			case 'F6':
				this.#acts.details()
				return true
			case ' ':
				if (this.#typeahead.isTyping(event.timeStamp)) return false
				tree.toggleSelected(active)
				return true
			case 'Escape':
				if (tree.carried === null) return false
				tree.carried = null
				return true
			default:
				return false
		}
	}

	#type(event: KeyboardEvent): boolean {
		const tree = this.#tree
		const { active } = tree
		if (active === undefined || event.key.length !== 1 || event.key === '?') return false
		if (/^[1-9]$/.test(event.key) && takesDigit(active)) {
			setByDigit(tree, Number(event.key))
			return true
		}
		const names = tree.rows.map((row) => (row.id === '' ? '' : tree.nameOf(row.id)))
		const place = this.#typeahead.find(event.key, event.timeStamp, names, tree.activePlace)
		if (place !== null) tree.moveTo(place)
		return true
	}
}
