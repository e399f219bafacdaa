import { z } from 'zod'
import { packedTable } from '#app/domain/packed-rows.ts'
import type { MemberAct } from '#prisma/generated/client.ts'

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

/** Columns of some rows; null where there are no rows. */
const Column = z
	.custom<readonly (string | null)[] | null>((values) => values === null || Array.isArray(values))
	.transform((values) => values ?? [])
export const Columns = z.tuple([Column, Column, Column])

/** Contributions that were hidden. */
export const Hidden = z
	.array(z.string().nullable())
	.nullable()
	.transform((ids) => ids ?? [])
