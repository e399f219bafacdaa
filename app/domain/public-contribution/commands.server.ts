import { randomBytes, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { may } from '#app/access/policy.ts'
import { utcDay } from '#app/domain/calendar.ts'
import { findConsultation } from '#app/domain/consultation/queries.server.ts'
import { reasonNotToContribute } from '#app/domain/consultation/rules.ts'
import type { ContributionHidingSaid } from '#app/domain/consultation/schema.ts'
import type { ConsultationView } from '#app/domain/consultation/view.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { PUBLIC_AUTHOR, reasonNotToObserve } from '#app/domain/observation/rules.ts'
import type { HidingAnswer } from '#app/domain/observation/schema.ts'
import { openedAtMs } from '#app/domain/observation/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { findContributionHiding } from './queries.server.ts'
import type { ContributionForm } from './schema.ts'
import { contributionNumber } from './view.ts'

type Given = { readonly recordId: string }

/**
 * Says whether a contribution would be taken now, and publishes nothing.
 *
 * Refuses  with `not_found`, `consultation_ahead`, `consultation_closed`, `consultation_elsewhere`.
 */
export async function checkContribution(ctx: Context, consultationId: string): Promise<void> {
	await findTaking(ctx, ctx.db, consultationId)
}

/**
 * Publishes what somebody without an account gives to a consultation. Of them no more is stored than they say. A form
 * that is sent again is the contribution that it was.
 *
 * Refuses  with `not_found`, `consultation_ahead`, `consultation_closed`, `consultation_elsewhere`, `sent_too_fast`.
 */
export async function publishContribution(
	ctx: Context,
	consultationId: string,
	form: ContributionForm,
): Promise<Given> {
	const recordId = contributionNumber(consultationId, form)
	return ctx.db.$transaction(async (tx) => {
		if ((await tx.memberAct.count({ where: { recordId } })) > 0) return { recordId }
		const consultation = await findTaking(ctx, tx, consultationId)
		const reason = reasonNotToObserve({ isEnded: false, openedAtMs: openedAtMs(form) }, ctx.now.getTime())
		if (reason) throw new Refusal(reason)
		const row = rowOf(ctx, consultation, { recordId, form })
		const { said, ...columns } = row
		const data = [{ ...columns, said: said ?? {} }]
		const { count } = await tx.memberAct.createMany({ data, skipDuplicates: true })
		// The same form came twice at the same moment.
		if (count === 0) return { recordId }
		await appendAct(tx, actFrom({ kind: 'public-contribution.published', row, evidence: [] }))
		return { recordId }
	})
}

async function findTaking(
	ctx: Context,
	db: Pick<Transaction, 'memberAct' | 'member'>,
	consultationId: string,
): Promise<ConsultationView> {
	const consultation = await findConsultation(ctx, db, consultationId)
	const reason = reasonNotToContribute(consultation, consultation.today)
	if (reason) throw new Refusal(reason)
	return consultation
}

function rowOf(
	{ now }: Context,
	consultation: ConsultationView,
	{ recordId, form }: { readonly recordId: string; readonly form: ContributionForm },
) {
	const { text, locale, name, sector } = form
	const said = {
		consultationId: consultation.recordId,
		text,
		locale,
		name,
		sector,
		receivedOn: consultation.today,
		channel: 'FORM',
	}
	return memberActRow({
		...placeOf(said, utcDay(now)),
		planId: consultation.planId,
		recordId,
		version: 1,
		kind: 'public-contribution.published',
		memberId: consultation.member.id,
		said,
		organizationId: PUBLIC_AUTHOR,
		submittedById: null,
		at: now,
		publishedOn: utcDay(now),
		...salts(),
	})
}

/**
 * Hides a contribution for law or safety, with a reason that everyone reads. One that is hidden already stays so for
 * the first reason.
 *
 * Refuses  with `not_allowed`, `not_found`.
 */
export async function hideContribution(
	ctx: Context,
	contributionId: string,
	{ reason, noteEn, noteId }: HidingAnswer,
): Promise<Given> {
	if (!may(ctx.actor, 'public-contribution.hide', { hostId: hostOf(ctx) })) throw new Refusal('not_allowed')
	return ctx.db.$transaction(async (tx) => {
		const where = { recordId: contributionId, kind: 'public-contribution.published' }
		const found = await tx.memberAct.findFirst({ where })
		if (!found) throw new Refusal('not_found')
		await tx.$queryRawUnsafe('SELECT "id" FROM "Member" WHERE "id" = $1 FOR UPDATE', found.memberId)
		const hidden = await findContributionHiding(tx, contributionId)
		if (hidden) return { recordId: hidden.recordId }
		const row = hidingRow(ctx, found, { contributionId, reasonCode: reason, noteEn, noteId })
		const { said, ...columns } = row
		await tx.memberAct.create({ data: { ...columns, said: said ?? {} } })
		await appendAct(tx, actFrom({ kind: 'public-contribution.hidden', row, evidence: [] }))
		return { recordId: row.recordId }
	})
}

function hidingRow(ctx: Context, found: MemberAct, said: z.input<typeof ContributionHidingSaid>): MemberAct {
	const publishedOn = utcDay(ctx.now)
	return memberActRow({
		...placeOf(said, publishedOn),
		planId: found.actionPlanId,
		recordId: randomUUID(),
		version: 1,
		kind: 'public-contribution.hidden',
		memberId: found.memberId,
		said,
		organizationId: hostOf(ctx),
		submittedById: ctx.actor.personId,
		at: ctx.now,
		publishedOn,
		...salts(),
	})
}

/** The organization for which the actor administers the site; an empty text for everybody else. */
function hostOf({ actor }: Context): string {
	return actor.appointments.find((held) => held.role === 'INSTANCE_ADMIN')?.organizationId ?? ''
}

function salts() {
	return { salt: new Uint8Array(randomBytes(32)), privateSalt: new Uint8Array(randomBytes(32)) }
}
