import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import type { ReportModel } from './view.ts'

/**
 * The frozen model as text: canonical JSON, the same for the same content whatever the order of its keys.
 *
 * Source  RFC 8785
 */
export function snapshotText(model: ReportModel): string {
	return canonicalJson(model)
}

/** The name of a snapshot: lowercase hex SHA-256 of its canonical JSON. */
export function snapshotId(model: ReportModel): string {
	return sha256Of(Buffer.from(snapshotText(model), 'utf8'))
}

/** The number under which a snapshot is published, which stands at the beginning of its name. */
export function numberOfSnapshot(hash: string): string {
	return hash.slice(0, 32)
}

/** Lowercase hex SHA-256 of bytes. */
export function sha256Of(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex')
}
