import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { holdsOn } from '#app/domain/hand-over/rules.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { newsKey } from './view.ts'
import type { AccountLetter, AccountNews } from './view.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** News is told for this long: a site that was switched off tells what it missed. Unit: ms. */
const TOLD_FOR_MS = 7 * 24 * 60 * 60 * 1_000

type Told = AccountNews & {
	readonly organizationId: string
	/** Whom it is about, so that somebody whose appointment ended reads of it too. */
	readonly personId: string | null
}

/**
 * Letters about what was published in the name of an organization and about changes of who acts for it, to everyone
 * who acts for it: whoever acts in their place is seen. What was told before is left out, and so is what was withdrawn.
 */
export async function listAccountLetters(ctx: World): Promise<readonly AccountLetter[]> {
	const news = await listNews(ctx)
	if (news.length === 0) return []
	const organizationIds = [...new Set(news.map(({ organizationId }) => organizationId))]
	const organizations = await ctx.db.organization.findMany({
		where: { id: { in: organizationIds } },
		include: { appointments: true },
		orderBy: { id: 'asc' },
	})
	const told = await ctx.db.notice.findMany({
		where: { key: { in: news.map(({ key }) => key) } },
		select: { personId: true, key: true },
	})
	const done = new Set(told.map(({ personId, key }) => `${personId} ${key}`))
	const today = utcDay(ctx.now)
	const wanted = organizations.flatMap(({ id, nameEn, nameId, appointments }) => {
		const own = news.filter(({ organizationId }) => organizationId === id)
		const acting = appointments.filter((one) => holdsOn(one, today)).map(({ personId }) => personId)
		const personIds = [...new Set([...acting, ...own.flatMap(({ personId }) => personId ?? [])])]
		return personIds.flatMap((personId) => {
			const fresh = own.filter(({ key }) => !done.has(`${personId} ${key}`)).map(withoutPerson)
			const organization = { id, name: { en: nameEn, id: nameId } }
			return fresh.length === 0 ? [] : [{ personId, organization, news: fresh }]
		})
	})
	const people = await ctx.db.person.findMany({
		where: { id: { in: wanted.map(({ personId }) => personId) } },
	})
	return wanted.flatMap(({ personId, ...letter }) => {
		const person = people.find(({ id }) => id === personId)
		return person ? [{ ...letter, reader: { personId, email: person.email, locale: person.locale } }] : []
	})
}

async function listNews(ctx: World): Promise<readonly Told[]> {
	const since = { publishedAt: { gte: new Date(ctx.now.getTime() - TOLD_FOR_MS) } }
	const [changes, findings, withdrawn] = await Promise.all([
		ctx.db.csoAccountChange.findMany({ where: since, orderBy: { publishedAt: 'asc' } }),
		ctx.db.verification.findMany({
			where: since,
			orderBy: { publishedAt: 'asc' },
			select: { recordId: true, version: true, organizationId: true, publishedOn: true },
		}),
		withdrawnRecordIds(ctx),
	])
	return [
		...changes.map((row) => ({
			...placeOf(row),
			change: { event: row.event, role: row.role, personNumber: row.personNumber },
			personId: row.personId,
		})),
		...findings
			.filter(({ recordId }) => !withdrawn.has(recordId))
			.map((row) => ({ ...placeOf(row), change: null, personId: null })),
	]
}

type Place = {
	readonly recordId: string
	readonly version: number
	readonly organizationId: string
	readonly publishedOn: string
}

function placeOf(row: Place) {
	const { recordId, version, organizationId, publishedOn: on } = row
	return { key: newsKey(row), recordId, version, organizationId, on }
}

function withoutPerson({ key, recordId, version, on, change }: Told): AccountNews {
	return { key, recordId, version, on, change }
}
