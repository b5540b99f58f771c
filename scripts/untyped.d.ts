/** Packages that ship no types, as far as the scripts use them. */
declare module 'stopword' {
	export const eng: string[]
}
