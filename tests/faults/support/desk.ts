import { cookieOf } from './people.ts'
import type { People } from './people.ts'
import type { Answer, Attached, Visitor } from './visitor.ts'
import { multipart, visitorOf } from './visitor.ts'

/** Something that one more form makes public. */
export type Ready = {
	readonly kind: 'claim' | 'finding' | 'withdrawal'
	/** A text that only this act carries; of a withdrawal, that of the finding. */
	readonly marker: string
	readonly recordId: string
	/** Pieces of evidence that the act carries. */
	readonly pieces: number
	readonly publish: () => Promise<Answer>
	/** Reads a page as the person who published it. */
	readonly read: (path: string) => Promise<Answer>
}

/** Thrown where a form that must be taken is not. */
export class NotTaken extends Error {
	override readonly name = 'NotTaken'
}

/** What two people of one institution, or one person of a CSO, work with. */
export type Desk = {
	readonly officers: readonly Visitor[]
	readonly leads: readonly Visitor[]
	readonly monitors: readonly Visitor[]
	readonly public: Visitor
	readonly leave: () => void
}

/** The first of the organizations of civil society; in the last one a colleague reads each finding first. */
const ALONE = 2

/** Everybody of the demonstration who publishes alone, each in a browser of their own. */
export function openDesk(port: number, people: People): Desk {
	const sit = (role: 'IMPLEMENTER' | 'INSTITUTION_LEAD' | 'CSO_MONITOR' | 'CSO_OWNER') =>
		(people.get(role) ?? []).map((_cookie, n) => visitorOf(port, cookieOf(people, role, n)))
	const [officers, leads] = [sit('IMPLEMENTER'), sit('INSTITUTION_LEAD')]
	const monitors = [...sit('CSO_MONITOR').slice(0, ALONE), ...sit('CSO_OWNER').slice(0, ALONE)]
	const reader = visitorOf(port)
	const all = [...officers, ...leads, ...monitors, reader]
	return { officers, leads, monitors, public: reader, leave: () => all.forEach((one) => one.leave()) }
}

/** Addresses of the reports that an officer may write now, without the page at their end. */
export async function reportPlaces(officer: Visitor): Promise<readonly string[]> {
	const page = await officer.get('/en/tasks')
	return found(page, [...page.text.matchAll(/href="(\/en\/tasks\/[^/"]+\/[^/"]+)\/level"/g)])
}

/** Addresses of what a monitor may verify, among those wanted: where they stood back there is no form. */
export async function subjects(monitor: Visitor, wanted = /./): Promise<readonly string[]> {
	const page = await monitor.get('/en/verify')
	const listed = found(page, [...page.text.matchAll(/href="(\/en\/verify\/[^"?]+)"/g)])
	const open: string[] = []
	for (const subject of listed.filter((address) => wanted.test(address) && !address.endsWith('/assign')))
		if (isUntouched((await monitor.get(subject)).text, subject)) open.push(subject)
	return open
}

/** Whether a finding may be begun that nobody has begun: the claim of an older draft may have changed since. */
function isUntouched(page: string, subject: string): boolean {
	return page.includes(`action="${subject}`) && !/href="[^"]+\/finding"/.test(page)
}

type Content = { readonly marker: string; readonly file?: Attached }

/** Writes a report up to the point where the institution's lead approves it. */
export async function writeReport(
	[officer, lead]: readonly [Visitor, Visitor],
	place: string,
	content: Content,
): Promise<Ready> {
	const page = await officer.get(`${place}/level`)
	// One that waits for the lead already has no such page.
	if (page.status !== 200) throw new NotTaken(`${place}/level: ${told(page)}`)
	const pen = penOf(officer, place, Number(versionOn(page)))
	await pen.write('level', { level: 'SUBSTANTIAL' })
	await pen.write('done', { doneEn: content.marker })
	const pieces = await addPieces({ visitor: officer, draft: place, pen }, content, {
		url: 'https://contoh.example/laporan',
	})
	await pen.write('check', {})
	const approval = await approvalOf(lead, content.marker)
	return { ...approval, kind: 'claim', marker: content.marker, pieces }
}

async function approvalOf(
	lead: Visitor,
	marker: string,
): Promise<Pick<Ready, 'recordId' | 'publish' | 'read'>> {
	const { text } = await lead.get('/en/tasks')
	for (const page of unique([...text.matchAll(/href="(\/en\/approvals\/[^/"]+)"/g)])) {
		const approval = await lead.get(page)
		if (!approval.text.includes(marker)) continue
		const form = { version: versionOn(approval) }
		return {
			recordId: page.split('/').at(-1) ?? '',
			publish: () => lead.send(`${page}/approve`, form),
			read: lead.get,
		}
	}
	throw new NotTaken(`no approval waits for ${marker}`)
}

/** Writes a finding up to the point where the monitor publishes it. */
export async function writeFinding(monitor: Visitor, subject: string, content: Content): Promise<Ready> {
	const { marker } = content
	const page = await monitor.get(subject)
	const begun = page.text.includes(`action="${subject}/begin"`)
		? await take(monitor, `${subject}/begin`, {})
		: await take(monitor, subject, noInterests(page))
	const draft = (begun.location ?? '').replace(/\/finding$/, '')
	const pen = penOf(monitor, draft, Number(versionOn(await monitor.get(`${draft}/finding`))))
	await pen.write('finding', { level: 'LIMITED', outcome: 'PARTLY_CONFIRMED' })
	const rationaleEn = `${marker}: seen on the spot by two people of ours in twelve places.`
	await pen.write('reasons', { method: 'SITE_VISIT', confidence: 'HIGH', rationaleEn })
	const link = { url: 'https://forum.contoh.example/kunjungan', stance: 'SUPPORTS' }
	const pieces = await addPieces({ visitor: monitor, draft, pen }, content, link)
	const form = { version: versionOn(await monitor.get(`${draft}/check`)) }
	const recordId = draft.split('/').at(-1) ?? ''
	const publish = () => monitor.send(`${draft}/publish`, form)
	return { kind: 'finding', marker, recordId, pieces, publish, read: monitor.get }
}

/** The declarations that a page asks for: what the person's organization has declared is not asked again. */
function noInterests({ text }: Answer): Readonly<Record<string, string>> {
	const asked = ['personInterests', 'organizationInterests'].filter((name) => text.includes(`name="${name}"`))
	return Object.fromEntries(asked.map((name) => [name, 'NONE']))
}

/** A finding about to be withdrawn by its own organization. */
export function withdrawal(monitor: Visitor, finding: { marker: string; recordId: string }): Ready {
	const publish = () => monitor.send(`/en/withdrawals/${finding.recordId}/withdraw`, {})
	return { ...finding, kind: 'withdrawal', pieces: 0, publish, read: monitor.get }
}

/** Fills one form of a draft after the other: each that is taken makes its next version. */
type Pen = {
	readonly write: (step: string, form: Readonly<Record<string, string>>) => Promise<void>
	/** Another form of the draft was taken meanwhile. */
	readonly passed: () => void
}

function penOf(visitor: Visitor, draft: string, first: number): Pen {
	// The first answer begins a draft in its version 1, and makes it version 2.
	let version = first
	const passed = () => void (version = version === 0 ? 2 : version + 1)
	return {
		passed,
		write: async (step, form) => {
			await take(visitor, `${draft}/${step}`, { version: String(version), ...form })
			passed()
		},
	}
}

/** Most pieces that a correction brings along before one of them is taken out. */
const MOST_CARRIED = 3

/** Adds a link and, where there is one, a file to what is there. Gives how many pieces there are then. */
async function addPieces(
	{ visitor, draft, pen }: { visitor: Visitor; draft: string; pen: Pen },
	{ marker, file }: Content,
	link: Readonly<Record<string, string>>,
): Promise<number> {
	const { text } = await visitor.get(`${draft}/evidence`)
	let there = unique([...text.matchAll(/\/(evidence\/\d+\/remove)"/g)]).length
	for (; there > MOST_CARRIED - 1; there -= 1) await pen.write('evidence/0/remove', {})
	await pen.write('evidence', { kind: 'REPORT', title: marker, ...link })
	if (!file) return there + 1
	const sent = await sendFile(visitor, draft, { marker, file, stance: link.stance })
	if (sent.status !== 303) throw new NotTaken(`${draft}/evidence/file: ${told(sent)}`)
	pen.passed()
	return there + 2
}

/** Sends the form of one file, as a browser without scripts does. */
export async function sendFile(
	visitor: Visitor,
	draft: string,
	{ marker, file, stance }: { marker: string; file: Attached; stance?: string | undefined },
): Promise<Answer> {
	const page = await visitor.get(`${draft}/evidence/file`)
	const form = {
		version: versionOn(page),
		kind: 'PHOTO',
		title: `${marker} (file)`,
		altText: 'What the file shows',
		...(stance ? { stance } : {}),
	}
	return visitor.ask(`${draft}/evidence/file`, { method: 'POST', body: multipart(form, file) })
}

/** Sends a form that must lead on. */
async function take(visitor: Visitor, path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
	const sent = await visitor.send(path, form)
	if (sent.status !== 303) throw new NotTaken(`${path}: ${told(sent)}`)
	return sent
}

/** The version that a page's form was made for. */
export function versionOn(page: Answer): string {
	const version =
		/name="version"[^>]*value="(\d+)"/.exec(page.text) ?? /value="(\d+)"[^>]*name="version"/.exec(page.text)
	if (!version?.[1]) throw new NotTaken(`a page without a form: ${told(page)}`)
	return version[1]
}

/** Status and main words of an answer, for a line in a report. */
export function told({ status, text, location }: Answer): string {
	const words = text
		.replace(/<(head|script|style|header|footer)\b[\s\S]*?<\/\1>/g, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
		.replace(/\s+/g, ' ')
		.trim()
	return `${String(status)} ${location ?? words.slice(0, 300)}`
}

/** The addresses on a page that must have some. */
function found(page: Answer, matches: readonly RegExpMatchArray[]): readonly string[] {
	if (matches.length === 0) throw new NotTaken(`a page without what is to do: ${told(page)}`)
	return unique(matches)
}

function unique(found: readonly RegExpMatchArray[]): readonly string[] {
	return [...new Set(found.map((match) => match[1] ?? ''))]
}
