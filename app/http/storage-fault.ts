import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

/**
 * What the system and the database say where there is no room left, and where the site writes no more since there
 * soon would be none (`disk-room.server.ts`). Source: errno(3); PostgreSQL, "Error Codes".
 */
const FULL = ['ENOSPC', 'EDQUOT', '53100', '25006']
/** … and where the disk gives way. */
const FAILING = ['EIO', 'EROFS', '58030']

/** Errors lie in one another: the database's own inside that of its adapter. */
const DEEPEST = 6

/** Why whatever was thrown is an answer and no defect: the domain refuses, or the disk does. Null for all else. */
export function refusalIn(thrown: unknown): RefusalReason | null {
	return thrown instanceof Refusal ? thrown.reason : storageFaultIn(thrown)
}

/** Whether an error says that there is no room to write, or that the disk fails. */
export function storageFaultIn(error: unknown, depth = 0): 'storage_full' | 'storage_failing' | null {
	if (typeof error !== 'object' || error === null || depth > DEEPEST) return null
	const { code, originalCode }: { code?: unknown; originalCode?: unknown } = error
	for (const said of [code, originalCode]) {
		if (typeof said !== 'string') continue
		if (FULL.includes(said)) return 'storage_full'
		if (FAILING.includes(said)) return 'storage_failing'
	}
	const within: { cause?: unknown; meta?: unknown; driverAdapterError?: unknown } = error
	return (
		storageFaultIn(within.cause, depth + 1) ??
		storageFaultIn(within.meta, depth + 1) ??
		storageFaultIn(within.driverAdapterError, depth + 1)
	)
}
