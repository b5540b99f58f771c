import type { ArchiveRule } from '#lib/feeds/unzipped.ts'

/** Why a file is refused as a whole. */
export type ImportRule =
	ArchiveRule | 'too-many-rows' | 'too-many-columns' | 'file-too-large' | 'file-empty' | 'not-a-canvas' | 'not-readable'

/** A file that is refused as a whole; `params` say by which limit. */
export class ImportRefused extends Error {
	readonly rule: ImportRule
	readonly params: Readonly<Record<string, string>>

	constructor(rule: ImportRule, params: Readonly<Record<string, string>> = {}) {
		super(rule)
		this.rule = rule
		this.params = params
	}
}
