import { Agent, get } from 'node:http'
import type { Site } from '#app/start.server.ts'

export type SignedInPages = {
	/** The cookies of a person of the stored plan, by the part of their address before the @. */
	readonly cookieOf: (who: string) => Promise<string>
	/** Reads a page as its person does, some times one after the other; the first reading is not counted. */
	readonly read: (path: string, cookie: string) => Promise<Readings>
	readonly close: () => void
}

/** Unit: milliseconds; bytes of the page. */
export type Readings = { readonly p50: number; readonly p95: number; readonly bytes: number }

/** Pages of people who are signed in, as one browser gets them over HTTP from a site that runs in this process. */
export function openSignedInPages(
	{ accounts }: Pick<Site, 'accounts'>,
	{ baseUrl, reads }: { readonly baseUrl: string; readonly reads: number },
): SignedInPages {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 })
	return {
		cookieOf: async (who) => {
			const link = await accounts.linkFor({ email: `${who}@example.org`, locale: 'en' })
			const asked = new Request(link, { headers: { 'x-ogp-client-ip': '127.0.0.1' } })
			const headers = await accounts.signIn(new URL(link).searchParams.get('token') ?? '', asked)
			return (headers?.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
		},
		read: async (path, cookie) => {
			const page = () => readOnce(`${baseUrl}${path}`, { cookie, agent })
			await page()
			const answers = []
			for (let read = 0; read < reads; read += 1) answers.push(await page())
			const times = answers.map(({ ms }) => ms)
			return { p50: share(times, 0.5), p95: share(times, 0.95), bytes: answers[0]?.bytes ?? 0 }
		},
		close: () => {
			agent.destroy()
		},
	}
}

type Asker = { readonly cookie: string; readonly agent: Agent }

function readOnce(
	address: string,
	{ cookie, agent }: Asker,
): Promise<{ readonly ms: number; readonly bytes: number }> {
	const begun = performance.now()
	return new Promise((resolve, reject) => {
		const asked = get(address, { headers: { cookie }, agent }, (answer) => {
			let bytes = 0
			answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
			answer.on('error', reject)
			answer.on('end', () => {
				if (answer.statusCode !== 200) reject(new Error(`the page answered ${String(answer.statusCode)}`))
				else resolve({ ms: performance.now() - begun, bytes })
			})
		})
		asked.on('error', reject)
	})
}

/** The value below which a share of all lie. */
function share(values: readonly number[], part: number): number {
	const ordered = [...values].sort((a, b) => a - b)
	return ordered[Math.min(ordered.length - 1, Math.ceil(ordered.length * part) - 1)] ?? Number.NaN
}
