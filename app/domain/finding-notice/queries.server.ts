import { REPLY_ROLES } from '#app/access/policy.ts'
import { addDays, utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { holdersOn } from '#app/domain/notice/queries.server.ts'
import { VerificationRules } from '#app/domain/verification-rules/schema.ts'
import { findThreads } from '#app/domain/waiting-thread/queries.server.ts'
import { replyOwedOn } from '#app/domain/waiting-thread/view.ts'
import type { FindingLetter, FindingNews } from './view.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

/**
 * Letters about findings that ask for a reply, to everyone who may give it, as long as a reply is in time: each version
 * of a finding is told once. They are no reminders, so nobody ends them with those.
 */
export async function listFindingLetters(world: World): Promise<readonly FindingLetter[]> {
	const today = utcDay(world.now)
	const since = addDays(today, -(await longestClock(world)) - 1)
	const threads = await findThreads(world, { publishedOn: { gte: since } })
	const running = threads.filter((thread) => thread.dueOn !== null && thread.today <= thread.dueOn)
	if (running.length === 0) return []
	const roles: readonly string[] = REPLY_ROLES
	const holders = (await holdersOn(world, today)).filter(({ role }) => roles.includes(role))
	const drafts = running.flatMap((thread) =>
		holders
			.filter((holder) => thread.institutionIds.includes(holder.organizationId))
			.flatMap(({ personId, organizationId }): (FindingNews & { personId: string })[] => {
				const dueOn = replyOwedOn(thread, organizationId)
				if (dueOn === null) return []
				const { recordId, version, planTitle } = thread
				const subject = thread.milestoneTitle ?? thread.commitmentTitle
				return [
					{ personId, key: `finding.${recordId}.${String(version)}`, recordId, subject, planTitle, dueOn },
				]
			}),
	)
	return unsent(world, drafts)
}

/** The longest time to reply that any rule set gives. Unit: days. */
async function longestClock({ db }: World): Promise<number> {
	const rows = await db.ruleSet.findMany({ select: { verification: true } })
	return Math.max(0, ...rows.map(({ verification }) => VerificationRules.parse(verification).replyDays.value))
}

/** One letter for each person, without what they were told before. */
async function unsent(
	{ db }: World,
	drafts: readonly (FindingNews & { readonly personId: string })[],
): Promise<readonly FindingLetter[]> {
	const where = { id: { in: [...new Set(drafts.map(({ personId }) => personId))] } }
	const [people, sent] = await Promise.all([
		db.person.findMany({ where, orderBy: { id: 'asc' } }),
		db.notice.findMany({
			where: { personId: where.id, key: { startsWith: 'finding.' } },
			select: { personId: true, key: true },
		}),
	])
	const told = new Set(sent.map(({ personId, key }) => `${personId} ${key}`))
	return people.flatMap(({ id, email, locale }): FindingLetter[] => {
		const own = drafts.filter(({ personId, key }) => personId === id && !told.has(`${id} ${key}`))
		const news = own
			.filter(({ key }, at) => own.findIndex((other) => other.key === key) === at)
			.map(({ personId: _personId, ...one }) => one)
		return news.length === 0 ? [] : [{ personId: id, email, locale, news }]
	})
}
