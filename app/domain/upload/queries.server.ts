import { EVIDENCE_ROLES, organizationsOf } from '#app/access/policy.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Upload } from '#prisma/generated/client.ts'
import { isUploadId } from './rules.ts'
import { uploadView } from './view.ts'
import type { UploadView } from './view.ts'

/** An upload of one's own. Refuses with `not_found`, also where it is another person's. */
export async function findOwnUpload(ctx: Context, id: string): Promise<UploadView> {
	return uploadView(await ownRow(ctx.db, ctx, id))
}

/**
 * The row of a clean upload of one's own, held until the transaction ends: putting it into a draft this way keeps it
 * from being swept as one that nobody wants. Refuses with `not_found`.
 */
export async function holdOwnUpload(tx: Transaction, ctx: Context, id: string): Promise<Upload> {
	const row = await ownRow(tx, ctx, id)
	if (row.state !== 'CLEAN') throw new Refusal('not_found')
	const { count } = await tx.upload.updateMany({
		where: { id, state: 'CLEAN' },
		data: { updatedAt: ctx.now },
	})
	if (count === 0) throw new Refusal('not_found')
	return row
}

async function ownRow(tx: Pick<Transaction, 'upload'>, ctx: Context, id: string): Promise<Upload> {
	const { personId } = ctx.actor
	if (personId === null || !isUploadId(id)) throw new Refusal('not_found')
	const organizationIds = organizationsOf(ctx.actor, EVIDENCE_ROLES)
	const row = await tx.upload.findFirst({
		where: { id, personId, organizationId: { in: [...organizationIds] } },
	})
	if (!row) throw new Refusal('not_found')
	return row
}

/**
 * Room that an organization's files take: those put forward, those in drafts, and those on their way.
 *
 * Unit     bytes; a file put forward twice is kept once and counted once, previews are not counted.
 */
export async function bytesOf(tx: Transaction, organizationId: string): Promise<number> {
	const rows = await tx.$queryRawUnsafe<{ bytes: number }[]>(
		`SELECT COALESCE(SUM("bytes"), 0)::float8 AS "bytes" FROM (
			SELECT "fileSha256" AS "file", MAX("fileBytes") AS "bytes" FROM (
				SELECT "fileSha256", "fileBytes" FROM "Upload" WHERE "organizationId" = $1 AND "state" = 'CLEAN'
				UNION ALL
				SELECT e."fileSha256", e."fileBytes" FROM "Evidence" e WHERE e."fileSha256" IS NOT NULL AND (
					EXISTS (SELECT 1 FROM "ProgressUpdate" a WHERE a."recordId" = e."recordId" AND a."organizationId" = $1)
					OR EXISTS (SELECT 1 FROM "Verification" a WHERE a."recordId" = e."recordId" AND a."organizationId" = $1)
					OR EXISTS (SELECT 1 FROM "Reply" a WHERE a."recordId" = e."recordId" AND a."organizationId" = $1)
					OR EXISTS (SELECT 1 FROM "LocalAssessment" a WHERE a."recordId" = e."recordId" AND a."organizationId" = $1)
					OR EXISTS (SELECT 1 FROM "Observation" a WHERE a."recordId" = e."recordId" AND a."actorOrganizationId" = $1)
					OR EXISTS (SELECT 1 FROM "MemberAct" a WHERE a."recordId" = e."recordId" AND a."actorOrganizationId" = $1))
			) kept GROUP BY "fileSha256"
			UNION ALL
			SELECT "id", "receivedBytes" FROM "Upload" WHERE "organizationId" = $1 AND "state" = 'RECEIVING'
		) room`,
		organizationId,
	)
	return rows[0]?.bytes ?? 0
}
