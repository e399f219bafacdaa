import type { Context } from '#app/domain/context.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { changeParts } from './view.ts'
import type { ChangePart } from './view.ts'

/** By plan; an act counts in its newest version, whatever plan an earlier one named. */
const NEWEST = `SELECT * FROM (
		SELECT DISTINCT ON ("recordId") * FROM "MemberAct"
		WHERE "memberId" = $1 AND "kind" = 'stakeholder.published'
		ORDER BY "recordId", "version" DESC
	) n WHERE "actionPlanId" = $2`

/** What a plan builds on: who acts and who drives, what is under way, who supports, where people work together. */
export async function listChangeParts(
	{ db }: Pick<Context, 'db'>,
	{ memberId, planId }: { memberId: string; planId: string },
): Promise<readonly ChangePart[]> {
	const acts = await db.$queryRawUnsafe<MemberAct[]>(NEWEST, memberId, planId)
	const registers = registersOf({ memberId, acts, counts: new Map(), organizations: new Map() })
	return changeParts(registers.of['stakeholder.published'])
}
