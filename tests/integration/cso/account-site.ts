import { createHash } from 'node:crypto'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import type { Answer, SmallSite } from '../http/small-site.ts'
import { cookieOfPerson, press } from '../withdrawal/whole-site.ts'

/** A form as a person's browser sends it. */
export async function send(
	site: SmallSite,
	/** One of the plan's people, or the cookie of somebody else. */
	who: string,
	{ path, form = {} }: { path: string; form?: Record<string, string> },
): Promise<Answer> {
	const cookie = who.includes('=') ? who : await cookieOfPerson(site, who as PersonName)
	return press(site, path, cookie, new URLSearchParams(form).toString())
}

/** Why an answer is a refusal: its status, where nothing else is to be told. */
export async function statusOf(answer: Promise<Answer>): Promise<number> {
	return (await answer).status
}

/** Gives an invitation a token that the test knows: the true one is only in the letter. */
export async function knownToken({ database }: SmallSite, email: string, token: string): Promise<void> {
	const newest = await database.db.invitation.findFirstOrThrow({
		where: { email },
		orderBy: { createdAt: 'desc' },
	})
	const tokenHash = createHash('sha256').update(token).digest('hex')
	await database.db.invitation.update({ where: { id: newest.id }, data: { tokenHash } })
}

/** A token as invitations carry it. */
export function aToken(at: number): string {
	return `token-${String(at)}`.padEnd(43, 'x')
}

/** Somebody who follows the link of a letter, without an account. */
export function open(site: SmallSite, token: string, form?: Record<string, string>): Promise<Answer> {
	const path = `/en/invitation?token=${token}`
	if (form === undefined) return site.ask(path)
	return press(site, path, '', new URLSearchParams({ token, ...form }).toString())
}

/** The cookie of whoever joined, from where the joining leads. */
export async function cookieFrom(site: SmallSite, answer: Answer): Promise<string> {
	const token = new URL(answer.headers.location ?? '', 'http://localhost').searchParams.get('token') ?? ''
	const signedIn = await press(
		site,
		`/en/sign-in/link?token=${token}`,
		'',
		new URLSearchParams({ token }).toString(),
	)
	return (signedIn.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

/** The events on an organization's record, oldest first, each with who did it. */
export async function eventsOf({ database }: SmallSite, organizationId: string): Promise<readonly string[]> {
	const rows = await database.db.csoAccountChange.findMany({
		where: { organizationId },
		orderBy: [{ publishedAt: 'asc' }, { version: 'asc' }],
	})
	return rows.map(
		({ event, personNumber, actorOrganizationId }) =>
			`${event}${personNumber === null ? '' : ` ${String(personNumber)}`} by ${actorOrganizationId}`,
	)
}
