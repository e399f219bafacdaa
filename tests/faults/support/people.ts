import type { Role } from '#app/access/policy.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { SiteProcess } from './site-process.ts'
import { visitorOf } from './visitor.ts'

/** Cookies of the people of the demonstration, by role, in the order of their ids. */
export type People = ReadonlyMap<Role, readonly string[]>

const LINES_MS = 200

/** Signs everyone in with the one-time links that the terminal shows. */
export async function signInAll(site: SiteProcess): Promise<People> {
	const people = new Map<Role, readonly string[]>()
	const visitor = visitorOf(site.port)
	// The links come in lines after the one that says that it is there.
	await wait(LINES_MS)
	for (const line of site.said) {
		const [, roles, link] = /^ {2}([A-Z_, ]+?) {2}.* {2}(http\S+)$/.exec(line) ?? []
		if (!roles || !link) continue
		const { pathname, searchParams } = new URL(link)
		const answer = await visitor.send(pathname, { token: searchParams.get('token') ?? '' })
		const cookie = answer.cookies[0]?.split(';')[0]
		if (answer.status !== 303 || !cookie) throw new Error(`a link did not sign in: ${String(answer.status)}`)
		for (const role of roles.split(', ') as Role[]) people.set(role, [...(people.get(role) ?? []), cookie])
	}
	visitor.leave()
	return people
}

/** The cookie of the n-th person of a role. */
export function cookieOf(people: People, role: Role, n = 0): string {
	const cookie = people.get(role)?.[n]
	if (!cookie) throw new Error(`the demonstration has no ${role} number ${String(n)}`)
	return cookie
}
