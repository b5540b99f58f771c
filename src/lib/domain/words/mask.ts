/** What stands in a mention's place of a phone number, an e-mail address, a policy or account number, a @name: the same in every language. */
export const masks = { phone: '☎•••', mail: '✉•••', number: '№•••', name: '@•••' } as const

const mail = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const atName = /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}/gu
const link = /(?:https?:\/\/|www\.)[^\s<>"']+/giu
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu
/** Digits with the separators that people write between them. */
const digits = /(?<![\p{Script=Latin}\p{N}.,])[+(]{0,2}\d(?:[ ./()-]{0,2}\d){3,}[Xx]?/gu
/** The words after which even a short number is somebody's own. */
const ownNumber =
	/(?:policy|polis|claim|customer|client|account|order|member|case|dossier|schade|klant|rekening|lid|zaak|保单|保险单|账号|帐号|账户|卡号|订单|客户|会员|工单)(?:\s*(?:number|nummer|num|nr|no|id|编号|号码|号))?[\s.:：#=-]{0,3}$/iu
const date =
	/^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|(?:19|20)\d{2} ?- ?(?:19|20)?\d{2})(?: \d{1,2})?$/
const money = /(?:[€$£¥￥]|EUR|USD|CNY|RMB|euro)\s*$/iu
const unit = /^\s*(?:%|€|euro|eur|元|块|km|kg|miles|kilometer)/iu

/** Full-width digits and signs as ASCII, one for one, so that places in the text stay the same. */
function narrow(text: string): string {
	return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

function maskOfDigits(found: string, before: string, after: string): string | null {
	const count = found.replace(/\D/g, '').length
	if (date.test(found)) return null
	if (ownNumber.test(before)) return masks.number
	if (count < 7 || money.test(before) || unit.test(after)) return null
	// 1,000,000 and 1.000.000 are amounts: groups of three by one sign, and no leading zero.
	if (/^[1-9]\d{0,2}(?:[.]\d{3})+$/.test(found)) return null
	if (/^(?:\+|\(?\+?0)/.test(found) && count <= 15) return masks.phone
	if (/^1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/.test(found)) return masks.phone
	if (/^\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}$/.test(found)) return masks.phone
	return masks.number
}

/**
 * Replaces personal data in a mention by marks: e-mail addresses, phone numbers, account, policy and card numbers, @names.
 * Links, dates and amounts of money stay. Nothing is kept of what was masked.
 */
export function mask(text: string): string {
	const plain = narrow(text)
	const spans: { from: number; to: number; by: string | null }[] = []
	const free = (from: number, to: number) => spans.every((span) => to <= span.from || from >= span.to)
	const take = (expression: RegExp, by: (found: string, at: number) => string | null) => {
		for (const match of plain.matchAll(expression)) {
			const from = match.index
			const to = from + match[0].length
			if (!free(from, to)) continue
			const mark = by(match[0], from)
			if (mark !== null || expression === link) spans.push({ from, to, by: mark })
		}
	}
	if (plain.includes('@')) take(mail, () => masks.mail)
	if (/:\/\/|www\./i.test(plain)) take(link, () => null)
	if (plain.includes('@')) take(atName, () => masks.name)
	if (/\d{2}/.test(plain)) {
		take(iban, () => masks.number)
		take(digits, (found, at) =>
			maskOfDigits(
				found.trim(),
				plain.slice(Math.max(0, at - 40), at),
				plain.slice(at + found.length, at + found.length + 12)
			)
		)
	}
	const marked = spans.filter((span) => span.by !== null).sort((left, right) => left.from - right.from)
	if (marked.length === 0) return text
	let result = ''
	let last = 0
	for (const { from, to, by } of marked) {
		result += text.slice(last, from) + by
		last = to
	}
	return result + text.slice(last)
}

/** A person's name becomes a number: who repeats something can be told apart from who does not, and nobody is named. A number stays as it is. */
export function maskedPerson(name: string): string {
	if (/^#[0-9a-f]{8}$/.test(name)) return name
	let hash = 2166136261
	let other = 5381
	for (const sign of name.normalize('NFKC').toLowerCase()) {
		hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16777619)
		other = Math.imul(other, 33) ^ (sign.codePointAt(0) ?? 0)
	}
	return `#${((hash ^ (other >>> 3)) >>> 0).toString(16).padStart(8, '0')}`
}

/**
 * An id at a source without the person in it: an account in front (`did:plc:…/3k2a`) becomes that person's number, an id with a @name becomes a number
 * as a whole. The same id always gives the same, so that a deletion finds what it is about.
 */
export function maskedId(id: string): string {
	const account = /^(did:[^/]+)\/(.+)$/.exec(id)
	if (account?.[1] !== undefined && account[2] !== undefined) return `${maskedPerson(account[1])}/${account[2]}`
	return id.includes('@') ? `${maskedPerson(id)}~${maskedPerson([...id].toReversed().join(''))}` : id
}
