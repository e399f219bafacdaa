import { CSO_ROLES, PLAN_ROLES, membersOf } from '#app/access/policy.ts'
import { callStanding } from '#app/domain/application-call/rules.ts'
import { CALL_OF, listCallRows } from '#app/domain/application-call/queries.server.ts'
import { callView, newestOf } from '#app/domain/application-call/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { findRegisters } from '#app/domain/member-register/queries.server.ts'
import { memberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Member } from '#prisma/generated/client.ts'
import { heldSide } from './rules.ts'
import type { HeldSide } from './rules.ts'
import { applicationView, stateOf } from './view.ts'
import type { ApplicationDesk, ApplicationRows, ApplicationView } from './view.ts'

const ALL = { call: CALL_OF, texts: true, confirmations: true, letters: true, steps: true } as const

type Asked = Pick<Transaction, 'application' | 'applicationFieldSet' | 'member'>

/** An application as it is stored, with its member and the side that the actor is of. Refuses with `not_found`. */
export async function readApplication(
	db: Asked,
	{ actor }: Pick<Context, 'actor'>,
	applicationId: string,
): Promise<{ readonly rows: ApplicationRows; readonly member: Member; readonly held: HeldSide }> {
	const row = await db.application.findUnique({ where: { id: applicationId }, include: ALL })
	const held = row && heldSide(actor, row.memberId)
	const call = row && newestOf(row.call)
	if (!row || !held || !call) throw new Refusal('not_found')
	const [fieldSet, member] = await Promise.all([
		db.applicationFieldSet.findUniqueOrThrow({ where: { id: row.fieldSetId } }),
		db.member.findUniqueOrThrow({ where: { id: row.memberId } }),
	])
	return { rows: { ...row, call, fieldSet }, member, held }
}

/** An application that nobody else changes until the transaction ends. Refuses with `not_found`. */
export async function lockApplication(tx: Transaction, ctx: Context, applicationId: string) {
	await tx.$queryRawUnsafe('SELECT "id" FROM "Application" WHERE "id" = $1 FOR UPDATE', applicationId)
	return readApplication(tx, ctx, applicationId)
}

/** An application as its own people see it. Refuses with `not_found` where it is not the actor's. */
export async function findApplication(ctx: Context, applicationId: string): Promise<ApplicationView> {
	const { rows, member, held } = await readApplication(ctx.db, ctx, applicationId)
	const [registers, organizations] = await Promise.all([
		findRegisters(ctx, member.id),
		namesIn(ctx.db, organizationIds(rows)),
	])
	return applicationView(rows, {
		member: memberView(member),
		side: held.side,
		organizations,
		administrations: registers.of['administration.published'],
		moment: { now: ctx.now, timeZone: member.timeZone },
	})
}

/** The rows of an application with the names of those who worked on it, for its history. */
export async function findApplicationRows(ctx: Context, applicationId: string) {
	const { rows, member } = await readApplication(ctx.db, ctx, applicationId)
	const moment = { now: ctx.now, timeZone: member.timeZone }
	return { rows, moment, organizations: await namesIn(ctx.db, organizationIds(rows)) }
}

/** The names of organizations. */
export async function namesIn(
	db: Pick<Transaction, 'organization'>,
	ids: readonly string[],
): Promise<ReadonlyMap<string, Bilingual>> {
	const found = await db.organization.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, nameEn: true, nameId: true },
	})
	return new Map(found.map(({ id, nameEn, nameId }) => [id, { en: nameEn, id: nameId }]))
}

function organizationIds(rows: ApplicationRows): readonly string[] {
	return [
		rows.organizationId,
		...[...rows.texts, ...rows.confirmations, ...rows.steps].map(({ organizationId }) => organizationId),
		...rows.letters.flatMap(({ organizationId, removedBy }) => [
			organizationId,
			...(removedBy ? [removedBy] : []),
		]),
	]
}

/** The local members whose applications the actor writes, with the calls and what was begun for them. */
export async function listApplicationDesks(ctx: Context): Promise<readonly ApplicationDesk[]> {
	const own = membersOf(ctx.actor, [...PLAN_ROLES, ...CSO_ROLES])
	const members = await ctx.db.member.findMany({
		where: { level: 'LOCAL', ...(own.includes(null) ? {} : { id: { in: own.flatMap((id) => id ?? []) } }) },
		orderBy: { nameId: 'asc' },
	})
	const [calls, applications] = await Promise.all([
		listCallRows(ctx.db),
		ctx.db.application.findMany({
			where: { memberId: { in: members.map(({ id }) => id) } },
			include: { steps: true },
		}),
	])
	return members.map((member) => ({
		member: memberView(member),
		calls: calls
			.filter(({ isDemonstration }) => !isDemonstration || member.isDemonstration)
			.map((call) => {
				const begun = applications.find((one) => one.memberId === member.id && one.callId === call.callId)
				return {
					call: callView(call),
					standing: callStanding(call, { now: ctx.now, timeZone: member.timeZone }),
					begun: begun ? { id: begun.id, state: stateOf(begun) } : null,
				}
			}),
	}))
}

/** A call that an application may be begun for. Refuses with `not_found`, and with `call_closed` after its last day. */
export async function findBeginning(
	ctx: Context,
	{ memberId, callId }: { readonly memberId: string; readonly callId: string },
): Promise<ApplicationDesk['calls'][number] & Pick<ApplicationDesk, 'member'>> {
	const desk = (await listApplicationDesks(ctx)).find(({ member }) => member.id === memberId)
	const found = desk?.calls.find(({ call }) => call.id === callId)
	if (!desk || !found) throw new Refusal('not_found')
	if (found.begun === null && found.standing === 'CLOSED') throw new Refusal('call_closed')
	return { ...found, member: desk.member }
}
