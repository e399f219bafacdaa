import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { ensureBuilt } from '#app/build.server.ts'
import { findChromium } from './support/chromium.ts'
import { installPdfTools } from './support/pdf-tools.ts'

// Everything that must be true before a change is kept: npm test
//   types · the build · unit, architecture and integration · journeys in a browser

const Report = {
	vitest: z.object({
		numPassedTests: z.number(),
		numFailedTests: z.number(),
		numFailedTestSuites: z.number(),
	}),
	playwright: z.object({
		stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
	}),
}

const folder = mkdtempSync(join(tmpdir(), 'renaksi-tests-'))
const failures: string[] = []
let passed = 0
let failed = 0

await step('types', () => run('npm', ['run', '--silent', 'typecheck']))
await step('build', async () => {
	await ensureBuilt((line) => void process.stdout.write(`${line}\n`))
	return 0
})
await step('unit, architecture, integration', async () => {
	await installPdfTools(run)
	const report = join(folder, 'vitest.json')
	const status = await run('npx', [
		'vitest',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
	])
	const counts = Report.vitest.parse(JSON.parse(readFileSync(report, 'utf8')))
	passed += counts.numPassedTests
	failed += counts.numFailedTests
	return status
})
await step('journeys', async () => {
	const report = join(folder, 'playwright.json')
	const CHROMIUM_PATH = await findChromium(run)
	const status = await run('npx', ['playwright', 'test', '--reporter=list,json'], {
		...(CHROMIUM_PATH === null ? {} : { CHROMIUM_PATH }),
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
	})
	const { stats } = Report.playwright.parse(JSON.parse(readFileSync(report, 'utf8')))
	passed += stats.expected + stats.flaky
	failed += stats.unexpected
	return status
})

rmSync(folder, { recursive: true, force: true })
// A step that broke without a test of its own that failed is a failure too.
failed = Math.max(failed, failures.length)
if (failures.length > 0) process.stdout.write(`\nfailed: ${failures.join(' · ')}\n`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function step(name: string, work: () => Promise<number>): Promise<void> {
	process.stdout.write(`\n── ${name}\n`)
	const status = await work().catch((error: unknown) => {
		process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
		return 1
	})
	if (status !== 0) failures.push(name)
}

function run(
	command: string,
	args: readonly string[],
	variables: Record<string, string> = {},
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...variables } })
		child.once('error', reject)
		child.once('close', (status) => resolve(status ?? 1))
	})
}
