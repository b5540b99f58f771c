import { z } from 'zod'

/**
 * The schema of "set some of these fields": every field may be left out, and a field left out stays as it is.
 * (`schema.partial()` would not do: a field with a default would be set to it.)
 */
export function patchOf<Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>
): z.ZodType<Partial<z.output<z.ZodObject<Shape>>>, Partial<z.input<z.ZodObject<Shape>>>> {
	const fields = Object.entries(schema.shape).map(([name, field]) => {
		const plain = field instanceof z.ZodDefault ? field.unwrap() : field
		return [name, z.optional(plain)] as const
	})
	const patch = z.strictObject(Object.fromEntries(fields)).transform(withoutUndefined)
	// The shape is rebuilt field by field, which types cannot follow.
	return patch as unknown as z.ZodType<Partial<z.output<z.ZodObject<Shape>>>, Partial<z.input<z.ZodObject<Shape>>>>
}

function withoutUndefined(fields: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Those of the fields whose value differs from the row's: what there is to write. Values are compared by content. */
export function changedFields<Row extends object>(row: Row, fields: Partial<Row>): Partial<Row> {
	const changed: Partial<Row> = {}
	for (const name in fields) {
		if (JSON.stringify(fields[name]) !== JSON.stringify(row[name])) changed[name] = fields[name]
	}
	return changed
}
