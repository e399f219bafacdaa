import { addDays, utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { holdersOn, readersOf } from '#app/domain/notice/queries.server.ts'
import { digestKey, mondayOf } from '#app/domain/notice/rules.ts'
import type { DigestAct, DigestEntry, DueDigest } from '#app/domain/notice/view.ts'
import type { Context } from '#app/domain/context.ts'
import { withdrawnRecordIds } from '#app/domain/withdrawal/queries.server.ts'

type World = Pick<Context, 'db' | 'now' | 'withdrawals'>

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
		const own = entries.filter(({ memberId }) => members.includes(memberId) || members.includes(null))
		return own.length === 0 ? [] : [{ key, reader, fromOn, untilOn: addDays(untilOn, -1), entries: own }]
	})
}

type EntryOfMember = DigestEntry & { readonly memberId: string }

/** What was published in some days, by commitment, newest first. What was withdrawn is not there. */
async function entriesOf(
	ctx: World,
	fromOn: CalendarDay,
	untilOn: CalendarDay,
): Promise<readonly EntryOfMember[]> {
	const said = await saidIn(ctx, fromOn, untilOn)
	const { db } = ctx
	const [commitments, organizations] = await Promise.all([
		db.commitment.findMany({
			where: { id: { in: [...new Set(said.map(({ commitmentId }) => commitmentId))] } },
			include: { actionPlan: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
		}),
		db.organization.findMany({ where: { id: { in: said.map(({ organizationId }) => organizationId) } } }),
	])
	const names = new Map(organizations.map((one) => [one.id, { en: one.nameEn, id: one.nameId }]))
	return commitments
		.map(({ id, actionPlan, versions: [text] }) => ({
			commitmentId: id,
			memberId: actionPlan.memberId,
			title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
			acts: said
				.filter(({ commitmentId }) => commitmentId === id)
				.map(({ kind, publishedOn, publishedAt: at, organizationId, level }): DigestAct => ({
					kind,
					on: publishedOn,
					at,
					organization: names.get(organizationId) ?? { en: null, id: null },
					level,
				}))
				.sort(newestFirst),
		}))
		.sort((a, b) => newestFirst(a.acts[0], b.acts[0]))
}

/** Claims and findings that were published in some days. */
async function saidIn(ctx: World, fromOn: CalendarDay, untilOn: CalendarDay) {
	const publishedAt = { gte: new Date(`${fromOn}T00:00:00Z`), lt: new Date(`${untilOn}T00:00:00Z`) }
	const { db } = ctx
	const [claims, verifications, hidden] = await Promise.all([
		db.progressUpdate.findMany({
			where: { publishedAt, isImported: false },
			include: { milestone: { select: { commitmentId: true } } },
		}),
		db.verification.findMany({ where: { publishedAt } }),
		withdrawnRecordIds(ctx),
	])
	return [
		...claims.map((row) => ({
			...row,
			commitmentId: row.milestone.commitmentId,
			kind: 'CLAIM' as const,
			level: row.claimedLevel,
		})),
		...verifications
			.filter(({ recordId }) => !hidden.has(recordId))
			.map((row) => ({ ...row, kind: 'VERIFICATION' as const, level: row.verifiedLevel })),
	]
}

function newestFirst(a: Pick<DigestAct, 'at'> | undefined, b: Pick<DigestAct, 'at'> | undefined): number {
	return (b?.at.getTime() ?? 0) - (a?.at.getTime() ?? 0)
}
