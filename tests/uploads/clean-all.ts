import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCleaner } from '#app/cleaning/clean-file.server.ts'
import type { CleanFacts, FileRefusal } from '#app/domain/upload/rules.ts'

export type Cleaned = { readonly facts: CleanFacts; readonly file: Buffer; readonly preview: Buffer | null }
export type Outcome = Cleaned | { readonly refusal: FileRefusal }

/** As many cleaners as cores of the smallest machine that this is run on. */
const AT_ONCE = 2

/** Takes files to the cleaning as the site does, two at a time, and hands each outcome on. */
export async function cleanAll<File extends { readonly bytes: () => Buffer | Promise<Buffer> }>(
	files: readonly File[],
	look: (file: File, outcome: Outcome) => Promise<void> | void,
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-clean-'))
	const waiting = [...files.entries()]
	try {
		await Promise.all(
			Array.from({ length: AT_ONCE }, async () => {
				const cleaner = openCleaner({ folder, clamdSocket: null })
				for (let next = waiting.shift(); next; next = waiting.shift()) {
					const [index, file] = next
					const path = join(folder, String(index))
					writeFileSync(path, await file.bytes())
					await look(file, await outcomeOf(cleaner, path))
					rmSync(path)
				}
			}),
		)
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

async function outcomeOf(cleaner: ReturnType<typeof openCleaner>, path: string): Promise<Outcome> {
	const cleaned = await cleaner.cleanFile(path)
	if ('refusal' in cleaned) return cleaned
	const file = readFileSync(cleaned.path)
	const preview = cleaned.previewPath === null ? null : readFileSync(cleaned.previewPath)
	await cleaned.discard()
	return { facts: cleaned, file, preview }
}
