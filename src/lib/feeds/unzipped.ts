/** Why an archive is refused. */
export type ArchiveRule = 'too-large' | 'too-many' | 'unsafe-name' | 'name-twice' | 'damaged'

/** An archive that is refused; `params` say by which limit. */
export class ArchiveRefused extends Error {
	readonly rule: ArchiveRule
	readonly params: Readonly<Record<string, string>>

	constructor(rule: ArchiveRule, message: string, params: Readonly<Record<string, string>> = {}) {
		super(message)
		this.rule = rule
		this.params = params
	}
}

/** The most files in an archive. */
const mostEntries = 5000

/**
 * The files of a zip archive by their paths, those that `wanted` says. Unpacked piece by piece with the bytes counted: the sizes that an archive states of
 * itself are the word of whoever made it. Refused: more than `most` bytes in all, more than 5,000 files, paths that lead out of the archive, one path twice.
 */
export async function unzipped(
	file: Blob,
	most: number,
	wanted: (path: string) => boolean = () => true
): Promise<Map<string, Uint8Array>> {
	const { Unzip, UnzipInflate } = await import('fflate')
	const files = new Map<string, Uint8Array>()
	let unpacked = 0
	let entries = 0
	let failure: Error | null = null
	const unzip = new Unzip((entry) => {
		const path = entry.name
		entries += 1
		if (entries > mostEntries) {
			failure ??= new ArchiveRefused('too-many', `More than ${mostEntries} files`, { most: String(mostEntries) })
		} else if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(path)) {
			failure ??= new ArchiveRefused('unsafe-name', `A path leads out of the archive: ${path}`, { path })
		} else if (files.has(path)) {
			failure ??= new ArchiveRefused('name-twice', `Twice in the archive: ${path}`, { path })
		}
		if (failure !== null) return
		files.set(path, new Uint8Array())
		const pieces: Uint8Array[] = []
		entry.ondata = (error, piece, last) => {
			if (error) {
				failure ??= new ArchiveRefused('damaged', error.message)
				return
			}
			unpacked += piece.length
			if (failure !== null || unpacked > most) return
			if (wanted(path)) pieces.push(piece)
			if (last) files.set(path, joined(pieces))
		}
		entry.start()
	})
	unzip.register(UnzipInflate)
	// A small step: what one piece of the file unpacks to is at most about a thousand times as large.
	const step = 64 * 1024
	for (let from = 0; from < file.size; from += step) {
		const bytes = new Uint8Array(await file.slice(from, from + step).arrayBuffer())
		try {
			unzip.push(bytes, from + step >= file.size)
		} catch (error) {
			failure ??= new ArchiveRefused('damaged', error instanceof Error ? error.message : String(error))
		}
		if (failure !== null) throw failure
		if (unpacked > most) {
			const size = String(Math.round(most / 1024 / 1024))
			throw new ArchiveRefused('too-large', `This unpacks to more than ${size} MB`, { most: size })
		}
	}
	for (const path of files.keys()) if (!wanted(path) || path.endsWith('/')) files.delete(path)
	return files
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
	let at = 0
	for (const piece of pieces) {
		whole.set(piece, at)
		at += piece.length
	}
	return whole
}
