declare module 'virtual:reader' {
	/** The program that shows a read-only share: built by scripts/reader-plugin.ts. */
	export const reader: import('#lib/domain/share/share-html.ts').Reader
}
