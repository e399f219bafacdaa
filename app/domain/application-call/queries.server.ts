import { ApplicationSaid } from '#app/domain/application/schema.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { memberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { callStanding } from './rules.ts'
import { callVersions, callView, fieldSetView, newestOf } from './view.ts'
import type { CallPage, CallRow, ListedCall, PublishedApplication } from './view.ts'

/** Where a call names no time zone, and no member is asked, its days are those of UTC, like those of the log. */
const ANYWHERE = 'UTC'

const NEWEST_FIRST = { orderBy: { version: 'desc' } } as const

/** What is read with an application: its call in its newest version. */
export const CALL_OF = { include: { versions: { ...NEWEST_FIRST, take: 1 } } } as const

type Calls = Pick<Transaction, 'applicationCall'>

/** All calls in their newest versions, those of the newest year first. */
export async function listCallRows(db: Calls): Promise<readonly CallRow[]> {
	const rows = await db.applicationCall.findMany({ ...CALL_OF, orderBy: { id: 'asc' } })
	return rows.flatMap((row) => newestOf(row) ?? []).sort((a, b) => b.year - a.year)
}

/** A call in its newest version; null where there is none. */
export async function findCallRow(db: Calls, callId: string): Promise<CallRow | null> {
	const row = await db.applicationCall.findUnique({ where: { id: callId }, ...CALL_OF })
	return row && newestOf(row)
}

/** All calls, the newest first. */
export async function listCalls(ctx: Context): Promise<readonly ListedCall[]> {
	const rows = await listCallRows(ctx.db)
	return rows.map((row) => ({
		call: callView(row),
		standing: callStanding(row, { now: ctx.now, timeZone: ANYWHERE }),
	}))
}

/** A call with what its form asks, its versions and who applied here in public. Refuses with `not_found`. */
export async function findCall(ctx: Context, callId: string): Promise<CallPage> {
	const row = await ctx.db.applicationCall.findUnique({
		where: { id: callId },
		include: { versions: NEWEST_FIRST },
	})
	const versions = (row?.versions ?? []).map((one) => ({
		...one,
		isDemonstration: row?.isDemonstration === true,
	}))
	const [newest] = versions
	if (!newest) throw new Refusal('not_found')
	const [fieldSets, publications] = await Promise.all([
		ctx.db.applicationFieldSet.findMany({
			where: { id: { in: versions.map(({ fieldSetId }) => fieldSetId) } },
		}),
		ctx.db.applicationCallPublication.findMany({ where: { recordId: callId } }),
	])
	const fieldSet = fieldSets.find(({ id }) => id === newest.fieldSetId)
	if (!fieldSet) throw new Refusal('not_found')
	return {
		call: callView(newest),
		standing: callStanding(newest, { now: ctx.now, timeZone: ANYWHERE }),
		fieldSet: fieldSetView(fieldSet),
		versions: callVersions(versions, { fieldSets, publications }),
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
