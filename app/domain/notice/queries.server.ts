import { REPLY_ROLES } from '#app/access/policy.ts'
import { daysBetween, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { listPlansInForce, workOut } from '#app/domain/obligation/queries.server.ts'
import type { WorkedOut } from '#app/domain/obligation/queries.server.ts'
import { isOpen, stateOn } from '#app/domain/obligation/rules.ts'
import { obligationId } from '#app/domain/obligation/view.ts'
import { claimsOn, expectedAt } from '#app/domain/plan-event/rules.ts'
import { reasonNotToFile } from '#app/domain/progress-update/rules.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { findThreads } from '#app/domain/waiting-thread/queries.server.ts'
import { replyOwedOn } from '#app/domain/waiting-thread/view.ts'
import { overdueKey, overdueLetter, reminderFor, reminderKey } from './rules.ts'
import type { ChoiceView, DueLetter, LetterItem, Reader } from './view.ts'

export type World = Pick<Context, 'db' | 'now'>

/** Letters about replies leave out findings that were withdrawn for somebody's safety. */
export type LetterWorld = Pick<Context, 'db' | 'now' | 'withdrawals'>

/** Something that is open, with who owes it. */
export type Open = {
	readonly itemKey: string
	readonly dueOn: CalendarDay
	/** How long there is for it, where that is short: letters from before it began are left out. */
	readonly clockDays?: number
	readonly about: LetterItem['about']
	/** The role whose holders owe it, for a member or for an organization. */
	readonly owedBy:
		| { readonly roles: readonly string[]; readonly memberId: string }
		| { readonly roles: readonly string[]; readonly organizationIds: readonly string[] }
}

/** A report that is open, with the institutions that owe it. */
export type OpenReport = Open & {
	readonly place: { readonly milestoneId: string; readonly checkpointId: string }
	readonly about: Extract<LetterItem['about'], { kind: 'REPORT' }>
	readonly owedBy: { readonly roles: readonly string[]; readonly organizationIds: readonly string[] }
}

/** Letters about deadlines that are due today and were not sent: one for each reader of each plan. */
export async function listDueLetters(ctx: LetterWorld): Promise<readonly DueLetter[]> {
	const letters: DueLetter[] = []
	for (const planId of await listPlansInForce(ctx.db)) letters.push(...(await lettersOf(ctx, planId)))
	return letters
}

/** Everything that is open on a plan, with who owes it; what is given is the plan as worked out for the day. */
export async function openOn(ctx: LetterWorld, worked: WorkedOut): Promise<readonly Open[]> {
	return [
		...openObligations(worked),
		...(await openReports(ctx, worked)),
		...(await openReplies(ctx, worked.plan.planId)),
	]
}

async function lettersOf(ctx: LetterWorld, planId: string): Promise<readonly DueLetter[]> {
	const worked = await workOut(ctx, planId)
	const { plan, cycle } = worked
	const { today } = plan.facts
	const open = await openOn(ctx, worked)
	if (open.length === 0) return []
	const holders = await holdersOn(ctx, today)
	const drafts = open.flatMap((one) =>
		holders
			.filter((holder) => owes(holder, one))
			.flatMap((holder): readonly (LetterItem & To)[] => {
				const { dueOn, about } = one
				const item = { about, dueOn, planTitle: plan.title }
				const reminderDays = cycle.reminderDays.values.filter(
					(before) => before < (one.clockDays ?? Infinity),
				)
				const days = reminderFor(dueOn, today, reminderDays)
				if (days !== null)
					return [{ ...item, kind: 'BEFORE', to: holder.personId, key: reminderKey(one.itemKey, days) }]
				const letter = overdueLetter(dueOn, today, cycle.reminderEveryDays.value)
				const superior = holder.person.superiorId
				if (letter === null || superior === null) return []
				return [
					{ ...item, kind: 'OVERDUE', to: superior, key: overdueKey(one.itemKey, letter), of: one.itemKey },
				]
			}),
	)
	return gathered(ctx, drafts)
}

type To = { readonly kind: DueLetter['kind']; readonly to: string; readonly of?: string }

/** The items by reader, without what was sent, acknowledged or not wanted. */
async function gathered(ctx: World, drafts: readonly (LetterItem & To)[]): Promise<readonly DueLetter[]> {
	const personIds = [...new Set(drafts.map(({ to }) => to))]
	const [readers, sent, seen] = await Promise.all([
		readersOf(ctx, personIds, 'hasReminders'),
		ctx.db.notice.findMany({ where: { personId: { in: personIds } }, select: { personId: true, key: true } }),
		ctx.db.overdueAcknowledgement.findMany({ where: { personId: { in: personIds } } }),
	])
	const done = new Set([...sent, ...seen].map(({ personId, key }) => `${personId} ${key}`))
	return readers.flatMap((reader) =>
		(['BEFORE', 'OVERDUE'] as const).flatMap((kind): readonly DueLetter[] => {
			const own = drafts.filter((draft) => draft.to === reader.personId && draft.kind === kind)
			const fresh = own.filter(
				({ key, of }, at) =>
					!done.has(`${reader.personId} ${key}`) &&
					!done.has(`${reader.personId} ${of ?? ''}`) &&
					own.findIndex((other) => other.key === key) === at,
			)
			const items = fresh.map(({ key, about, planTitle, dueOn }) => ({ key, about, planTitle, dueOn }))
			return items.length === 0 ? [] : [{ kind, reader, sentOn: utcDay(ctx.now), items }]
		}),
	)
}

/** People to write to who want this kind of letter; whoever has no choice on record gets both kinds. */
export async function readersOf(
	ctx: World,
	personIds: readonly string[],
	wanted: 'hasReminders' | 'hasDigest',
): Promise<readonly Reader[]> {
	const [people, choices] = await Promise.all([
		ctx.db.person.findMany({ where: { id: { in: [...personIds] } }, orderBy: { id: 'asc' } }),
		ctx.db.noticeChoice.findMany({ where: { personId: { in: [...personIds] } } }),
	])
	return people.flatMap(({ id, email, locale }) => {
		const choice = choices.find(({ personId }) => personId === id)
		if (choice && !choice[wanted]) return []
		return [{ personId: id, email, locale, token: choice?.token ?? '' }]
	})
}

function openObligations(worked: WorkedOut): readonly Open[] {
	const { plan, obligations, dueSoonDays } = worked
	return obligations
		.filter((kept) => isOpen(stateOn(kept, plan.facts.today, dueSoonDays)))
		.map((kept) => ({
			itemKey: `obligation.${obligationId(plan.planId, kept)}`,
			dueOn: kept.dueOn,
			about: {
				kind: 'OBLIGATION',
				code: kept.code,
				subject: kept.subject,
				subjectTitle: plan.commitmentTitles.get(kept.subject) ?? null,
			},
			owedBy: { roles: ['POC', 'SECRETARIAT'], memberId: plan.member.id },
		}))
}

/** Reports that institutions owe at checkpoints that take them today. */
export async function openReports(
	ctx: World,
	{ plan }: Pick<WorkedOut, 'plan'>,
): Promise<readonly OpenReport[]> {
	const missing = await missingAt(ctx, plan)
	const rows = await ctx.db.milestone.findMany({
		where: { id: { in: missing.map(({ milestoneId }) => milestoneId) } },
		include: {
			versions: { orderBy: { version: 'desc' }, take: 1 },
			commitment: { include: { institutions: { where: { isLead: true } } } },
		},
	})
	return missing.flatMap(({ milestoneId, checkpoint }) => {
		const row = rows.find(({ id }) => id === milestoneId)
		const text = row?.versions[0]
		if (!row || !text) return []
		return [
			{
				itemKey: `report.${milestoneId}.${checkpoint.id}`,
				place: { milestoneId, checkpointId: checkpoint.id },
				dueOn: checkpoint.dueOn,
				about: {
					kind: 'REPORT' as const,
					milestone: { en: text.titleEn, id: text.titleId },
					checkpointCode: checkpoint.code,
				},
				owedBy: {
					roles: ['IMPLEMENTER'],
					organizationIds: row.commitment.institutions.map(({ organizationId }) => organizationId),
				},
			},
		]
	})
}

/** Replies that institutions owe to findings. */
async function openReplies(ctx: LetterWorld, planId: string): Promise<readonly Open[]> {
	const threads = await findThreads(ctx, { commitment: { actionPlanId: planId } })
	return threads.flatMap((thread): readonly Open[] => {
		const owing = thread.institutionIds.filter((id) => replyOwedOn(thread, id) !== null)
		if (thread.dueOn === null || owing.length === 0) return []
		return [
			{
				itemKey: `reply.${thread.recordId}.${String(thread.version)}`,
				dueOn: thread.dueOn,
				clockDays: daysBetween(thread.publishedOn, thread.dueOn),
				about: { kind: 'REPLY', subject: thread.milestoneTitle ?? thread.commitmentTitle },
				owedBy: { roles: REPLY_ROLES, organizationIds: owing },
			},
		]
	})
}

/** Which milestones still lack a report at which checkpoint that takes one today. */
async function missingAt(ctx: World, { planId, facts }: WorkedOut['plan']) {
	const checkpoints = await ctx.db.checkpoint.findMany({ where: { actionPlanId: planId } })
	return checkpoints
		.filter((checkpoint) => reasonNotToFile(checkpoint, facts.today) === null)
		.flatMap((checkpoint) =>
			expectedAt(checkpoint, facts)
				.filter((id) => !claimsOn(facts, id).some(({ checkpointId }) => checkpointId === checkpoint.id))
				.map((milestoneId) => ({ milestoneId, checkpoint })),
		)
}

type Holder = Awaited<ReturnType<typeof holdersOn>>[number]

/** Everyone who holds a role on a day. */
export async function holdersOn(ctx: World, today: CalendarDay) {
	return ctx.db.appointment.findMany({
		where: { fromOn: { lte: today }, OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
		include: { person: { select: { superiorId: true } } },
		orderBy: { id: 'asc' },
	})
}

/** Whether the holder of a role is among those who owe it. */
export function owes(
	holder: Pick<Holder, 'role' | 'memberId' | 'organizationId'>,
	{ owedBy }: Pick<Open, 'owedBy'>,
): boolean {
	if (!owedBy.roles.includes(holder.role)) return false
	if ('memberId' in owedBy) return holder.memberId === owedBy.memberId
	return owedBy.organizationIds.includes(holder.organizationId)
}

/** What the actor has chosen, and whom they can name as superior. Refuses with `not_found`. */
export async function findChoice(ctx: Context): Promise<ChoiceView> {
	const personId = ctx.actor.personId ?? ''
	const [person, choice] = await Promise.all([
		ctx.db.person.findUnique({ where: { id: personId } }),
		ctx.db.noticeChoice.findUnique({ where: { personId } }),
	])
	if (!person) throw new Refusal('not_found')
	const colleagues = await ctx.db.person.findMany({
		where: { organizationId: person.organizationId, id: { not: personId } },
		orderBy: { displayName: 'asc' },
	})
	return {
		hasReminders: choice?.hasReminders ?? true,
		hasDigest: choice?.hasDigest ?? true,
		superiorId: person.superiorId,
		colleagues: colleagues.map(({ id, displayName }) => ({ id, name: displayName })),
	}
}
