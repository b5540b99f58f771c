// Prints the coverage report of a workspace file: npm run --silent report -- FILE.atlas.json [--lens today|plan]
// Ends with 1 where the file is refused (a line for each problem on standard error), with 2 where the command itself is wrong.
import { parseArgs } from 'node:util'
import { lenses, type Lens } from '../src/lib/domain/coverage/lens.ts'
import { coverageReport } from '../src/lib/domain/interchange/coverage-report.ts'
import { readAtlasFile } from './read-atlas-file.ts'

const usage = 'Usage: npm run --silent report -- FILE.atlas.json [--lens today|plan]'

/** The file and the lens that the command names, or what is wrong with it. */
function command(): { file: string; lens: Lens } | string {
	try {
		const { values, positionals } = parseArgs({ allowPositionals: true, options: { lens: { type: 'string' } } })
		const [file, ...more] = positionals
		if (file === undefined) return 'Name a workspace file.'
		if (more.length > 0) return `One file at a time, not also ${more.join(', ')}.`
		const lens = lenses.find((one) => one === (values.lens ?? 'today'))
		return lens === undefined ? `There is no lens ${values.lens}: choose today or plan.` : { file, lens }
	} catch (error) {
		return error instanceof Error ? error.message : String(error)
	}
}

const asked = command()
if (typeof asked === 'string') {
	process.stderr.write(`${asked}\n${usage}\n`)
	process.exitCode = 2
} else {
	const read = readAtlasFile(asked.file)
	if (read !== null) process.stdout.write(coverageReport(read.atlas, asked.lens))
}
