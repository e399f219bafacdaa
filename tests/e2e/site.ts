import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { test as base } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { z } from 'zod'
import type { Role } from '#app/access/policy.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say } from '#app/i18n/translate.ts'

const Seeded = z.object({
	baseUrl: z.url(),
	accounts: z.record(z.string(), z.array(z.string())),
	objects: z.record(z.string(), z.array(z.object({ id: z.string(), ownerRole: z.string() }))),
	/** Folder of the mails that were sent. */
	outbox: z.string(),
})

/** Who runs the whole site: the person whom the operator appoints first. */
export const SITE_HOST = 'pengelola@situs.example'

/** A site of its own for each worker, with the demonstration in it. */
export type E2eSite = z.infer<typeof Seeded> & {
	/** Lets the days pass by which the site is behind; it reaches today. */
	readonly letDaysPass: () => void
}

type PerWorker = {
	site: E2eSite
	/** Days by which the site starts in the past, for a journey that has to wait: such a file has a site to itself. */
	daysBehind: number
}

type PerTest = {
	/** Language of this run of the journey. */
	readonly lang: Locale
	/** The sentences of that language, to find things by what people read. */
	readonly say: Say
	/** Signs the browser in as the n-th person of a role, without the mail. */
	readonly signIn: (role: Role, n?: number) => Promise<void>
}

export const test = base.extend<PerTest, PerWorker>({
	daysBehind: [0, { scope: 'worker', option: true }],
	site: [
		async ({ daysBehind }, use) => {
			const server = spawn(process.execPath, ['--import', 'tsx', 'tests/seed.ts', '--json'], {
				stdio: ['ignore', 'pipe', 'inherit'],
				env: {
					...{ ...process.env, PORT: '', DATABASE_URL: '' },
					...{ SITE_DAYS_BEHIND: String(daysBehind), SITE_HOST },
				},
			})
			const [line] = (await Promise.race([
				once(createInterface({ input: server.stdout }), 'line'),
				once(server, 'exit').then(() => Promise.reject(new Error('the site for the journeys did not start'))),
			])) as [string]
			const letDaysPass = () => void server.kill('SIGUSR2')
			await use({ ...Seeded.parse(JSON.parse(line)), letDaysPass })
			const ended = once(server, 'exit')
			server.kill('SIGTERM')
			await ended
		},
		{ scope: 'worker', timeout: 180_000 },
	],
	baseURL: async ({ site }, use) => use(site.baseUrl),
	lang: async ({ locale }, use) => use(locale?.startsWith('id') ? 'id' : 'en'),
	say: async ({ lang }, use) => use(sayIn(lang)),
	signIn: async ({ context, site }, use) =>
		use(async (role, n = 0) => {
			const cookie = site.accounts[role]?.[n]
			if (!cookie) throw new Error(`the demonstration has no ${role} number ${n}`)
			await replaceCookie(context, cookie, site.baseUrl)
		}),
})
export { expect } from '@playwright/test'

async function replaceCookie(context: BrowserContext, cookie: string, url: string): Promise<void> {
	const at = cookie.indexOf('=')
	await context.clearCookies()
	await context.addCookies([
		{
			name: cookie.slice(0, at),
			value: decodeURIComponent(cookie.slice(at + 1)),
			url,
			httpOnly: true,
			sameSite: 'Lax',
		},
	])
}
