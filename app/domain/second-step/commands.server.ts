import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { Secret } from 'otpauth'
import { may, organizationsOf } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { lockOrganization, personNumberIn } from '#app/domain/cso-account/queries.server.ts'
import { independentKind } from '#app/domain/cso-account/rules.ts'
import { accountChangeRow } from '#app/domain/cso-account/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { findPersonWithRoles } from './queries.server.ts'
import {
	SPARE_CODES,
	SPARE_CODE_LENGTH,
	SPARE_CODE_LETTERS,
	VOUCHES_NEEDED,
	codeStep,
	isAppCode,
	isOwed,
	vouchesThatHold,
} from './rules.ts'
import type { StepKeeper } from './rules.ts'
import type { PaperCodes } from './view.ts'

/** A typed code, and the session that it is typed in. */
export type TypedCode = { readonly code: string; readonly sessionId: string }

/** Bytes of what codes are made from. Source: RFC 4226, section 4, R6. */
const SECRET_BYTES = 20

/** Begins to set codes up for the actor; what was begun before and never shown a code for is forgotten. */
export async function beginStep(ctx: Context, keeper: StepKeeper): Promise<void> {
	const personId = ownId(ctx)
	const secret = keeper.seal(new Secret({ size: SECRET_BYTES }).base32, personId)
	const begun = { secret, begunAt: ctx.now, lastStep: 0 }
	await ctx.db.$transaction(async (tx) => {
		const known = await tx.secondStep.findUnique({ where: { personId } })
		if (known?.confirmedAt) throw new Refusal('second_step_known')
		await tx.secondStep.upsert({ where: { personId }, create: { personId, ...begun }, update: begun })
	})
}

/**
 * Ends the setting up with the first code. The session that shows it has taken the second step; all others end.
 *
 * Refuses  with `not_found` where nothing was begun, `second_step_known`, `code_wrong`.
 * Returns  the codes on paper, which are never shown again.
 */
export async function confirmStep(
	ctx: Context,
	keeper: StepKeeper,
	{ code, sessionId }: TypedCode,
): Promise<PaperCodes> {
	const personId = ownId(ctx)
	return ctx.db.$transaction(async (tx) => {
		const step = await tx.secondStep.findUnique({ where: { personId } })
		if (!step) throw new Refusal('not_found')
		if (step.confirmedAt !== null) throw new Refusal('second_step_known')
		const at = codeStep(keeper.open(step.secret, personId) ?? '', code, ctx.now)
		if (at === null) throw new Refusal('code_wrong')
		const { count } = await tx.secondStep.updateMany({
			where: { personId, confirmedAt: null },
			data: { confirmedAt: ctx.now, lastStep: at },
		})
		if (count !== 1) throw new Refusal('second_step_known')
		await tx.authSession.deleteMany({ where: { userId: personId, id: { not: sessionId } } })
		await take(tx, keeper, { sessionId, personId, at: ctx.now })
		return newPaper(tx, keeper, personId)
	})
}

/**
 * Takes the second step in a session, with a code of the app or one on paper. The code for emergencies is answered like
 * a wrong one, and locks the account: every session ends but the one it is typed in, which can do nothing.
 *
 * Returns  what became of it; `LOCKED` is to be told to colleagues and to nobody else.
 */
export async function takeStep(
	ctx: Context,
	keeper: StepKeeper,
	{ code, sessionId }: TypedCode,
): Promise<'TAKEN' | 'WRONG' | 'LOCKED'> {
	const personId = ownId(ctx)
	return ctx.db.$transaction(async (tx) => {
		const step = await tx.secondStep.findUnique({ where: { personId } })
		if (!step || step.confirmedAt === null) throw new Refusal('not_found')
		if (step.lockedAt !== null) return 'WRONG'
		const taken = { sessionId, personId, at: ctx.now }
		if (isAppCode(code)) {
			const at = codeStep(keeper.open(step.secret, personId) ?? '', code, ctx.now)
			const newer = { personId, lastStep: { lt: at ?? 0 } }
			const { count } = await tx.secondStep.updateMany({ where: newer, data: { lastStep: at ?? 0 } })
			if (at === null || count !== 1) return 'WRONG'
			await take(tx, keeper, taken)
			return 'TAKEN'
		}
		const paper = { seal: keeper.codeSeal(code, personId), personId, usedAt: null }
		const found = await tx.spareCode.findFirst({ where: paper })
		const used = await tx.spareCode.updateMany({ where: paper, data: { usedAt: ctx.now } })
		if (!found || used.count !== 1) return 'WRONG'
		if (found.isEmergency) {
			await lock(tx, ctx, sessionId)
			return 'LOCKED'
		}
		await take(tx, keeper, taken)
		return 'TAKEN'
	})
}

/** Makes new codes on paper; the old ones are worth nothing from then on. Refuses with `not_found`. */
export async function renewPaper(ctx: Context, keeper: StepKeeper): Promise<PaperCodes> {
	const personId = ownId(ctx)
	return ctx.db.$transaction(async (tx) => {
		if (!(await hasStep(tx, personId))) throw new Refusal('not_found')
		return newPaper(tx, keeper, personId)
	})
}

/** Gives the second step up. Refuses with `not_found`, and with `second_step_owed` where a role of the actor asks for one. */
export async function giveStepUp(ctx: Context): Promise<void> {
	const personId = ownId(ctx)
	const person = await findPersonWithRoles(ctx, personId)
	if (isOwed(person?.held ?? [])) throw new Refusal('second_step_owed')
	await ctx.db.$transaction(async (tx) => {
		if (!(await hasStep(tx, personId))) throw new Refusal('not_found')
		await endStep(tx, personId)
	})
}

/**
 * Vouches that somebody lost the second step, or is safe again after an emergency. The second of two colleagues ends
 * it: all sessions end, and at the next signing in a new one is set up. Of those who act for civil society this is an
 * act of the log, so that nobody takes their place quietly.
 *
 * Refuses  with `not_found`, and with `second_step_missing` where whoever vouches has none.
 * Returns  whether this was the one that ended it.
 */
export async function vouchFor(ctx: Context, personId: string): Promise<boolean> {
	const byId = ownId(ctx)
	const about = await findPersonWithRoles(ctx, personId)
	if (!about || !may(ctx.actor, 'second-step.vouch', about)) throw new Refusal('not_found')
	return ctx.db.$transaction(async (tx) => {
		if (!(await hasStep(tx, byId))) throw new Refusal('second_step_missing')
		await tx.$queryRawUnsafe('SELECT "personId" FROM "SecondStep" WHERE "personId" = $1 FOR UPDATE', personId)
		if (!(await hasStep(tx, personId))) throw new Refusal('not_found')
		const vouch = { personId, byId }
		const at = ctx.now
		await tx.secondStepVouch.upsert({
			where: { personId_byId: vouch },
			create: { ...vouch, at },
			update: { at },
		})
		const all = await tx.secondStepVouch.findMany({ where: { personId } })
		if (vouchesThatHold(all, personId, ctx.now).length < VOUCHES_NEEDED) return false
		await endStep(tx, personId)
		await tx.authSession.deleteMany({ where: { userId: personId } })
		await sayInLog(tx, ctx, about)
		return true
	})
}

/**
 * Ends a second step for whoever operates the site, where too few colleagues could vouch. In the log of an independent
 * organization it stands as what the site did, not the organization.
 *
 * Refuses  with `not_found` where nobody of that address has one.
 * Returns  the person.
 */
export async function endLostStep(ctx: Context, email: string): Promise<string> {
	const [host] = organizationsOf(ctx.actor, ['INSTANCE_ADMIN'])
	const person = await ctx.db.person.findFirst({ where: { email: { equals: email, mode: 'insensitive' } } })
	const about = person ? await findPersonWithRoles(ctx, person.id) : null
	if (!about || host === undefined) throw new Refusal('not_found')
	await ctx.db.$transaction(async (tx) => {
		if (!(await hasStep(tx, about.personId))) throw new Refusal('not_found')
		await endStep(tx, about.personId)
		await tx.authSession.deleteMany({ where: { userId: about.personId } })
		await sayInLog(tx, ctx, { ...about, host })
	})
	return about.personId
}

type Ended = {
	readonly personId: string
	readonly organizationIds: readonly string[]
	/** The host, where it was whoever operates the site. */
	readonly host?: string
}

/** Says in the log, in each independent organization that the person acts for, that the second step was ended. */
async function sayInLog(
	tx: Transaction,
	{ actor, now }: Context,
	{ personId, organizationIds, host }: Ended,
): Promise<void> {
	const organizations = await tx.organization.findMany({ where: { id: { in: [...organizationIds] } } })
	for (const { id: organizationId, kind } of organizations) {
		if (independentKind(kind) === null) continue
		await lockOrganization(tx, organizationId)
		const personNumber = await personNumberIn(tx, { organizationId, personId })
		const row = accountChangeRow(
			{
				...{ recordId: randomUUID(), event: 'SECOND_STEP_ENDED', organizationId, personId, personNumber },
				...{ actorOrganizationId: host ?? organizationId, submittedById: actor.personId },
			},
			{
				publishedOn: utcDay(now),
				publishedAt: now,
				salt: new Uint8Array(randomBytes(32)),
				privateSalt: new Uint8Array(randomBytes(32)),
			},
		)
		await tx.csoAccountChange.create({ data: row })
		await appendAct(tx, actFrom({ kind: 'cso-account.changed', row }))
	}
}

/** Ends a second step and all that belongs to it. */
async function endStep(tx: Transaction, personId: string): Promise<void> {
	await tx.secondStep.deleteMany({ where: { personId } })
	await tx.secondStepVouch.deleteMany({ where: { personId } })
}

function ownId({ actor }: Pick<Context, 'actor'>): string {
	if (actor.personId === null) throw new Refusal('not_found')
	return actor.personId
}

async function hasStep(tx: Transaction, personId: string): Promise<boolean> {
	return (await tx.secondStep.count({ where: { personId, confirmedAt: { not: null } } })) === 1
}

async function take(
	tx: Transaction,
	keeper: StepKeeper,
	taken: { readonly sessionId: string; readonly personId: string; readonly at: Date },
): Promise<void> {
	await tx.authSession.updateMany({
		where: { id: taken.sessionId, userId: taken.personId },
		data: { secondStepAt: taken.at, secondStepSeal: keeper.stamp(taken) },
	})
}

async function lock(tx: Transaction, { now, actor }: Context, sessionId: string): Promise<void> {
	const userId = actor.personId ?? ''
	await tx.secondStep.update({ where: { personId: userId }, data: { lockedAt: now } })
	await tx.authSession.deleteMany({ where: { userId, id: { not: sessionId } } })
	await tx.authSession.updateMany({ where: { userId }, data: { secondStepAt: null, secondStepSeal: null } })
}

async function newPaper(tx: Transaction, keeper: StepKeeper, personId: string): Promise<PaperCodes> {
	await tx.spareCode.deleteMany({ where: { personId } })
	const spare = Array.from({ length: SPARE_CODES }, paperCode)
	const emergency = paperCode()
	const row = (code: string, isEmergency: boolean) => ({
		seal: keeper.codeSeal(code, personId),
		personId,
		isEmergency,
	})
	const rows = [...spare.map((code) => row(code, false)), row(emergency, true)]
	await tx.spareCode.createMany({ data: rows })
	return { spare, emergency }
}

function paperCode(): string {
	const letter = () => SPARE_CODE_LETTERS[randomInt(SPARE_CODE_LETTERS.length)] ?? ''
	return Array.from({ length: SPARE_CODE_LENGTH }, letter).join('')
}
