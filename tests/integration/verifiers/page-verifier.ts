import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'

export type Finding = { status: string; code: string; values: Record<string, unknown> }
export type PageVerifier = {
	check: (
		items: readonly { name: string; bytes: Uint8Array }[],
	) => Promise<{ verdict: 'none' | 'ok' | 'open' | 'bad'; findings: readonly Finding[] }>
	findingText: (language: 'en' | 'id', finding: Finding) => string
	SENTENCES: Record<string, readonly string[]>
	parseJson: (text: string) => unknown
	canonical: (value: unknown) => string
}

/** The page that checks receipts, as it is published. */
export const page = readFileSync(join(import.meta.dirname, '../../../public/verify.html'), 'utf8')

/** The checks of the page: its own script, run as it stands there. Without a document it draws nothing. */
export function pageVerifier(): PageVerifier {
	runInThisContext(/<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '', { filename: 'verify.html' })
	return (globalThis as unknown as { renaksiVerifier: PageVerifier }).renaksiVerifier
}

/** Checks texts and files together, each under the name given. */
export function checkAll(verifier: PageVerifier, files: Readonly<Record<string, string | Uint8Array>>) {
	return verifier.check(
		Object.entries(files).map(([name, bytes]) => ({
			name,
			bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
		})),
	)
}
