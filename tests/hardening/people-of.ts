import { visitorOf } from '../faults/support/visitor.ts'
import type { Visitor } from '../faults/support/visitor.ts'
import type { OpenSite } from './open-site.ts'

/** A browser of its own for somebody of the demonstration, with an address of its own. */
export function browserOf({ port }: OpenSite, cookie: string, number: number): Visitor {
	const visitor = visitorOf(port, cookie)
	const from = { 'X-Forwarded-For': `10.77.${String(number >> 8)}.${String(number & 255)}` }
	const ask: Visitor['ask'] = (path, asked) =>
		visitor.ask(path, { ...asked, headers: { ...from, ...asked.headers } })
	const form = (fields: Readonly<Record<string, string>>) => ({
		type: 'application/x-www-form-urlencoded',
		bytes: Buffer.from(new URLSearchParams(fields).toString(), 'utf8'),
	})
	return {
		ask,
		get: (path) => ask(path, { method: 'GET' }),
		send: (path, fields) => ask(path, { method: 'POST', body: form(fields) }),
		leave: visitor.leave,
	}
}

/** The cookie of the first person of a role. */
export function cookieOfRole({ actors }: OpenSite, role: string): string {
	const cookie = actors.find((actor) => actor.role === role)?.cookie
	if (!cookie) throw new Error(`the demonstration has no ${role}`)
	return cookie
}
