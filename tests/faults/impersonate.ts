import { spawnSync } from 'node:child_process'

// Every way to act for an organization of civil society without it: through each route of its rooms with the accounts
// of government and of the host, and with SQL as the application's login. Each attempt is one test:
//   npm run t:impersonate -- [--quick] [--json]
// There is nothing to leave out, so quick is the same.

const reporters = process.argv.includes('--json') ? ['--reporter=json'] : ['--reporter=verbose']
const { status } = spawnSync(
	process.execPath,
	[
		'node_modules/vitest/vitest.mjs',
		'run',
		...['--project', 'integration'],
		...reporters,
		'tests/integration/cso/impersonate.test.ts',
	],
	{ stdio: 'inherit' },
)
process.exitCode = status ?? 1
