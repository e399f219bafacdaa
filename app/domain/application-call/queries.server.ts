import { ApplicationSaid } from '#app/domain/application/schema.ts'
import type { Context } from '#app/domain/context.ts'
import { memberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { callStanding } from './rules.ts'
import { callView, fieldSetView } from './view.ts'
import type { CallPage, ListedCall, PublishedApplication } from './view.ts'

/** Where a call names no time zone, and no member is asked, its days are those of UTC, like those of the log. */
const ANYWHERE = 'UTC'

/** All calls, the newest first. */
export async function listCalls(ctx: Context): Promise<readonly ListedCall[]> {
	const rows = await ctx.db.applicationCall.findMany({ orderBy: [{ year: 'desc' }, { id: 'asc' }] })
	return rows.map((row) => ({
		call: callView(row),
		standing: callStanding(row, { now: ctx.now, timeZone: ANYWHERE }),
	}))
}

/** A call with what its form asks and who applied here in public. Refuses with `not_found`. */
export async function findCall(ctx: Context, callId: string): Promise<CallPage> {
	const row = await ctx.db.applicationCall.findUnique({ where: { id: callId } })
	const set = row && (await ctx.db.applicationFieldSet.findUnique({ where: { id: row.fieldSetId } }))
	if (!row || !set) throw new Refusal('not_found')
	return {
		call: callView(row),
		standing: callStanding(row, { now: ctx.now, timeZone: ANYWHERE }),
		fieldSet: fieldSetView(set),
		applications: await listPublished(ctx, callId),
	}
}

/** The applications of a call that were published, by the name of the member; what cannot be read is left out. */
async function listPublished(ctx: Context, callId: string): Promise<readonly PublishedApplication[]> {
	const acts = await ctx.db.$queryRawUnsafe<MemberAct[]>(NEWEST, callId)
	const members = await ctx.db.member.findMany({
		where: { id: { in: acts.map(({ memberId }) => memberId) } },
		orderBy: { nameId: 'asc' },
	})
	return members.flatMap((member) =>
		acts.flatMap((act) => {
			const said = ApplicationSaid.safeParse(act.said)
			if (act.memberId !== member.id || !said.success) return []
			const { recordId, onDay } = act
			return [{ recordId, onDay, member: memberView(member), state: said.data.state }]
		}),
	)
}

const NEWEST = `SELECT DISTINCT ON ("recordId") * FROM "MemberAct"
	WHERE "kind" = 'application.published' AND "subjectId" = $1 ORDER BY "recordId", "version" DESC`
