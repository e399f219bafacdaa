import type { Database } from '#app/db.server.ts'
import type { Context } from '#app/domain/context.ts'
import { findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import { addFindingEvidence, addFindingFile } from '#app/domain/verification/commands.server.ts'
import { findingEvidenceAnswer, findingFileAnswer } from '#app/domain/verification/schema.ts'
import type { FindingDraft } from '#app/domain/finding-draft/view.ts'
import { anUpload } from './upload.ts'

/** The file of this upload, put into a finding the way its form does. */
export async function addPhoto(
	ctx: Context,
	{ id, version }: Pick<FindingDraft, 'id' | 'version'>,
	{ upload, ...typed }: { upload: string; readers?: string; visibility?: string; embargoUntil?: string },
): Promise<FindingDraft> {
	const received = await findReceivedFile(ctx, upload)
	const answer = findingFileAnswer({ today: '2026-07-15', received, fault: null }).parse({
		version,
		kind: 'PHOTO',
		title: 'Kantor yang tutup',
		altText: 'A closed door with a notice',
		stance: 'CONTRADICTS',
		upload,
		...typed,
	})
	return addFindingFile(ctx, id, answer)
}

/** A protected photo in a finding: for some people, until a day. */
export async function addProtectedPhoto(
	database: Database,
	ctx: Context,
	{ draft, readers, embargoUntil }: { draft: FindingDraft; readers: string; embargoUntil?: string },
): Promise<FindingDraft> {
	const { id: upload } = await anUpload(database, { id: 'f'.repeat(32), who: 'monitor' })
	const until = embargoUntil === undefined ? {} : { embargoUntil }
	return addPhoto(ctx, draft, { upload, visibility: 'PROTECTED', readers, ...until })
}

/** A link in a finding, as its form sends it. */
export async function addLink(
	ctx: Context,
	{ id, version }: Pick<FindingDraft, 'id' | 'version'>,
	typed: Readonly<Record<string, string>> = {},
): Promise<FindingDraft> {
	const answer = findingEvidenceAnswer('2026-07-15').parse({
		version,
		kind: 'WEBPAGE',
		url: 'https://pemantau.example/lagi',
		title: 'Another page',
		stance: 'CONTEXT',
		...typed,
	})
	return addFindingEvidence(ctx, id, answer)
}
