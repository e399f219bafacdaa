import { createHash } from 'node:crypto'
import type { Database } from '#app/db.server.ts'
import type { MediaType } from '#app/domain/upload/rules.ts'
import type { Upload } from '#prisma/generated/client.ts'
import { MORNING, PEOPLE } from './stored-plan.ts'
import type { PersonName } from './stored-plan.ts'

/** Lowercase hex SHA-256 of a text. */
export function sha256Of(text: string): string {
	return createHash('sha256').update(text).digest('hex')
}

/** A clean file that a person has sent, as the door for uploads leaves it. */
export async function anUpload(
	{ db }: Pick<Database, 'db'>,
	{ id, who, mediaType = 'image/jpeg' }: { id: string; who: PersonName; mediaType?: MediaType },
): Promise<Upload> {
	const seen = !mediaType.startsWith('text/')
	return db.upload.create({
		data: {
			id,
			organizationId: PEOPLE[who][1],
			personId: who,
			state: 'CLEAN',
			mediaType,
			fileSha256: sha256Of(`file ${id}`),
			fileBytes: 1200,
			previewSha256: seen ? sha256Of(`preview ${id}`) : null,
			pages: null,
			originalSeal: sha256Of(`original ${id}`),
			originalSalt: new Uint8Array(32).fill(7),
			removed: seen ? 'CAMERA LOCATION' : null,
			createdAt: MORNING,
			updatedAt: MORNING,
		},
	})
}
