import type { Check } from '#app/domain/integrity/queries.server.ts'
import type { Say, Values } from '#app/i18n/translate.ts'
import * as fsck from '../fsck-lines.ts'
import { bothOf, inBoth } from '../import-lines.ts'
import type { Manifest } from './manifest.ts'
import { ArchiveRefused } from './read-archive.ts'

/** What came of writing an archive, putting one back, or moving a database. */
export type ArchiveResult =
	| { readonly kind: 'refused'; readonly key: string; readonly values: Values }
	| {
			readonly kind: 'done'
			readonly done: 'backup' | 'restore' | 'move'
			/** Folder of the archive; of a move, where the rows are now. */
			readonly archive: string
			readonly manifest: Pick<Manifest, 'tables' | 'parts' | 'unreadable'>
			/** What the comparison of the loaded rows with log and files found. */
			readonly check: Check
			/** Where the keys were copied to. */
			readonly keys: string | null
			readonly baseUrl: string
	  }

const DONE = { backup: 'backup.done', restore: 'restore.done', move: 'move.done' } as const

/** 0: done, and everything agrees; 1: done, and something differs; 2: not done. */
export function exitCodeOf(result: ArchiveResult): number {
	if (result.kind === 'refused') return 2
	return result.check.findings.length + result.manifest.unreadable.length === 0 ? 0 : 1
}

/** The result for people: every sentence in both languages. */
export function linesOf(result: ArchiveResult): readonly string[] {
	if (result.kind === 'refused') return inBoth((say) => say(result.key, result.values))
	const { check, keys, baseUrl, manifest } = result
	return [
		...inBoth((say) => doneIn(result, say)),
		...(keys === null ? [] : inBoth((say) => say('backup.keys', { keys }))),
		...manifest.unreadable.flatMap((file) => inBoth((say) => `✗ ${say('archive.unreadable', { file })}`)),
		...fsck.linesOf({ kind: 'checked', check, baseUrl }),
	]
}

/** The result for programs: codes and numbers, and the sentence in both languages. */
export function jsonOf(result: ArchiveResult): object {
	if (result.kind === 'refused')
		return { outcome: 'refused', message: bothOf((say) => say(result.key, result.values)) }
	const { archive, keys, check, baseUrl, manifest } = result
	return {
		outcome: result.done,
		archive,
		keys,
		rows: rowsOf(manifest),
		parts: manifest.parts.length,
		unreadable: manifest.unreadable,
		check: fsck.jsonOf({ kind: 'checked', check, baseUrl }),
		message: bothOf((say) => doneIn(result, say)),
	}
}

/** What stands in the way, in a sentence. */
export function notDone(error: unknown): ArchiveResult {
	if (error instanceof ArchiveRefused)
		return { kind: 'refused', key: `archive.fault.${error.fault}`, values: { which: error.which } }
	const detail = error instanceof Error ? error.message : String(error)
	return { kind: 'refused', key: 'archive.failed', values: { detail } }
}

function doneIn(result: Extract<ArchiveResult, { kind: 'done' }>, say: Say): string {
	const { done, archive, manifest, check } = result
	const values = { archive, rows: rowsOf(manifest), files: check.files, entries: check.entries }
	return `✓ ${say(DONE[done], values)}`
}

function rowsOf({ tables }: Pick<Manifest, 'tables'>): number {
	return tables.reduce((sum, { rows }) => sum + rows, 0)
}
