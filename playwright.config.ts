import { defineConfig } from '@playwright/test'
import { installedChromium } from './tests/support/chromium.ts'

const executablePath = installedChromium()

/** Most journeys are made four times: in both languages, and in browsers with and without scripts. */
const WAYS = [
	['en-js', 'en-GB', true],
	['en-nojs', 'en-GB', false],
	['id-js', 'id-ID', true],
	['id-nojs', 'id-ID', false],
] as const

/** What only scripts do has nothing to show in browsers without them. */
const NEED_SCRIPTS = ['**/autosave.spec.ts']

/** Long journeys of an office, made twice: once with scripts and once without, each in another language. */
const TWICE = [
	'body-assesses',
	'civil-society-runs-itself',
	'commitment-level',
	'finding-answered',
	'hand-over',
	'host-changes-rules',
	'joins-ogp-local',
	'keeps-registers',
	'member-begins',
	'plan-begins',
	'plan-files',
	'public-contributes',
	'reads-reports',
	'reads-expectations',
	'self-assessment',
	'shares-draft',
].map((name) => `**/${name}.spec.ts`)

/** What a virtual authenticator plays along with, and what compares pictures, made once. */
const ONCE = ['**/page-styles.spec.ts', '**/signs-with-a-key.spec.ts']

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: 2,
	fullyParallel: false,
	forbidOnly: true,
	retries: 0,
	timeout: 90_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		timezoneId: 'Asia/Jakarta',
		trace: 'retain-on-failure',
		launchOptions: {
			...(executablePath === null ? {} : { executablePath }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
			],
		},
	},
	projects: WAYS.map(([name, locale, javaScriptEnabled]) => ({
		name,
		use: { locale, javaScriptEnabled },
		testIgnore: [
			...(javaScriptEnabled ? [] : NEED_SCRIPTS),
			...(name === 'en-js' || name === 'id-nojs' ? [] : TWICE),
			...(name === 'en-js' ? [] : ONCE),
		],
	})),
})
