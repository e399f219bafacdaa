import { ApplicationSaid } from '#app/domain/application/schema.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { addDays, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { holdersOn, readersOf } from '#app/domain/notice/queries.server.ts'
import { digestKey, mondayOf } from '#app/domain/notice/rules.ts'
import type { DueDigest } from '#app/domain/notice/view.ts'
import type { Context } from '#app/domain/context.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'
import { consultedTitle, entriesBySubject } from './view.ts'
import type { EntryOfMember, KnownSubject, Said } from './view.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>
/** Acts whose subjects are known by them alone. */
type Known = { readonly said: readonly Said[]; readonly subjects: readonly KnownSubject[] }
type Days = { readonly publishedAt: { readonly gte: Date; readonly lt: Date } }

/** Digests of the week that ended last Sunday, for those who hold a role for a member on which something was published. */
export async function listDueDigests(ctx: World): Promise<readonly DueDigest[]> {
	const untilOn = mondayOf(utcDay(ctx.now))
	const fromOn = addDays(untilOn, -7)
	const key = digestKey(untilOn)
	const [entries, holders] = await Promise.all([
		entriesOf(ctx, fromOn, untilOn),
		holdersOn(ctx, utcDay(ctx.now)),
	])
	if (entries.length === 0) return []
	const [readers, sent] = await Promise.all([
		readersOf(ctx, [...new Set(holders.map(({ personId }) => personId))], 'hasDigest'),
		ctx.db.notice.findMany({ where: { key }, select: { personId: true } }),
	])
	const done = new Set(sent.map(({ personId }) => personId))
	return readers.flatMap((reader) => {
		if (done.has(reader.personId)) return []
		const members = holders
			.filter(({ personId }) => personId === reader.personId)
			.map(({ memberId }) => memberId)
		const own = onceEach(
			entries.filter(({ memberId }) => members.includes(memberId) || members.includes(null)),
		)
		return own.length === 0 ? [] : [{ key, reader, fromOn, untilOn: addDays(untilOn, -1), entries: own }]
	})
}

/** What concerns several members of a reader is told once. */
function onceEach(entries: readonly EntryOfMember[]): readonly EntryOfMember[] {
	return entries.filter(
		({ subject, id }, at) =>
			entries.findIndex((other) => other.subject === subject && other.id === id) === at,
	)
}

/** What was published in some days, by commitment or plan, newest first. What was withdrawn is not there. */
async function entriesOf(
	ctx: World,
	fromOn: CalendarDay,
	untilOn: CalendarDay,
): Promise<readonly EntryOfMember[]> {
	const days = {
		publishedAt: { gte: new Date(`${fromOn}T00:00:00Z`), lt: new Date(`${untilOn}T00:00:00Z`) },
	}
	const [onCommitments, onPlans, onConsultations, onApplications, onRules] = await Promise.all([
		saidOnCommitments(ctx, days),
		saidOnPlans(ctx, days),
		saidOnConsultations(ctx, days),
		saidOnApplications(ctx, days),
		saidOnRules(ctx, days),
	])
	const own = [onConsultations, onApplications, onRules]
	const said = [...onCommitments, ...onPlans, ...own.flatMap((one) => one.said)]
	const [commitments, plans, names] = await Promise.all([
		commitmentsNamed(ctx, onCommitments),
		plansNamed(ctx, onPlans),
		organizationsNamed(ctx, said),
	])
	return entriesBySubject(said, [...commitments, ...plans, ...own.flatMap(({ subjects }) => subjects)], names)
}

/** Claims, findings and levels of whole commitments. */
async function saidOnCommitments(ctx: World, days: Days): Promise<readonly Said[]> {
	const { db } = ctx
	const [claims, verifications, levels, hidden] = await Promise.all([
		db.progressUpdate.findMany({
			where: { ...days, isImported: false },
			include: { milestone: { select: { commitmentId: true } } },
		}),
		db.verification.findMany({ where: days }),
		db.commitmentLevel.findMany({ where: days }),
		withdrawnRecordIds(ctx),
	])
	const about = (id: string, { organizationId }: { organizationId: string }) => ({
		subject: 'COMMITMENT' as const,
		id,
		organizationId,
	})
	return [
		...claims.map((row) => ({
			...about(row.milestone.commitmentId, row),
			act: { ...dayOf(row), kind: 'CLAIM' as const, level: row.claimedLevel },
		})),
		...verifications
			.filter(({ recordId }) => !hidden.has(recordId))
			.map((row) => ({
				...about(row.commitmentId, row),
				act: { ...dayOf(row), kind: 'VERIFICATION' as const, level: row.verifiedLevel },
			})),
		...levels.map((row) => ({
			...about(row.commitmentId, row),
			act: { ...dayOf(row), kind: 'LEVEL' as const, level: row.claimedLevel },
		})),
	]
}

/** Amendments, stages and self-assessments of plans. */
async function saidOnPlans({ db }: World, days: Days): Promise<readonly Said[]> {
	const [amendments, stages, assessments] = await Promise.all([
		db.amendment.findMany({ where: days }),
		db.planStage.findMany({ where: { ...days, stage: { not: 'CONSULTATION' } } }),
		db.selfAssessment.findMany({ where: days, omit: { model: true } }),
	])
	const about = (row: { actionPlanId: string; actorOrganizationId: string }) => ({
		subject: 'PLAN' as const,
		id: row.actionPlanId,
		organizationId: row.actorOrganizationId,
	})
	return [
		...amendments.map((row) => ({
			...about(row),
			act: { ...dayOf(row), kind: 'AMENDMENT' as const, effectiveOn: row.effectiveOn },
		})),
		...stages.map((row) => ({
			...about(row),
			act: { ...dayOf(row), kind: 'STAGE' as const, stage: row.stage },
		})),
		...assessments.map((row) => ({
			...about(row),
			act: { ...dayOf(row), kind: 'ASSESSMENT' as const, assessmentKind: row.kind, stage: row.stage },
		})),
	]
}

/** Plans that were opened to consultation: none of them is an action plan yet, so each is known by that act alone. */
async function saidOnConsultations({ db }: World, days: Days): Promise<Known> {
	const rows = await db.planStage.findMany({ where: { ...days, stage: 'CONSULTATION' } })
	const subjects = rows.map((row): KnownSubject => ({
		subject: 'CONSULTATION',
		id: row.recordId,
		memberId: row.memberId,
		title: consultedTitle(row.text),
	}))
	const said = rows.map((row): Said => ({
		subject: 'CONSULTATION',
		id: row.recordId,
		organizationId: row.actorOrganizationId,
		act: { ...dayOf(row), kind: 'STAGE', stage: row.stage },
	}))
	return { said, subjects }
}

/** Stages of applications to OGP Local, by the call. */
async function saidOnApplications({ db }: World, days: Days): Promise<Known> {
	const rows = await db.memberAct.findMany({ where: { ...days, kind: 'application.published' } })
	const read = rows.flatMap((row) => {
		const { data } = ApplicationSaid.safeParse(row.said)
		return data ? [{ row, data }] : []
	})
	const about = ({ recordId: id }: { recordId: string }) => ({ subject: 'RECORD' as const, id })
	const subjects = read.map(({ row, data }): KnownSubject => ({
		...about(row),
		memberId: row.memberId,
		title: { en: data.callNameEn, id: data.callNameId },
	}))
	return {
		subjects: subjects.filter(({ id }, at) => subjects.findIndex((other) => other.id === id) === at),
		said: read.map(({ row, data: { state } }): Said => ({
			...about(row),
			organizationId: row.actorOrganizationId,
			act: { ...dayOf(row), kind: 'APPLICATION', state },
		})),
	}
}

/** Versions of the rules: they concern every member of their track. */
async function saidOnRules({ db }: World, days: Days): Promise<Known> {
	const rows = await db.ruleSetPublication.findMany({ where: days })
	if (rows.length === 0) return { said: [], subjects: [] }
	const [sets, members] = await Promise.all([
		db.ruleSet.findMany({ where: { id: { in: rows.map(({ recordId }) => recordId) } } }),
		db.member.findMany({ select: { id: true, level: true } }),
	])
	const subject = 'RECORD' as const
	const found = rows.flatMap((row) => {
		const set = sets.find(({ id }) => id === row.recordId)
		return set ? [{ row, set }] : []
	})
	return {
		subjects: found.flatMap(({ set: { id, track, version } }) =>
			members
				.filter(({ level }) => level === track)
				.map((member): KnownSubject => ({
					subject,
					id,
					memberId: member.id,
					title: { en: version, id: version },
				})),
		),
		said: found.map(({ row, set: { track, validFrom } }): Said => ({
			...{ subject, id: row.recordId, organizationId: row.actorOrganizationId },
			act: { ...dayOf(row), kind: 'RULES', track, validFrom },
		})),
	}
}

function dayOf({ publishedOn, publishedAt }: { publishedOn: CalendarDay; publishedAt: Date }) {
	return { on: publishedOn, at: publishedAt }
}

const NEWEST_TITLE = {
	orderBy: { version: 'desc' },
	take: 1,
	select: { titleEn: true, titleId: true },
} as const

async function commitmentsNamed(
	{ db }: World,
	said: readonly { readonly id: string }[],
): Promise<readonly KnownSubject[]> {
	const rows = await db.commitment.findMany({
		where: { id: { in: idsOf(said) } },
		include: { actionPlan: { select: { memberId: true } }, versions: NEWEST_TITLE },
	})
	return rows.map(({ id, actionPlan: { memberId }, versions }) => ({
		subject: 'COMMITMENT',
		id,
		memberId,
		title: titleOf(versions),
	}))
}

async function plansNamed(
	{ db }: World,
	said: readonly { readonly id: string }[],
): Promise<readonly KnownSubject[]> {
	const rows = await db.actionPlan.findMany({
		where: { id: { in: idsOf(said) }, status: { not: 'DRAFT' } },
		include: { versions: NEWEST_TITLE },
	})
	return rows.map(({ id, memberId, versions }) => ({
		subject: 'PLAN',
		id,
		memberId,
		title: titleOf(versions),
	}))
}

async function organizationsNamed(
	{ db }: World,
	said: readonly Said[],
): Promise<ReadonlyMap<string, Bilingual>> {
	const ids = [...new Set(said.map(({ organizationId }) => organizationId))]
	const rows = await db.organization.findMany({ where: { id: { in: ids } } })
	return new Map(rows.map((one) => [one.id, { en: one.nameEn, id: one.nameId }]))
}

function idsOf(said: readonly { readonly id: string }[]): string[] {
	return [...new Set(said.map(({ id }) => id))]
}

function titleOf([text]: readonly { titleEn: string | null; titleId: string | null }[]): Bilingual {
	return { en: text?.titleEn ?? null, id: text?.titleId ?? null }
}
