import { expect, test } from 'vitest'
import { linkTarget } from './link-target.ts'
import { project } from './project.ts'
import { smallMap } from './small-map.ts'

const { nodes } = project(smallMap())
const chosen = (...ids: string[]) => ids.map((id) => nodes.get(id)).filter((node) => node !== undefined)

test('several are linked to the one that fits them all, whenever it was chosen', () => {
	expect(linkTarget(chosen('n1', 'n2', 'ann'))?.id).toBe('ann')
	expect(linkTarget(chosen('ann', 'n1', 'n2'))?.id).toBe('ann')
	expect(linkTarget(chosen('r1', 'web'))?.id).toBe('web')
})

test('where none fits all, the last is named and linking says why not', () => {
	expect(linkTarget(chosen('ann', 'bo'))?.id).toBe('bo')
	expect(linkTarget(chosen('ann'))).toBeNull()
})
