/** The views of the coverage page; the address names them as `?view=`. */
export const coverageViews = [
	'findings',
	'matrix',
	'flow',
	'mix',
	'ledger',
	'stops',
	'plan',
	'whatif',
	'between'
] as const
export type CoverageView = (typeof coverageViews)[number]

/** The view that an address asks for; the findings where it asks for none that there is. */
export function viewNamed(name: string | null): CoverageView {
	return coverageViews.find((view) => view === name) ?? 'findings'
}
