/**
 * By what repeats are recognised: a hash of source, author and text, the text in NFKC, without regard to case and spaces.
 * 128 bits, written as a UUID; not meant to withstand somebody who looks for two texts with the same hash.
 */
export function foldOf(mention: { source: string; author: string | null; text: string }): string {
	const text = mention.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
	const hex = hash(`${mention.source}\u0001${mention.author ?? ''}\u0001${text}`)
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Four lanes of 32 bits, each multiplied and mixed with every UTF-16 unit (after bryc's cyrb128, public domain). */
function hash(text: string): string {
	let a = 1779033703
	let b = 3144134277
	let c = 1013904242
	let d = 2773480762
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index)
		a = b ^ Math.imul(a ^ unit, 597399067)
		b = c ^ Math.imul(b ^ unit, 2869860233)
		c = d ^ Math.imul(c ^ unit, 951274213)
		d = a ^ Math.imul(d ^ unit, 2716044179)
	}
	a = Math.imul(c ^ (a >>> 18), 597399067)
	b = Math.imul(d ^ (b >>> 22), 2869860233)
	c = Math.imul(a ^ (c >>> 17), 951274213)
	d = Math.imul(b ^ (d >>> 19), 2716044179)
	const mixed = a ^ b ^ c ^ d
	return [mixed, b ^ mixed, c ^ mixed, d ^ mixed].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
