import { z } from 'zod'
import { broken, id, limited, name } from './fields.ts'

const settingName = z
	.string()
	.refine(
		(text) => /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(text),
		broken('setting-name', 'The name of a setting is a word of letters and digits')
	)
const settingText = limited(10_000)

/**
 * How a source is set up: names and simple values. What a kind needs is checked where it is run, so that a file with a source that this version
 * cannot run, or that another program wrote, is kept as it is. Secrets are never among them: they stay on the device.
 */
export const sourceSettings = z
	.record(
		settingName,
		z.union([settingText, z.number(), z.boolean(), z.array(settingText).max(1000), z.record(settingName, settingText)])
	)
	.default({})

/** Where mentions come from. `channel`: the channel that its mentions are about, unless they say another. */
export const source = z.strictObject({
	id,
	name,
	/** How they come in (`paste`, `file`, …): the contract leaves the list open, so a kind that this version cannot run is kept. */
	kind: z
		.string()
		.refine(
			(text) => /^[a-z][a-z0-9-]{0,63}$/.test(text),
			broken('source-kind', 'A kind is a word in small letters, such as paste or file')
		),
	channel: id.nullable().default(null),
	settings: sourceSettings
})
export type Source = z.output<typeof source>
