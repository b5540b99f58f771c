import type { ImportWords } from '#lib/domain/interchange/incoming/table-plan.ts'
import { m } from '#lib/paraglide/messages.js'
import { everywhere, pasteWords } from './paste-words.ts'

/** The words by which sheets and columns of a file are recognised, in every language. */
export function importWords(): ImportWords {
	return {
		...pasteWords(),
		links: {
			holds: everywhere('holds', m.linkname_holds),
			has: everywhere('has', m.linkname_has),
			prefers: everywhere('prefers', m.linkname_prefers),
			fulfils: everywhere('fulfils', m.linkname_fulfils),
			delivers: everywhere('delivers', m.linkname_delivers)
		}
	}
}
