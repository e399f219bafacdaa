import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '#app/config.server.ts'
import { findingsOf } from './log-findings.ts'
import type { KeptFile } from './log-findings.ts'
import { logOfDeployment, logOfSite } from './log-source.ts'
import { exitCodeOf, jsonOf, linesOf } from './log-verify-lines.ts'
import type { VerifyResult } from './log-verify-lines.ts'

// Whether a log still is what a kept checkpoint, and kept receipts, say it was.
//   npm run log:verify -- --checkpoint FILE [--receipt FILE]… [--url https://site.example] [--json]

/** Errors whose message is meant for the person at the terminal. */
const PLAIN = ['ConfigError', 'KeyRefused']

const OPTIONS = {
	checkpoint: { type: 'string' },
	receipt: { type: 'string', multiple: true },
	url: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const

try {
	const result = await verified()
	const lines = process.argv.includes('--json')
		? [JSON.stringify(jsonOf(result), null, '\t')]
		: linesOf(result)
	process.stdout.write(`${lines.join('\n')}\n`)
	process.exitCode = exitCodeOf(result)
} catch (error) {
	if (!(error instanceof Error) || !PLAIN.includes(error.name)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 2
}

async function verified(): Promise<VerifyResult> {
	const asked = parsedArguments()
	if (asked?.checkpoint === undefined) return usage('usage')
	if (asked.url !== undefined && !isSite(asked.url)) return usage('usage-url', { url: asked.url })
	const files = [asked.checkpoint, ...(asked.receipt ?? [])].map(keptFile)
	const unread = files.find(({ text }) => text === null)
	if (unread) return usage('usage-file', { file: unread.name })
	const log = asked.url === undefined ? await ownLog() : await logOfSite(asked.url)
	if ('code' in log) return { kind: 'findings', findings: [{ ...log, holds: false }] }
	const [checkpoint, ...receipts] = files.filter(isRead)
	if (!checkpoint) return usage('usage')
	return { kind: 'findings', findings: findingsOf(log, { checkpoint, receipts }) }
}

function ownLog() {
	return logOfDeployment(readConfig(), (site) => {
		const fault = { code: 'asks-server', values: { site } }
		process.stderr.write(`${linesOf({ kind: 'usage', fault }).join('\n')}\n`)
	})
}

function parsedArguments() {
	try {
		return parseArgs({ options: OPTIONS }).values
	} catch {
		return null
	}
}

function usage(code: string, values: Readonly<Record<string, string>> = {}): VerifyResult {
	return { kind: 'usage', fault: { code, values } }
}

function isSite(url: string): boolean {
	return /^https?:\/\//.test(url) && URL.canParse(url)
}

function keptFile(name: string): { readonly name: string; readonly text: string | null } {
	try {
		return { name, text: readFileSync(name, 'utf8') }
	} catch {
		return { name, text: null }
	}
}

function isRead(file: { readonly name: string; readonly text: string | null }): file is KeptFile {
	return file.text !== null
}
