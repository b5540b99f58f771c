import { expect, test } from 'vitest'
import { boxOfCurve, curveBetween, distanceTo, pieceWithin, pointOn, portsOf } from './link-curve.ts'
import { linkAt } from './link-hit.ts'
import { badgeOf, type DrawnLink } from './paint/links.ts'
import { project } from './project.ts'
import { smallMap } from './small-map.ts'

const left = { left: 0, top: 0, right: 100, bottom: 50 }
const right = { left: 300, top: 200, right: 400, bottom: 250 }
const below = { left: 20, top: 200, right: 120, bottom: 250 }

test('a link leaves and arrives at the sides that face each other', () => {
	expect(curveBetween(left, right)).toMatchObject({ x0: 100, y0: 25, x1: 300, y1: 225 })
	expect(curveBetween(right, left)).toMatchObject({ x0: 300, y0: 225, x1: 100, y1: 25 })
	expect(curveBetween(left, below)).toMatchObject({ x0: 50, y0: 50, x1: 70, y1: 200 })
})

test('a link ends at the outline of a signpost, not at its box', () => {
	const ports = { from: 0.5, to: 0 }
	const types = { from: 'product', to: 'channel' } as const
	expect(curveBetween(left, right, ports, types).x1).toBe(318)
	expect(curveBetween(left, right, { from: 0.5, to: 0.5 }, types).x1).toBe(300)
})

test('the distance to a curve is that to its nearest point', () => {
	const curve = curveBetween(left, right)
	for (const t of [0, 0.2, 0.5, 0.9, 1]) {
		const { x, y } = pointOn(curve, t)
		expect(distanceTo(curve, x, y)).toBeLessThan(1)
	}
	expect(distanceTo(curve, 90, 25)).toBeCloseTo(10)
	const box = boxOfCurve(curve)
	expect(box).toEqual({ left: 100, top: 25, right: 300, bottom: 225 })
})

test('the links of one side are spread in the order of where they lead', () => {
	const graph = project(smallMap())
	const y: Record<string, number> = { r1: 0, phone: 300 }
	const ports = portsOf(graph, (id) => {
		const isRight = id in y
		const [x, top] = [isRight ? 900 : 0, y[id] ?? 100]
		return { left: x, top, right: x + 100, bottom: top + 50 }
	})
	const toProduct = ports.get('fulfils/r1:n1')?.to ?? 0
	const toChannel = ports.get('prefers/n1:phone')?.from ?? 0
	expect(toProduct).toBeLessThan(toChannel)
})

const drawn: DrawnLink = {
	link: { id: 'prefers/a:b', key: 'a:b', table: 'prefers', from: 'a', to: 'b', rank: 1, strength: null, status: null },
	curve: curveBetween(left, right),
	emphasis: 'calm',
	selected: false,
	redundant: 'no'
}

test('a point near a link finds it, and one on its badge finds the badge', () => {
	const middle = pointOn(drawn.curve, 0.5)
	expect(linkAt([drawn], { x: middle.x + 3, y: middle.y }, 1, 7)).toEqual({ id: 'prefers/a:b', badge: false })
	expect(linkAt([drawn], { x: middle.x + 60, y: middle.y }, 1, 7)).toBeNull()
	const badge = badgeOf(drawn.link, drawn.curve)
	expect(badge && linkAt([drawn], badge, 1, 7)).toEqual({ id: 'prefers/a:b', badge: true })
	expect(badge && linkAt([drawn], badge, 0.2, 7)).toEqual({ id: 'prefers/a:b', badge: false })
})

test('a faded link is not in the way', () => {
	const middle = pointOn(drawn.curve, 0.5)
	expect(linkAt([{ ...drawn, emphasis: 'faded' }], middle, 1, 7)).toBeNull()
})

test('of a curve the piece in view is drawn, where it runs', () => {
	const curve = curveBetween(left, { left: 4000, top: 3000, right: 4100, bottom: 3050 })
	const box = { left: 1800, top: 1200, right: 2200, bottom: 1600 }
	const piece = pieceWithin(curve, box)
	expect(piece).not.toBeNull()
	if (piece === null) return
	expect(piece.x1 - piece.x0).toBeLessThan(1500)
	for (let t = 0; t <= 1; t += 0.125) {
		const { x, y } = pointOn(piece, t)
		expect(distanceTo(curve, x, y)).toBeLessThan(2)
	}
	for (let t = 0; t <= 1; t += 0.01) {
		const { x, y } = pointOn(curve, t)
		if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue
		expect(x).toBeGreaterThanOrEqual(piece.x0)
		expect(x).toBeLessThanOrEqual(piece.x1)
	}
})

test('a curve that passes by is not drawn, and one in view is drawn as it is', () => {
	const curve = curveBetween(left, right)
	expect(pieceWithin(curve, { left: 250, top: 0, right: 290, bottom: 40 })).toBeNull()
	expect(pieceWithin(curve, { left: 0, top: 0, right: 400, bottom: 400 })).toBe(curve)
})
