/** The addresses of the app, in one place: links and tests rely on them. */
export const pages = ['map', 'outline', 'coverage', 'cards', 'voice', 'frame', 'data'] as const
export type Page = (typeof pages)[number]

export function pagePath(atlas: string, page: Page): string {
	return `/atlas/${atlas}/${page}`
}

export function wallPath(atlas: string): string {
	return `/wall/${atlas}`
}

/** Where the walls of an atlas are set and steered. */
export function wallControlPath(atlas: string): string {
	return `${wallPath(atlas)}/control`
}
