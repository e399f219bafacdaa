import { listQuestions } from '#app/domain/assessment-question/queries.server.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { assessmentView } from '#app/domain/independent-record/view.ts'
import { listCommitments } from '#app/domain/local-assessment/queries.server.ts'
import type { AssessmentView } from '#app/domain/local-assessment/view.ts'
import { memberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { readable } from '#app/domain/unreadable-act/view.ts'
import type { LocalAssessment } from '#prisma/generated/client.ts'
import type { PublishedAssessment } from './view.ts'

/**
 * One version of an assessment as everyone reads it; without a version, the newest.
 *
 * Refuses  with `not_found`; with `record_differs` where what is stored cannot be read any more.
 */
export async function findPublishedAssessment(
	ctx: Context,
	recordId: string,
	version?: number,
): Promise<PublishedAssessment> {
	const rows = await versionsOf(ctx, recordId)
	const row = version === undefined ? rows[0] : rows.find((one) => one.version === version)
	const [newest, first] = [rows[0], rows.at(-1)]
	if (!row || !newest || !first) throw new Refusal('not_found')
	const [assessment, commitments, head] = await Promise.all([
		readableView(ctx, row),
		listCommitments(ctx.db, row.actionPlanId),
		ctx.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } }),
	])
	if (!assessment) throw new Refusal('record_differs')
	const [text] = row.actionPlan.versions
	return {
		assessment,
		questions: await listQuestions(ctx.db, assessment),
		plan: {
			id: row.actionPlanId,
			title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
		},
		member: memberView(row.actionPlan.member),
		commitments: commitments.map(({ id, number, title }) => ({ id, number, title })),
		firstOn: dayIn(row.actionPlan.member.timeZone, first.publishedAt),
		newestVersion: newest.version,
		versions: rows.map((one) => one.version),
		ledgerSize: head.size,
	}
}

function versionsOf({ db }: Context, recordId: string) {
	return db.localAssessment.findMany({
		where: { recordId, actionPlan: { status: { not: 'DRAFT' } } },
		orderBy: { version: 'desc' },
		include: {
			actionPlan: {
				include: { member: true, versions: { orderBy: { version: 'desc' }, take: 1 } },
			},
		},
	})
}

/** Null where what is stored cannot be read any more. */
async function readableView({ db, now }: Context, row: LocalAssessment): Promise<AssessmentView | null> {
	const { recordId, version, organizationId } = row
	const [evidence, entry, organization] = await Promise.all([
		db.evidence.findMany({ where: { recordId, recordVersion: version } }),
		db.ledgerEntry.findFirst({ where: { recordId, version }, select: { index: true } }),
		db.organization.findUnique({ where: { id: organizationId } }),
	])
	const name = { en: organization?.nameEn ?? null, id: organization?.nameId ?? null }
	return readable(() =>
		assessmentView(row, {
			evidence,
			today: utcDay(now),
			organizations: new Map([[organizationId, name]]),
			indexes: new Map(entry ? [[`${recordId}@${String(version)}`, entry.index]] : []),
		}),
	)
}
