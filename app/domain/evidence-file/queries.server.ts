import { utcDay } from '#app/domain/calendar.ts'
import type { Context } from '#app/domain/context.ts'
import { findProtectedEvidence } from '#app/domain/evidence/queries.server.ts'
import { PREVIEW_TYPE, fileAskedFor, isOpenOn } from '#app/domain/evidence/rules.ts'
import { fileOf } from '#app/domain/evidence/view.ts'
import type { EvidenceFile } from '#app/domain/evidence/view.ts'
import { findHiding } from '#app/domain/observation/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { MEDIA_TYPES } from '#app/domain/upload/rules.ts'
import type { MediaType } from '#app/domain/upload/rules.ts'
import { isWithdrawn } from '#app/domain/withdrawal/queries.server.ts'

/** A file that may be handed out: its bytes are in the store under the hash. */
export type HandedFile = { readonly sha256: string; readonly mediaType: MediaType }

/**
 * The public file of a name: one that at least one published piece names which is public by today and not withdrawn.
 * Refuses with `not_found` for everything else, whatever the reason.
 */
export async function findPublicFile(ctx: Context, name: string): Promise<HandedFile> {
	const asked = fileAskedFor(name)
	if (!asked) throw new Refusal('not_found')
	const { sha256, mediaType } = asked
	const rows = await ctx.db.evidence.findMany({
		where: {
			OR: [
				{ fileSha256: sha256, fileMediaType: mediaType },
				...(mediaType === PREVIEW_TYPE ? [{ previewSha256: sha256 }] : []),
			],
		},
		select: { recordId: true, recordVersion: true, visibility: true, embargoUntil: true },
	})
	const today = utcDay(ctx.now)
	for (const row of rows) {
		if (isOpenOn(row, today) && !(await isHidden(ctx, row))) return asked
	}
	throw new Refusal('not_found')
}

/** A file of protected evidence, or its preview, for those who may see the piece; else `not_found`. */
export async function findProtectedFile(ctx: Context, id: string, part: FilePart): Promise<HandedFile> {
	const { evidence } = await findProtectedEvidence(ctx, id)
	return partOf(evidence.file ?? null, part)
}

/** A cleaned file that a draft of the actor's own organization waits with, or its preview; else `not_found`. */
export async function findUploadedFile(ctx: Context, upload: string, part: FilePart): Promise<HandedFile> {
	const organizationIds = ctx.actor.appointments.map((a) => a.organizationId)
	const row = await ctx.db.upload.findFirst({
		where: { id: upload, state: 'CLEAN', organizationId: { in: organizationIds } },
	})
	const mediaType = MEDIA_TYPES.find((type) => type === row?.mediaType)
	if (!row || !mediaType) throw new Refusal('not_found')
	return partOf(fileOf({ ...row, fileMediaType: mediaType }), part)
}

/** The file itself, or the small picture of it. */
export type FilePart = 'file' | 'preview'

function partOf(file: EvidenceFile | null, part: FilePart): HandedFile {
	if (file && part === 'file') return { sha256: file.sha256, mediaType: file.mediaType }
	if (file?.previewSha256) return { sha256: file.previewSha256, mediaType: PREVIEW_TYPE }
	throw new Refusal('not_found')
}

type Act = { readonly recordId: string; readonly recordVersion: number }

/** Whether its finding was withdrawn, the finding that it answers as a reply, or an observation hidden. */
async function isHidden(ctx: Context, { recordId, recordVersion: version }: Act): Promise<boolean> {
	const where = { recordId_version: { recordId, version } }
	const reply = await ctx.db.reply.findUnique({ where, select: { verificationRecordId: true } })
	if (await isWithdrawn(ctx, reply?.verificationRecordId ?? recordId)) return true
	return (await findHiding(ctx.db, recordId)) !== null
}
