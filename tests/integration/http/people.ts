import type { Database } from '#app/db.server.ts'
import type { Accounts } from '#app/http/session.server.ts'
import type { Role } from '#app/access/policy.ts'

/** A person of an institution with one appointment; everything about them is made up for the test. */
export async function anAppointedPerson(
	{ db }: Pick<Database, 'db'>,
	{
		id,
		role = 'IMPLEMENTER',
		fromOn = '2020-01-01',
		untilOn = null,
	}: { id: string; role?: Role; fromOn?: string; untilOn?: string | null },
): Promise<{ id: string; email: string }> {
	const email = `${id}@contoh.example`
	await db.organization.upsert({
		where: { id: 'agency' },
		create: {
			id: 'agency',
			kind: 'GOVERNMENT_INSTITUTION',
			nameEn: 'Agency',
			nameId: 'Instansi',
			isDemonstration: true,
		},
		update: {},
	})
	await db.person.create({
		data: { id, organizationId: 'agency', displayName: `Officer ${id}`, email, locale: 'id' },
	})
	await db.appointment.create({
		data: { id: `appointment-${id}`, personId: id, organizationId: 'agency', role, fromOn, untilOn },
	})
	return { id, email }
}

/** The cookie of a new session, as a browser would send it. */
export async function cookieOf(site: Parameters<typeof signInWith>[0], email: string): Promise<string> {
	const headers = await signInWith(site, email)
	return headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ')
}

async function signInWith({ accounts }: { accounts: Accounts }, email: string): Promise<Headers> {
	const link = await accounts.linkFor({ email, locale: 'en' })
	const headers = await accounts.signIn(tokenIn(link), requestFrom('198.51.100.7'))
	if (!headers) throw new Error('the link did not sign in')
	return headers
}

/** The token of a sign-in link. */
export function tokenIn(link: string): string {
	return new URL(link).searchParams.get('token') ?? ''
}

/** A request of somebody at an address, as the process stamps it. */
export function requestFrom(address: string, cookie?: string): Request {
	return new Request('http://localhost:4210/en/tasks', {
		headers: { 'x-ogp-client-ip': address, ...(cookie === undefined ? {} : { cookie }) },
	})
}
