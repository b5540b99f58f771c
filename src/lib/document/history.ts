import type { TableName } from '#lib/domain/model/atlas.ts'
import type { Plain } from './plain.ts'
import type { StepName } from './step.ts'

/** What a step wrote to one field of one row. `undefined`: the field was not there. */
export type FieldEdit = {
	readonly table: TableName
	readonly key: string
	readonly field: string
	readonly before: Plain | undefined
	readonly after: Plain | undefined
}

/** A step with everything that is needed to take it back. Its name is one object as long as the step lives: two steps alike are told apart by it. */
export type Step = { readonly name: StepName; readonly edits: readonly FieldEdit[] }

/** The most steps that can be undone; older ones are forgotten. */
const most = 1000

/** The steps that can be undone and those that can be redone. */
export class History {
	readonly #undo: Step[] = []
	#redo: Step[] = []

	get undoStep(): StepName | null {
		return this.#undo.at(-1)?.name ?? null
	}

	get redoStep(): StepName | null {
		return this.#redo.at(-1)?.name ?? null
	}

	/** A step was done: what was undone before it cannot be redone any more. */
	did(step: Step): void {
		this.#push(step)
		this.#redo = []
	}

	takeUndo(): Step | undefined {
		return this.#undo.pop()
	}

	takeRedo(): Step | undefined {
		return this.#redo.pop()
	}

	undid(step: Step): void {
		this.#redo.push(step)
	}

	redid(step: Step): void {
		this.#push(step)
	}

	#push(step: Step): void {
		this.#undo.push(step)
		if (this.#undo.length > most) this.#undo.shift()
	}
}
