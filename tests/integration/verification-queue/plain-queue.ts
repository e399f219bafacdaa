import type { Database } from '#app/db.server.ts'
import { addDays, lastDayOf, utcDay } from '#app/domain/calendar.ts'
import { ENDED_STANDINGS } from '#app/domain/published-text/rules.ts'
import type { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'
import { MORNING } from '#tests/factories/stored-plan.ts'

type Line = {
	readonly milestoneId: string
	readonly claimRecordId: string | null
	readonly sinceOn: string
	readonly dueOn: string
	readonly hasDraft: boolean
	readonly assigned: 'ME' | 'OTHER' | null
}

const hasEnded = (standing: string | null) => ENDED_STANDINGS.some((ended) => ended === standing)

/** The whole queue of the CSO's monitor read row by row, as its sentence says it: slow, and plain. */
export async function plainQueue({ db }: Database, filter: QueueFilter): Promise<readonly Line[]> {
	const milestones = await db.milestone.findMany({
		where: { commitment: { actionPlan: { memberId: 'example', status: { not: 'DRAFT' } } } },
		include: {
			versions: { orderBy: { version: 'desc' } },
			commitment: { include: { versions: { orderBy: { version: 'desc' } } } },
		},
	})
	const own = { organizationId: 'cso' }
	const [claims, entries, findings, drafts, given] = await Promise.all([
		db.progressUpdate.findMany(),
		db.ledgerEntry.findMany({ orderBy: { index: 'desc' } }),
		db.verification.findMany({ where: own }),
		db.verificationDraft.findMany({ where: { ...own, authorId: 'monitor' } }),
		db.verificationAssignment.findMany({ where: { ...own, endedAt: null } }),
	])
	const lines = milestones.flatMap(({ id, commitment, versions: [text] }) => {
		if (!text || hasEnded(text.standing) || hasEnded(commitment.versions[0]?.standing ?? null)) return []
		const at = entries
			.flatMap((entry) =>
				claims.filter((one) => one.recordId === entry.recordId && one.version === entry.version),
			)
			.find((one) => one.milestoneId === id)
		const isSeen = findings.some(
			(one) =>
				one.milestoneId === id &&
				one.claimRecordId === (at?.recordId ?? null) &&
				one.claimVersion === (at?.version ?? null),
		)
		const sinceOn = at?.publishedOn ?? (text.endsOn === null ? null : lastDayOf(text.endsOn))
		if (isSeen || sinceOn === null || (!at && sinceOn >= utcDay(MORNING))) return []
		const asked = given.filter(
			(one) => one.commitmentId === commitment.id && (one.milestoneId === null || one.milestoneId === id),
		)
		const shown = at ? (at.isNil ? 'nil' : 'claims') : 'silent'
		const isMine = asked.some(({ personId }) => personId === 'monitor')
		const claimRecordId = at?.recordId ?? null
		const hasDraft = drafts.some((one) => one.milestoneId === id && one.claimRecordId === claimRecordId)
		const isWhose = { mine: isMine, nobody: asked.length === 0, begun: hasDraft }
		if ((filter.show ?? shown) !== shown || (filter.whose && !isWhose[filter.whose])) return []
		const dueOn = addDays(sinceOn, VERIFICATION_RULES.verificationDays.value)
		const assigned = isMine ? ('ME' as const) : asked.length > 0 ? ('OTHER' as const) : null
		return [{ milestoneId: id, claimRecordId, sinceOn, dueOn, hasDraft, assigned }]
	})
	return lines.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ dueOn, milestoneId }: Line) => `${dueOn} ${milestoneId}`
