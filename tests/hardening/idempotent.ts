import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { reportPlaces, versionOn, writeReport } from '../faults/support/desk.ts'
import { readOptions } from '../faults/support/options.ts'
import { progress, report } from '../faults/support/outcome.ts'
import type { Answer, Visitor } from '../faults/support/visitor.ts'
import { formOf } from './form-of.ts'
import { openSite } from './open-site.ts'
import { browserOf, cookieOfRole } from './people-of.ts'

// One form sent five times, four times on a line that breaks before the answer comes:
//   npm run t:idempotent -- [--rounds N] [--quick] [--json]
// It has one effect, whatever it is: a step of a draft, a piece of evidence, a published act.

const BROKEN = 4
const options = readOptions({ rounds: 200, quick: 16 })
const failures: string[] = []
const counts = { forms: 0, sent: 0, published: 0, effects: 0 }
const open = await openSite((line) => progress(options, line))
const { db } = open.site.database
const officerCookie = cookieOfRole(open, 'IMPLEMENTER')
const leadCookie = cookieOfRole(open, 'INSTITUTION_LEAD')
const officer = browserOf(open, officerCookie, 1)
const lead = browserOf(open, leadCookie, 2)

try {
	const places = await reportPlaces(officer)
	// One stays open for the steps of its draft.
	for (const place of places.slice(0, options.isQuick ? 1 : -1)) await tryPublishing(place)
	const [place] = await reportPlaces(officer)
	if (place === undefined) throw new Error('no report is open')
	await officer.send(`${place}/level`, {
		version: versionOn(await officer.get(`${place}/level`)),
		level: 'LIMITED',
	})
	for (let round = 0; counts.forms < options.rounds; round += 1) await tryDraft(place, round)
} catch (error) {
	failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
officer.leave()
lead.leave()
await open.close()
if (counts.effects !== counts.forms) failures.push('a form had no effect, or more than one')
report({ suite: 'idempotent', figures: counts, failures: [...new Set(failures)].slice(0, 20) }, options)

/** What a lead approves five times is published once. */
async function tryPublishing(place: string): Promise<void> {
	const ready = await writeReport([officer, again(lead)], place, {
		marker: `Sekali ${place.replace(/\W+/g, ' ')}`,
	})
	const before = await db.ledgerEntry.count()
	const { status } = await ready.publish()
	counts.published += 1
	await one(`${place}: publishing`, { status, effects: (await db.ledgerEntry.count()) - before })
}

/** Steps of a draft: each moves it on by one version. */
async function tryDraft(place: string, round: number): Promise<void> {
	const steps = [
		['level', { level: round % 2 === 0 ? 'SUBSTANTIAL' : 'LIMITED' }],
		['done', { doneId: `Ronde ${String(round)} selesai dicatat.` }],
	] as const
	for (const [step, form] of steps) {
		const before = Number(versionOn(await officer.get(`${place}/${step}`)))
		const { status } = await again(officer).send(`${place}/${step}`, { version: String(before), ...form })
		const after = Number(versionOn(await officer.get(`${place}/${step}`)))
		await one(`${place}/${step}`, { status, effects: after - before })
	}
}

function one(what: string, { status, effects }: { status: number; effects: number }): Promise<void> {
	counts.forms += 1
	counts.effects += effects
	if (effects !== 1) failures.push(`${what}: ${String(effects)} effects`)
	if (status >= 500 || status === 404) failures.push(`${what}: the last was answered ${String(status)}`)
	return Promise.resolve()
}

/** The same person on a line that breaks: each form goes out four times before the one whose answer arrives. */
function again(visitor: Visitor): Visitor {
	const cookie = visitor === lead ? leadCookie : officerCookie
	return {
		...visitor,
		send: async (path, form) => {
			for (let at = 0; at < BROKEN; at += 1) await cut(path, { form, cookie, after: at * 3 })
			counts.sent += BROKEN + 1
			return settled(await visitor.send(path, form))
		},
	}
}

/** Whatever was begun on a broken line goes on: it has its time to end. */
async function settled(answer: Answer): Promise<Answer> {
	await wait(20)
	return answer
}

function cut(
	path: string,
	{ form, cookie, after }: { form: Readonly<Record<string, string>>; cookie: string; after: number },
): Promise<void> {
	const { type, bytes } = formOf(form)
	const host = `localhost:${String(open.port)}`
	return new Promise((resolve) => {
		const req = request({
			...{ host: '127.0.0.1', port: open.port, method: 'POST', path, agent: false },
			headers: {
				...{ Host: host, Cookie: cookie, 'Content-Type': type, 'Content-Length': bytes.length },
				...{ Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' },
			},
		})
		req.on('error', () => {})
		req.on('close', resolve)
		req.end(bytes, () => setTimeout(() => req.destroy(), after))
	})
}
