import { redirect } from '@sveltejs/kit'
import { pagePath } from '../../paths.ts'

/** An atlas opens on its map. */
export function load({ params }: { params: { id: string } }) {
	redirect(307, pagePath(params.id, 'map'))
}
