import { z } from 'zod'

/** What a part of an archive is written as. Another number: another way of writing. */
export const ARCHIVE_FORMAT = 1
export const MANIFEST = 'manifest.json'
/** Sums of all parts, as `sha256sum --check` reads them. */
export const SUMS = 'SHA256SUMS'

/**
 * Tables that no archive holds: who is signed in, and one-time links on their way. What is put back signs nobody in.
 */
export const LEFT_OUT: readonly string[] = ['AuthSession', 'AuthToken', '_migration']

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Path inside the archive: letters, digits and few signs, never upwards. */
const path = z.string().regex(/^(?:[A-Za-z0-9_]+\/)*[A-Za-z0-9_][A-Za-z0-9_.]*$/)

export const Part = z.strictObject({ path, bytes: z.number().int().min(0), sha256 })
export type Part = z.infer<typeof Part>

export const Manifest = z.strictObject({
	format: z.literal(ARCHIVE_FORMAT),
	/** When the rows were read. */
	takenAt: z.iso.datetime(),
	baseUrl: z.string(),
	/** Migrations of the database, in their order: an archive goes into a version that knows them all. */
	migrations: z.array(z.strictObject({ name: z.string(), checksum: sha256 })),
	/** `sum`: SHA-256 of the rows as text, in the order of their primary key, whatever engine holds them. */
	tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int().min(0), sum: sha256 })),
	/** The last checkpoint that was signed before the rows were read: they hold everything it covers. */
	checkpoint: z.string().nullable(),
	parts: z.array(Part),
	/** Evidence files that were not what their name says, or could not be read, when the archive was made. */
	unreadable: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** Where the rows of a table lie in an archive. */
export function tablePart(table: string): string {
	return `tables/${table}.jsonl.gz`
}

/** What the command asks of a server that holds the embedded database. */
export const BackupAsked = z.strictObject({ command: z.literal('backup'), out: z.string().startsWith('/') })
