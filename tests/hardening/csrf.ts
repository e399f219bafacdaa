import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import type { RouteLine } from '../support/route-lines.ts'
import { openSite } from './open-site.ts'
import type { Actor } from './open-site.ts'

// Every form of the build, sent from another site with the cookie of somebody who may send it:
//   npm run t:csrf -- [--json]
// None is let in, in any shape, whatever the request says of where it comes from; and nothing is written.

const FROM_ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'another site': { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
	'a neighbour of the same name': { Origin: 'https://evil.localhost', 'Sec-Fetch-Site': 'same-site' },
	'an older browser': { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' },
	'a page without origin': { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
	'a forwarded host': {
		...{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
		...{ 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' },
	},
	'a method in disguise': {
		...{ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
		'X-HTTP-Method-Override': 'GET',
	},
}
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']

const options = readOptions({ rounds: 1, quick: 1 })
const failures: string[] = []
const counts = { forms: 0, requests: 0, refused: 0 }
const open = await openSite((line) => progress(options, line))
try {
	const before = await stateOf()
	const forms = open.lines.filter(({ method }) => method === 'POST')
	counts.forms = forms.length
	for (const form of forms) await tryForm(form)
	if ((await stateOf()) !== before) failures.push('something was written')
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
await open.close()
report({ suite: 'csrf', figures: counts, failures: [...new Set(failures)].slice(0, 40) }, options)

async function tryForm(form: RouteLine): Promise<void> {
	const sender = senderOf(form)
	const path = form.path.replace(/:lang/, 'en').replace(/:\w+|\*$/g, 'nothing-here')
	const shapes = [path, `${path}?_data=${encodeURIComponent(form.routeId ?? '')}`, `${path}?index`]
	for (const [name, headers] of Object.entries(FROM_ELSEWHERE)) {
		for (const address of shapes) {
			for (const method of address === path ? METHODS : ['POST']) {
				const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
				const body = { type: 'application/x-www-form-urlencoded', bytes: Buffer.from('a=1') }
				const asked = { method, headers: { 'Sec-Fetch-Site': '', ...given }, body }
				const { status } = await open.ask(sender, address, asked)
				counts.requests += 1
				if (status === 403 || status === 405) counts.refused += 1
				else failures.push(`${method} ${address} from ${name}: answered ${String(status)}`)
			}
		}
	}
}

/** Somebody whose cookie would open the form. */
function senderOf({ door }: RouteLine): Actor {
	const people = open.actors.filter(({ role }) => role !== null)
	const [anyone] = people
	const sender = people.find(({ role }) => Array.isArray(door) && door.includes(role))
	if (!anyone) throw new Error('nobody is signed in')
	return sender ?? anyone
}

/** What a form could change: every entry of the log, every session and every row that people begin. */
async function stateOf(): Promise<string> {
	const { db } = open.site.database
	return JSON.stringify([
		await db.ledgerEntry.count(),
		await db.authSession.count(),
		await db.appointment.findMany({ orderBy: { id: 'asc' } }),
		await db.invitation.count(),
		await db.webhook.count(),
		await db.verificationDraft.count(),
		await db.progressUpdateDraft.count(),
		await db.planDraft.count(),
	])
}
