import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { PLAN } from './life.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What attempts aim at: ids of what belongs to those who judge, by what an address or a form calls them. */
export type Aims = {
	/** For a part of an address, the ids worth trying, the most dangerous first. */
	readonly inAddress: (name: string) => readonly string[]
	/** For a field of a form, what it would take to change, move, hide or take over a finding. */
	readonly inField: (name: string, nth: number) => string
	/** Every name that a form, a schema or a column of these rooms has. */
	readonly fields: readonly string[]
}

/** Looks up what there is, once. */
export async function openAims({ site: { database } }: Place): Promise<Aims> {
	const ids = async (text: string): Promise<readonly string[]> =>
		(await database.sql<{ id: string }>(text)).map(({ id }) => id)
	const [findings, drafts, observations, assessments, appointments, claims, evidence, acts] =
		await Promise.all([
			ids(`SELECT DISTINCT "recordId" AS "id" FROM "Verification" ORDER BY 1 DESC`),
			ids(`SELECT "id" FROM "VerificationDraft" UNION ALL SELECT "id" FROM "LocalAssessmentDraft"`),
			ids(`SELECT "recordId" AS "id" FROM "Observation" ORDER BY 1`),
			ids(`SELECT "recordId" AS "id" FROM "LocalAssessment"`),
			ids(
				`SELECT "id" FROM "Appointment" WHERE "role" IN ('CSO_OWNER', 'CSO_MONITOR', 'MONITORING_BODY') ORDER BY 1`,
			),
			ids(
				`SELECT DISTINCT "recordId" AS "id" FROM "ProgressUpdate" WHERE NOT "isImported" ORDER BY 1 DESC LIMIT 4`,
			),
			ids(
				`SELECT "id" FROM "Evidence" WHERE "recordId" IN (SELECT "recordId" FROM "Verification") ORDER BY "visibility" DESC LIMIT 3`,
			),
			ids(
				`SELECT "recordId" AS "id" FROM "VerifierDecision" UNION ALL SELECT "recordId" FROM "Recusal" UNION ALL SELECT "recordId" FROM "ActSignature"`,
			),
		])
	const judged = [...findings.slice(0, 3), ...observations.slice(0, 1), ...assessments, ...acts]
	const known: Readonly<Record<string, readonly string[]>> = {
		lang: ['en', 'id'],
		recordId: judged,
		draftId: [...drafts, ...findings.slice(0, 2)],
		claimRecordId: [...claims, ...findings.slice(0, 1)],
		commitmentId: [`${PLAN}-1`, `${PLAN}-5`],
		milestoneId: [`${PLAN}-1-m1`, `${PLAN}-4-m2`],
		checkpointCode: ['B12', 'b12', 'B18', 'B24'],
		planId: [PLAN],
		organizationId: ['contoh-forum-warga', 'contoh-pemantau-anggaran', 'contoh-badan-pemantau'],
		appointmentId: appointments,
		handOverId: appointments.slice(0, 1),
		invitationId: appointments.slice(0, 1),
		evidenceId: evidence,
		obligationId: ['mid-term'],
		kind: ['MID_TERM', 'mid-term', 'reply'],
		about: ['inception', `${PLAN}-1`],
		part: ['Q1', '1'],
		page: ['1'],
		subject: ['plan', `${PLAN}-1`],
		indicator: ['COMPLETION', 'completion'],
		screen: ['text', 'dates'],
		section: ['results'],
		position: ['0', '1'],
		file: ['progress-report.en.pdf', `${findings[0] ?? ''}.json`],
		linkId: drafts,
		previewId: drafts,
		letterId: ['1'],
		token: ['a'.repeat(43)],
		day: ['2026-07-15'],
	}
	return {
		inAddress: (name) => known[name] ?? ['1'],
		inField: (name, nth) =>
			valueFor(name, { nth, finding: findings[nth % findings.length] ?? '', judged, known }),
		fields: fieldNames(),
	}
}

type Around = {
	readonly nth: number
	readonly finding: string
	readonly judged: readonly string[]
	readonly known: Readonly<Record<string, readonly string[]>>
}

function valueFor(name: string, { nth, finding, judged, known }: Around): string {
	const some = (values: readonly string[]) => values[nth % values.length] ?? ''
	if (/version$/i.test(name) || name === 'after' || name === 'position') return some(['1', '2', '0', '3'])
	if (/recordId$|^recordId|supersedes|followsUp|signedRecordId/i.test(name)) return some([finding, ...judged])
	if (/organization/i.test(name) && /id$/i.test(name)) return some(known.organizationId ?? [])
	if (/(person|author|reviewer|submitted|approved|confirmed|requested)\w*id$/i.test(name))
		return some(['contoh-narahubung', 'contoh-pengelola', 'contoh-pemantau-forum-warga'])
	if (/id$/i.test(name)) return some([known[name]?.[0] ?? finding, finding])
	if (/(On|At|day)$/.test(name)) return some(['2020-01-01', '2027-12-31'])
	if (/level$/i.test(name)) return some(['COMPLETE', 'NOT_STARTED'])
	if (name === 'outcome') return 'CONFIRMED'
	if (name === 'decision') return some(['WITHDRAWN', 'MAINTAINED'])
	if (name === 'reason' || name === 'reasonCode') return some(['PERSONAL_DATA', 'COURT_ORDER'])
	if (name === 'role') return some(['CSO_OWNER', 'CSO_MONITOR'])
	if (name === 'email') return 'mole@government.example'
	if (name === 'stage' || name === 'status') return some(['DRAFT', 'CLOSED'])
	if (name === 'intent' || name === '_action' || name === '_method')
		return some(['delete', 'publish', 'PUT', 'DELETE'])
	if (/^(is|has)[A-Z]/.test(name)) return some(['true', 'on', 'false'])
	if (name === 'url') return 'https://government.example/'
	if (name === 'locale' || name === 'lang') return 'en'
	return some(['Government says that all is well.', 'INDEPENDENT', 'NONE', 'on'])
}

/** Names of fields: of every schema of the domain, of every form of the site, and of every column of acts and drafts. */
function fieldNames(): readonly string[] {
	const names = new Set([
		'intent',
		'_action',
		'_method',
		'id',
		'hidden',
		'isHidden',
		'deleted',
		'withdrawn',
		'status',
	])
	for (const [folder, pattern] of [
		['app/domain', /schema\.ts$/],
		['app/components', /\.tsx$/],
		['app/routes', /\.tsx$/],
	] as const)
		for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
			if (!pattern.test(file)) continue
			const text = readFileSync(join(root, folder, file), 'utf8')
			const found = folder === 'app/domain' ? /^\t+(\w+)(?::|,$)/gm : /\bname="(\w+)"/g
			for (const [, name] of text.matchAll(found)) if (name) names.add(name)
		}
	const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8')
	for (const [, body] of schema.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm))
		for (const [, name] of (body ?? '').matchAll(
			/^ {2}([a-z]\w*) +(?:String|Int|Boolean|DateTime|Json|Bytes)/gm,
		))
			if (name) names.add(name)
	return [...names].filter((name) => name.length < 40).sort()
}
