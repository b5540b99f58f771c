// Prints a workspace file as export would write it, with its mentions where it has any: npm run --silent normalise -- FILE.atlas.json
import { writeWorkspaceFile } from '../src/lib/domain/interchange/workspace-file.ts'
import { readAtlasFile } from './read-atlas-file.ts'

const read = readAtlasFile(process.argv[2])
if (read !== null)
	process.stdout.write(writeWorkspaceFile(read.atlas, read.mentions.length > 0 ? read.mentions : undefined))
