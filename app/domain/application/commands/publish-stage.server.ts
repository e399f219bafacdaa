import { randomBytes } from 'node:crypto'
import { applicationSaid } from '#app/domain/application-record/view.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { appendAct } from '#app/ledger/append.server.ts'
import { namesIn } from '../queries.server.ts'
import type { lockApplication } from '../queries.server.ts'
import type { PublishedState } from '../rules.ts'
import type { Administration } from '../view.ts'

type Locked = Awaited<ReturnType<typeof lockApplication>>

type Publication = {
	readonly locked: Locked
	readonly state: PublishedState
	readonly administrations: readonly Administration[]
	/** Why the version before is corrected; none where it stands. */
	readonly reason?: string | null
}

/** Appends the stage that was entered, with all that the record says, as the next version of the application's record. */
export async function publishStage(
	tx: Transaction,
	ctx: Context,
	{ locked, state, administrations, reason = null }: Publication,
): Promise<void> {
	const { rows, member, held } = locked
	const known = await tx.memberAct.count({ where: { recordId: rows.id } })
	const names = await namesIn(
		tx,
		rows.confirmations.map(({ organizationId }) => organizationId),
	)
	const moment = { now: ctx.now, timeZone: member.timeZone }
	const said = applicationSaid(rows, { state, names, administrations, moment })
	const row = memberActRow({
		...{ recordId: rows.id, version: known + 1, kind: 'application.published', memberId: member.id },
		...{ subjectId: rows.callId, onDay: said.steppedOn, said, reason, organizationId: held.organizationId },
		...{ submittedById: ctx.actor.personId, at: ctx.now, publishedOn: utcDay(ctx.now) },
		salt: new Uint8Array(randomBytes(32)),
		privateSalt: new Uint8Array(randomBytes(32)),
	})
	const { said: sealed, ...columns } = row
	await tx.memberAct.create({ data: { ...columns, said: sealed ?? {} } })
	await appendAct(tx, actFrom({ kind: 'application.published', row, evidence: [] }))
}
