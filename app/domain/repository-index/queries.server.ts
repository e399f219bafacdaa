import { listPlanRecords, listPlans } from '#app/domain/action-plan/queries.server.ts'
import { dayIn } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findRegisteredMember, listFilesOf } from '#app/domain/register-page/queries.server.ts'
import { documentsOfPlan, documentsOfRegisters } from './view.ts'
import type { RepositoryIndex } from './view.ts'

/** Every public document of a member: of its own acts, and the evidence of its reports. Refuses with `not_found`. */
export async function findRepositoryIndex(ctx: Context, memberId: string): Promise<RepositoryIndex> {
	const { member, registers, ledgerSize } = await findRegisteredMember(ctx, memberId)
	const plans = await listPlans(ctx, { member: member.id })
	const [records, files] = await Promise.all([
		listPlanRecords(
			ctx,
			plans.map(({ id }) => id),
		),
		listFilesOf(ctx, Object.values(registers.of).flat()),
	])
	const commitments = records.flatMap((record) => record.commitments)
	const documents = [...documentsOfRegisters(registers, files), ...records.flatMap(documentsOfPlan)]
	const days = documents.map(({ publishedOn }) => publishedOn).sort()
	return {
		member,
		documents,
		plans: plans.map(({ id, title }) => ({ id, title })),
		commitments: new Map(commitments.map(({ id, number, title }) => [id, { id, number, title }])),
		newestOn: days.at(-1) ?? null,
		asOfOn: dayIn(member.timeZone, ctx.now),
		ledgerSize,
	}
}
