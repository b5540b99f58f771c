import type PptxGenJS from 'pptxgenjs'

type Points = NonNullable<PptxGenJS.ShapeProps['points']>
type Point = Readonly<{ command: string; numbers: readonly number[] }>

const inch = 72
const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 }

/** The commands of a path: M, L, C and Z with absolute coordinates, which is all that pictures use. */
function commandsOf(d: string): Point[] {
	return [...d.matchAll(/([MLCZ])([^MLCZ]*)/g)].flatMap(([, command = '', rest = '']) => {
		const numbers = [...rest.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(([text]) => Number(text))
		const size = sizes[command] ?? 0
		if (size === 0) return [{ command, numbers: [] }]
		return Array.from({ length: Math.floor(numbers.length / size) }, (_, at) => ({
			command: command === 'M' && at > 0 ? 'L' : command,
			numbers: numbers.slice(at * size, (at + 1) * size)
		}))
	})
}

/** A path in points as the corners and curves of a slide's shape, in inches from the top left of the box round it. */
export function pathPoints(
	d: string,
	_scale: number
): { points: Points; x: number; y: number; width: number; height: number } {
	const commands = commandsOf(d)
	const all = commands.flatMap(({ numbers }) => numbers)
	const xs = all.filter((_, at) => at % 2 === 0)
	const ys = all.filter((_, at) => at % 2 === 1)
	if (xs.length === 0) return { points: [], x: 0, y: 0, width: 0, height: 0 }
	const [x, y] = [Math.min(...xs), Math.min(...ys)]
	const inX = (value: number | undefined) => ((value ?? x) - x) / inch
	const inY = (value: number | undefined) => ((value ?? y) - y) / inch
	const points = commands.map(({ command, numbers }): Points[number] => {
		const [a, b, c, e, f, g] = numbers
		if (command === 'Z') return { close: true }
		if (command === 'C')
			return { x: inX(f), y: inY(g), curve: { type: 'cubic', x1: inX(a), y1: inY(b), x2: inX(c), y2: inY(e) } }
		return { x: inX(a), y: inY(b), moveTo: command === 'M' }
	})
	return { points, x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
