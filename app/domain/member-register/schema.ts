import { z } from 'zod'
import { ANSWER_OUTCOMES } from '#app/domain/consultation/rules.ts'
import { packedTable } from '#app/domain/packed-rows.ts'
import type { ConsultationCount, MemberAct } from '#prisma/generated/client.ts'

/** Stored acts of members; when exactly they were published is not asked. */
export const MEMBER_ACTS = packedTable<Omit<MemberAct, 'publishedAt'>>('MemberAct', {
	...{ recordId: true, version: true, kind: true, memberId: true, actionPlanId: true, subjectId: true },
	...{ onDay: true, isRetracted: true, reason: true, said: true, source: true, sourceUrl: true },
	...{ importedById: true, actorOrganizationId: true, submittedById: true, publishedOn: true },
})

/** Acts by `versionKey`. */
export const Minutes = z
	.array(z.string())
	.nullable()
	.transform((keys) => new Set(keys ?? []))

/** What consultations brought. */
export const CONSULTATION_COUNTS = packedTable<ConsultationCount>('ConsultationCount')

/** Answers by what became of the contribution; an outcome that nobody can choose is left out. */
export const AnswerCounts = z
	.record(z.string(), z.number())
	.transform((counts) => Object.fromEntries(ANSWER_OUTCOMES.map((code) => [code, counts[code] ?? 0])))
