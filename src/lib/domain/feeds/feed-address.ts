/** Why an address cannot be a source. */
export type AddressProblem = 'no-address' | 'other-scheme' | 'not-secure' | 'has-password'

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Whether an address may be asked: https and wss anywhere, http and ws on this computer only (what goes over the network open to everybody could be read and
 * changed on the way). `sort`: for fetching, or for a socket. Null where it is good.
 */
export function addressProblem(text: string, sort: 'web' | 'socket'): AddressProblem | null {
	const url = URL.parse(text.replaceAll(/\{(?:cursor|token)\}/g, ''))
	if (url === null) return 'no-address'
	const [secure, open] = sort === 'web' ? ['https:', 'http:'] : ['wss:', 'ws:']
	if (url.username !== '' || url.password !== '') return 'has-password'
	if (url.protocol === secure) return null
	if (url.protocol !== open) return 'other-scheme'
	return loopback.test(url.hostname) ? null : 'not-secure'
}

/** A text with the cursor and the token in their places, where it has one for them. `encode`: for an address. */
export function filledIn(text: string, cursor: string | null, token: string, encode: (part: string) => string): string {
	return text.replaceAll('{cursor}', () => encode(cursor ?? '')).replaceAll('{token}', () => encode(token))
}
