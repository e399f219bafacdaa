import { may } from '#app/access/policy.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { IrmCoding } from '#prisma/generated/client.ts'

type Named = { readonly id: string; readonly number: string | null; readonly title: Bilingual }

/** A plan whose member the signed-in person codes for. */
export type CodingPlan = Named & {
	readonly memberId: string
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
}

/** A value that is here already, in its newest version. */
export type StoredValue = Pick<
	IrmCoding,
	| 'recordId'
	| 'version'
	| 'indicator'
	| 'value'
	| 'valueAsPublished'
	| 'product'
	| 'year'
	| 'codedOn'
	| 'sourceUrl'
	| 'locator'
> & { readonly isImported: boolean }

/** What a coding is entered about: a commitment or, where there is none, its whole plan, with what is here of it. */
export type CodingDesk = {
	readonly plan: CodingPlan
	readonly commitment: Named | null
	readonly codings: readonly StoredValue[]
}

const newestText = {
	versions: {
		orderBy: { version: 'desc' },
		take: 1,
		select: { number: true, titleEn: true, titleId: true },
	},
} as const
const withMember = { ...newestText, member: true } as const

/** The public plans of every member that the person codes for, newest first. */
export async function listCodingPlans(ctx: Context): Promise<readonly CodingPlan[]> {
	const rows = await ctx.db.actionPlan.findMany({
		where: { status: { notIn: ['DRAFT'] } },
		include: withMember,
		orderBy: { id: 'desc' },
	})
	return rows
		.filter(({ memberId }) => may(ctx.actor, 'irm-coding.enter', { memberId }))
		.map(({ member, ...row }) => ({ ...named(row), memberId: row.memberId, member: memberOf(member) }))
}

/** A plan with its commitments. Refuses with `not_found`, also for a plan of a member of somebody else. */
export async function findCodingPlan(
	ctx: Context,
	planId: string,
): Promise<{ readonly plan: CodingPlan; readonly commitments: readonly Named[] }> {
	const plan = await planOf(ctx.db, ctx, planId)
	const commitments = await ctx.db.commitment.findMany({
		where: { actionPlanId: planId },
		include: newestText,
		orderBy: { position: 'asc' },
	})
	return { plan, commitments: commitments.map(named) }
}

/** The desk of a coding; a commitment of another plan is not found. */
export async function findCodingDesk(
	db: Transaction,
	ctx: Context,
	{ planId, commitmentId }: { readonly planId: string; readonly commitmentId: string | null },
): Promise<CodingDesk> {
	const plan = await planOf(db, ctx, planId)
	const row =
		commitmentId === null
			? null
			: await db.commitment.findFirst({
					where: { id: commitmentId, actionPlanId: planId },
					include: newestText,
				})
	if (commitmentId !== null && !row) throw new Refusal('not_found')
	const codings = await db.irmCoding.findMany({
		where: { actionPlanId: planId, commitmentId },
		orderBy: [{ version: 'desc' }, { recordId: 'asc' }],
	})
	const newest = new Map<string, IrmCoding>()
	for (const coding of codings) if (!newest.has(coding.recordId)) newest.set(coding.recordId, coding)
	return { plan, commitment: row && named(row), codings: [...newest.values()].map(storedValue) }
}

async function planOf(db: Transaction, ctx: Context, planId: string): Promise<CodingPlan> {
	const row = await db.actionPlan.findFirst({
		where: { id: planId, status: { notIn: ['DRAFT'] } },
		include: withMember,
	})
	if (!row || !may(ctx.actor, 'irm-coding.enter', { memberId: row.memberId })) throw new Refusal('not_found')
	return { ...named(row), memberId: row.memberId, member: memberOf(row.member) }
}

type TextRow = {
	readonly id: string
	readonly versions: readonly {
		readonly number: string | null
		readonly titleEn: string | null
		readonly titleId: string | null
	}[]
}

function named({ id, versions: [text] }: TextRow): Named {
	return {
		id,
		number: text?.number ?? null,
		title: { en: text?.titleEn ?? null, id: text?.titleId ?? null },
	}
}

function memberOf(member: { nameEn: string; nameId: string; isDemonstration: boolean }) {
	return { name: { en: member.nameEn, id: member.nameId }, isDemonstration: member.isDemonstration }
}

function storedValue(row: IrmCoding): StoredValue {
	const { recordId, version, indicator, value, valueAsPublished, product, year, codedOn, sourceUrl } = row
	const said = { recordId, version, indicator, value, valueAsPublished, product, year, codedOn, sourceUrl }
	return { ...said, locator: row.locator, isImported: row.importedById !== null }
}
