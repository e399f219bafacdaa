import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

type Run = (command: string, args: readonly string[]) => Promise<number>

/** What the reports are read back with, and the Debian package of each. */
const TOOLS = [
	['pdftotext', 'poppler-utils'],
	['qpdf', 'qpdf'],
] as const

/** Installs what reads PDFs where it is missing and this process may; else the tests of the reports say what they lack. */
export async function installPdfTools(run: Run): Promise<void> {
	const missing = TOOLS.filter(([command]) => spawnSync(command, ['--version']).error).map(([, name]) => name)
	if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
	await run('apt-get', ['update', '-q'])
	await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing])
}
