import { may, membersOf, PLAN_ROLES } from '#app/access/policy.ts'
import { dayIn, utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findPieces } from '#app/domain/evidence/queries.server.ts'
import { Said } from '#app/domain/member-act/schema.ts'
import { DESK_KINDS } from '#app/domain/member-act/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { memberView } from '#app/domain/member/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import type { Corrected, DeskChoice, DeskView, ListedAct } from './view.ts'

const newest = {
	orderBy: { version: 'desc' },
	take: 1,
	select: { titleEn: true, titleId: true },
} as const

/** The members whose desk the actor may use, by name. */
export async function listDesks(ctx: Context): Promise<readonly MemberView[]> {
	const own = membersOf(ctx.actor, PLAN_ROLES)
	const rows = await ctx.db.member.findMany({
		where: own.includes(null) ? {} : { id: { in: own.flatMap((id) => id ?? []) } },
		orderBy: { nameId: 'asc' },
	})
	return rows.map(memberView)
}

/** The desk of one member. Refuses with `not_found` where it is not the actor's. */
export async function findDesk(ctx: Context, memberId: string): Promise<DeskView> {
	if (!may(ctx.actor, 'member-act.publish', { memberId })) throw new Refusal('not_found')
	const member = await ctx.db.member.findUnique({ where: { id: memberId } })
	if (!member) throw new Refusal('not_found')
	const [plans, commitments, areas] = await Promise.all([
		ctx.db.actionPlan.findMany({
			where: { memberId },
			include: { versions: newest },
			orderBy: { id: 'asc' },
		}),
		ctx.db.commitment.findMany({
			where: { actionPlan: { memberId, status: { notIn: ['ENDED', 'CLOSED'] } } },
			include: { versions: newest },
			orderBy: [{ actionPlanId: 'asc' }, { position: 'asc' }],
		}),
		ctx.db.policyArea.findMany({ orderBy: { nameId: 'asc' } }),
	])
	return {
		member: memberView(member),
		today: dayIn(member.timeZone, ctx.now),
		plans: plans.map(choiceOf),
		commitments: commitments.map(choiceOf),
		policyAreas: areas.map(({ nameEn, nameId }) => ({ id: nameId, title: { en: nameEn, id: nameId } })),
	}
}

function choiceOf(row: {
	readonly id: string
	readonly versions: readonly { readonly titleEn: string | null; readonly titleId: string | null }[]
}): DeskChoice {
	const [text] = row.versions
	return { id: row.id, title: { en: text?.titleEn ?? null, id: text?.titleId ?? null } }
}

/** An act of the member in its newest version. Refuses with `not_found` where it is another's or of another kind. */
export async function findCorrected(
	ctx: Context,
	{ memberId, kind, recordId }: { memberId: string; kind: DeskKind; recordId: string },
): Promise<Corrected> {
	const row = await ctx.db.memberAct.findFirst({ where: { recordId }, orderBy: { version: 'desc' } })
	if (!row || row.memberId !== memberId || row.kind !== kind) throw new Refusal('not_found')
	const { version, isRetracted } = row
	const pieces = await findPieces(ctx.db, { recordId, version }, utcDay(ctx.now))
	return { recordId, version, kind, said: Said.parse(row.said), isRetracted, pieces }
}

/** Acts of one kind that a desk lists at once. */
const LISTED_AT_ONCE = 20

/** The newest acts of a member, of each kind. */
export async function listDeskActs(ctx: Context, memberId: string): Promise<readonly ListedAct[]> {
	const rows = await ctx.db.$queryRawUnsafe<MemberAct[]>(LISTED, memberId, LISTED_AT_ONCE)
	return rows.flatMap((row) => {
		const kind = DESK_KINDS.find((one) => one === row.kind)
		if (!kind) return []
		const { recordId, onDay, isRetracted } = row
		return [{ recordId, kind, name: nameIn(Said.parse(row.said)), onDay, isRetracted }]
	})
}

const LISTED = `SELECT * FROM (
		SELECT n.*, row_number() OVER (PARTITION BY n."kind" ORDER BY n."onDay" DESC, n."recordId") AS "place" FROM (
			SELECT DISTINCT ON ("recordId") * FROM "MemberAct" WHERE "memberId" = $1 ORDER BY "recordId", "version" DESC
		) n
	) l WHERE "place" <= $2::int ORDER BY "kind", "place"`

/** What an act is called: by its title, or by who or what it names. */
function nameIn(said: Readonly<Record<string, unknown>>): Bilingual {
	const text = (name: string) => {
		const value = said[name]
		return typeof value === 'string' && value !== '' ? value : null
	}
	const named = text('byName') ?? text('signatoryName') ?? text('name') ?? text('url')
	return { en: text('titleEn') ?? named, id: text('titleId') ?? named }
}
