import type { Deliverable } from '../block.ts'

/** A raster picture and its size in pixels. */
export type Logo = Readonly<{ href: string; width: number; height: number }>

/** What stands on every page, from the house style and the day. Texts are in the reader's language; empty where there is nothing. */
export type Furniture = Readonly<{
	/** BCP 47: the language of all this. */
	language: string
	logo: Logo | null
	logoAlt: string
	footer: string
	confidentiality: string
	date: string
	/** "Page 2 of 3". */
	pageOf(page: number, pages: number): string
	/** "Sanne de Wit, continued". */
	continued(title: string): string
}>

/** Furniture as plain texts, that can be sent to a worker: sentences hold `{page}`, `{pages}` and `{title}` where those stand. */
export type FurnitureTexts = Omit<Furniture, 'pageOf' | 'continued'> & Readonly<{ pageOf: string; continued: string }>

/** The furniture that these texts say. */
export function furnitureOf({ pageOf, continued, ...rest }: FurnitureTexts): Furniture {
	return {
		...rest,
		pageOf: (page, pages) => pageOf.replace('{page}', String(page)).replace('{pages}', String(pages)),
		continued: (title) => continued.replace('{title}', () => title)
	}
}

/** The name of a page in a list of pages: that of its deliverable, with its number where there are several. */
export function pageLabel({ title }: Deliverable, page: number, pages: number): string {
	return pages === 1 ? title : `${title} ${page}/${pages}`
}
