/** What JSON can say; a Map is written as an object whose keys keep their order, which plain objects do not promise for keys like "12". */
export type Json =
	string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined } | JsonMap
export type JsonMap = ReadonlyMap<string, Json>

/** JSON text with two spaces a level and a final newline; keys in the order given, undefined left out. */
export function jsonText(value: Json): string {
	return `${textOf(value, '\n')}\n`
}

function textOf(value: Json, line: string): string {
	if (value === null || typeof value !== 'object') return JSON.stringify(value)
	const inner = `${line}  `
	if (isList(value)) {
		return value.length === 0
			? '[]'
			: `[${inner}${value.map((entry) => textOf(entry, inner)).join(`,${inner}`)}${line}]`
	}
	const members: string[] = []
	for (const [key, entry] of isMap(value) ? value : Object.entries(value)) {
		if (entry !== undefined) members.push(`${JSON.stringify(key)}: ${textOf(entry, inner)}`)
	}
	return members.length === 0 ? '{}' : `{${inner}${members.join(`,${inner}`)}${line}}`
}

function isList(value: Json): value is readonly Json[] {
	return Array.isArray(value)
}

function isMap(value: Json): value is JsonMap {
	return value instanceof Map
}
