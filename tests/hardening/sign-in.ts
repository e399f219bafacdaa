import type { Answer } from '../faults/support/visitor.ts'
import { formOf } from './form-of.ts'
import type { Actor, OpenSite } from './open-site.ts'

/** Somebody without an account, asking from one address. */
export function strangerFrom(open: OpenSite, from: string) {
	const nobody: Actor = { name: 'stranger', cookie: null, role: null, personId: null, organizationId: null }
	const headers = { 'X-Forwarded-For': from }
	return {
		read: (path: string) => open.ask(nobody, path, { method: 'GET', headers }),
		send: (path: string, form: Readonly<Record<string, string>>) =>
			open.ask(nobody, path, { method: 'POST', headers, body: formOf(form) }),
	}
}

/** A request of somebody with a cookie, wherever they are. */
export function withCookie(open: OpenSite, cookie: string) {
	const somebody: Actor = { name: 'somebody', cookie, role: null, personId: null, organizationId: null }
	return {
		read: (path: string) => open.ask(somebody, path, { method: 'GET' }),
		send: (path: string, form: Readonly<Record<string, string>>) =>
			open.ask(somebody, path, { method: 'POST', body: formOf(form) }),
	}
}

/** The token of a new link for somebody, made without a letter. */
export async function tokenFor({ site }: OpenSite, email: string): Promise<string> {
	const link = await site.accounts.linkFor({ email, locale: 'en' })
	return new URL(link).searchParams.get('token') ?? ''
}

/** Whether a link signed somebody in, and with which cookie. */
export function cookieIn({ status, cookies }: Answer): string | null {
	return status === 303 ? (cookies[0]?.split(';')[0] ?? null) : null
}
