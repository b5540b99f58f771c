import { z } from 'zod'

/** Whether a value is an object with members: not null, not an array. */
export function isMembers(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of an object that is its own, never one that it inherits. */
export function member(value: Record<string, unknown>, name: string): unknown {
	return Object.hasOwn(value, name) ? value[name] : undefined
}

/**
 * The value with only those members that the schema knows, at every depth that the schema has; `onUnknown` hears of the others,
 * with the way to them. Only the schema is followed down, so a value nested deeper than it costs nothing.
 */
export function knownFields(
	schema: z.core.$ZodType,
	value: unknown,
	onUnknown: (path: PropertyKey[]) => void,
	path: PropertyKey[] = []
): unknown {
	const inner = unwrapped(schema)
	if (inner instanceof z.ZodObject && isMembers(value)) {
		const known: Record<string, unknown> = {}
		for (const name of Object.keys(value)) {
			if (!Object.hasOwn(inner.shape, name)) onUnknown([...path, name])
			else known[name] = knownFields(inner.shape[name], value[name], onUnknown, [...path, name])
		}
		return known
	}
	if (inner instanceof z.ZodArray && Array.isArray(value) && unwrapped(inner.element) instanceof z.ZodObject) {
		return value.map((element, index) => knownFields(inner.element, element, onUnknown, [...path, index]))
	}
	return value
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
	return schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
		? unwrapped(schema.unwrap())
		: schema
}
