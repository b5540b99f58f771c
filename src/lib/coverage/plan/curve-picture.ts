import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { Picture, Shape } from '#lib/domain/pictures/picture.ts'
import type { FrontierPoint } from '#lib/domain/plan/plan-curve.ts'
import { numberText, percentText } from '#lib/wording/list.ts'

/** An effort and the share of all wishes that is granted for it. */
type Share = Readonly<{ effort: number; share: number }>

/** What the curve shows. `best`: best plans by budget; `own`: the budget that was asked for; `walk`: the plan move by move. */
export type Curve = Readonly<{
	title: string
	description: string
	axis: string
	frontier: readonly Share[]
	best: readonly (Share & { isProved: boolean })[]
	own: number
	walk: readonly Share[]
}>

const height = 280
const [left, right, top, bottom] = [52, 24, 26, 44]

/** Points of value as shares of the weight of all that counts. */
export function sharesOf(points: readonly FrontierPoint[], weight: number): Share[] {
	return points.map(({ effort, value }) => ({ effort, share: weight === 0 ? 0 : value / weight }))
}

/** Effort against coverage: the efficient frontier as steps, for a plan cannot be had by halves. */
export function curvePicture(curve: Curve, width: number): Picture {
	const all = [...curve.walk, ...curve.best]
	const least = Math.max(0, Math.floor(Math.min(1, ...all.map(({ share }) => share)) * 10 - 0.5) / 10)
	const last = Math.max(1, ...all.map(({ effort }) => effort))
	const x = scaleLinear()
		.domain([Math.min(0, ...all.map(({ effort }) => effort)), last])
		.range([left, width - right])
	const y = scaleLinear()
		.domain([least, 1])
		.range([height - bottom, top])
	const end = curve.frontier.at(-1)
	const steps = end === undefined ? [] : [...curve.frontier, { effort: last, share: end.share }]
	const over = (point: Share): [number, number] => [x(point.effort), y(point.share)]
	const rise = area<Share>()
		.x((point) => x(point.effort))
		.y0(height - bottom)
		.y1((point) => y(point.share))
		.curve(curveStepAfter)
	const edge = line<Share>()
		.x((point) => x(point.effort))
		.y((point) => y(point.share))
	const shapes: Shape[] = [
		...y.ticks(5).flatMap((tick): Shape[] => [
			{ type: 'path', d: `M${left},${y(tick)}H${width - right}`, line: 'line' },
			{ type: 'text', x: left - 8, y: y(tick) + 4, text: percentText(tick), size: 12, tone: 'muted', anchor: 'end' }
		]),
		...x.ticks(Math.min(12, Math.max(2, Math.floor(width / 80)))).flatMap((tick): Shape[] => [
			{ type: 'path', d: `M${x(tick)},${height - bottom}v4`, line: 'line-strong' },
			{
				type: 'text',
				x: x(tick),
				y: height - bottom + 18,
				text: numberText(tick, 2),
				size: 12,
				tone: 'muted',
				anchor: 'middle'
			}
		]),
		{
			type: 'text',
			x: (left + width - right) / 2,
			y: height - 6,
			text: curve.axis,
			size: 12,
			tone: 'muted',
			anchor: 'middle'
		},
		{ type: 'path', d: rise(steps) ?? '', fill: 'accent-soft', opacity: 0.7 },
		{ type: 'path', d: edge.curve(curveStepAfter)(steps) ?? '', line: 'accent', lineWidth: 2 },
		...curve.walk.map((point): Shape => {
			const [cx, cy] = over(point)
			return { type: 'circle', x: cx, y: cy, radius: 3, fill: 'ink' }
		})
	]
	for (const point of curve.best) {
		const [cx, cy] = over(point)
		const isOwn = point.effort === curve.own
		shapes.push({
			type: 'circle',
			x: cx,
			y: cy,
			radius: isOwn ? 6.5 : 4.5,
			fill: point.isProved ? 'accent' : 'surface',
			line: 'accent'
		})
		if (isOwn) {
			const text = percentText(point.share)
			shapes.push({ type: 'text', x: cx, y: cy - 12, text, size: 13, tone: 'ink', bold: true, anchor: 'middle' })
		}
	}
	return { width, height, title: curve.title, description: curve.description, shapes }
}
