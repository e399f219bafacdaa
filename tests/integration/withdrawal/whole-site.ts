import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { EXPLORE_FILES } from '#app/components/exploration/addresses.ts'
import { OPEN_TABLE_NAMES } from '#app/export/open-tables.ts'
import { siteMap } from '#tests/architecture/site-map.ts'
import { root } from '#tests/architecture/source-files.ts'
import { backAppointments } from '#tests/factories/account-acts.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { PEOPLE, storePlan } from '#tests/factories/stored-plan.ts'
import type { PersonName } from '#tests/factories/stored-plan.ts'
import { smallSite } from '../http/small-site.ts'
import type { Answer, SmallSite } from '../http/small-site.ts'
import { FILE_SHA256, PREVIEW_SHA256 } from './dangerous-finding.ts'

type RouteModule = { readonly loader?: { readonly door?: unknown } }

const modules = new Map<string, RouteModule>()

/** The site with all its own routes behind the real process, and the stored plan with its people. */
export async function wholeSite(settings: { trustedProxies?: number } = {}): Promise<SmallSite> {
	for (const { url, file } of siteMap())
		modules.set(url, (await import(join(root, 'app', file))) as RouteModule)
	const own = [...modules].filter(([url]) => url !== '/' && url !== '/*')
	const site = await smallSite({
		...settings,
		routes: Object.fromEntries(own.map(([url, module]) => [url.slice(1), module])),
	})
	await storePlan(site.database)
	await storeReportRules(site.database)
	await site.database.db.appointment.createMany({
		data: Object.entries(PEOPLE).map(([personId, [role, organizationId]]) => ({
			id: personId,
			personId,
			organizationId,
			memberId: 'example',
			role,
			fromOn: '2020-01-01',
		})),
	})
	await backAppointments(site.database)
	return site
}

/** The cookie of one of the plan's people. */
export async function cookieOfPerson(site: SmallSite, name: PersonName): Promise<string> {
	const link = await site.accounts.linkFor({ email: `${name.toLowerCase()}@example.org`, locale: 'en' })
	const headers = { 'x-ogp-client-ip': '198.51.100.7' }
	const signedIn = await site.accounts.signIn(
		new URL(link).searchParams.get('token') ?? '',
		new Request(link, { headers }),
	)
	return (signedIn?.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

/** A form with a button and nothing else, as a person's browser sends it. */
export function press(site: SmallSite, path: string, cookie: string, body = ''): Promise<Answer> {
	const type = 'application/x-www-form-urlencoded'
	const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin', cookie }
	return site.ask(path, { method: 'POST', headers, body })
}

/** Reports of the stored plan; what becomes of one that is not there any more is looked at too. */
const PLAN_REPORTS = ['progress-report', 'divergence-report', 'checkpoint-report-b06', 'shadow-report-cso']
const REPORT_FILES = ['en.pdf', 'id.pdf', 'en.docx']

/**
 * Every public address of the site, with every value its parts can have here. A part that this list does not know
 * stops the test: a new address is looked at too.
 */
export async function publicAddresses({ database, publicLog }: SmallSite): Promise<readonly string[]> {
	const { size } = await publicLog.publish()
	const records = await database.db.ledgerEntry.findMany({ select: { recordId: true, version: true } })
	const recordIds = [...new Set(records.map(({ recordId }) => recordId))]
	const evidence = await database.db.evidence.findMany({ select: { id: true } })
	const reports = await database.db.reportSnapshot.findMany({ select: { recordId: true } })
	const assessments = await database.db.localAssessment.findMany({ select: { recordId: true } })
	const selfAssessments = await database.db.selfAssessment.findMany({ select: { recordId: true } })
	const consultations = await database.db.memberAct.findMany({
		where: { kind: 'consultation.published' },
		select: { recordId: true },
	})
	const calls = await database.db.applicationCall.findMany({ select: { id: true } })
	const versions = records.map(({ recordId, version }) => `${recordId}?version=${version}`)
	const values: Record<string, readonly string[]> = {
		':lang': ['en', 'id'],
		':planId': ['plan'],
		':commitmentId': ['k1', 'k2'],
		':milestoneId': ['m1', 'm2', 'm3'],
		':memberId': ['example'],
		':ruleSetId': ['rules-national-test', 'rules-local-test'],
		':organizationId': ['cso', 'other-cso', 'agency', 'host'],
		':callId': calls.map(({ id }) => id),
		':token': ['0'.repeat(32)],
		':kind': ['reminders', 'digest'],
		':day': ['2026-07-15'],
		':report': PLAN_REPORTS,
		':recordId': [...recordIds, ...versions],
		':evidenceId': evidence.map(({ id }) => id),
		'/log/tile/*': [`0/000.p/${size}`, `entries/000.p/${size}`],
		'/records/:file': [...recordIds, ...versions].map((id) => id.replace(/\?|$/, (end) => `.json${end}`)),
		'/files/plans/:planId/:file': PLAN_REPORTS.flatMap((name) =>
			REPORT_FILES.map((file) => `${name}.${file}`),
		),
		'/files/:file': ['plan-template.xlsx', 'plan-template.csv'],
		'/files/reports/:file': reports.flatMap(({ recordId }) =>
			REPORT_FILES.map((file) => `${recordId}.${file}`),
		),
		'/files/self-assessments/:file': selfAssessments.flatMap(({ recordId }) =>
			REPORT_FILES.map((file) => `${recordId}.${file}`),
		),
		'/files/commitments/:file': ['k1', 'k2'].flatMap((id) => REPORT_FILES.map((file) => `${id}.${file}`)),
		'/sitemaps/:file': ['pages', 'members-1', 'organizations-1', 'plans-1', 'commitments-1'].map(
			(part) => `${part}.xml`,
		),
		':chart': ['completion', 'divergence', 'schedule', 'replies', 'policy-areas'],
		':about': ['all', 'member.example', 'plan.plan'],
		'/files/charts/:chart/:about/:file': ['chart.en.csv', 'chart.id.svg', 'chart.en.json', 'chart.id.html'],
		'/files/cards/plans/:file': ['plan.en.png', 'plan.id.png'],
		'/files/cards/commitments/:file': ['k1', 'k2'].flatMap((id) => [`${id}.en.png`, `${id}.id.png`]),
		'/files/reasoned-responses/:file': consultations.flatMap(({ recordId }) =>
			REPORT_FILES.map((file) => `${recordId}.${file}`),
		),
		'/files/repositories/:file': REPORT_FILES.map((file) => `example.${file}`),
		'/files/explore/:file': EXPLORE_FILES.map((file) => `counts.${file}`),
		'/files/open-data/:file': [
			...OPEN_TABLE_NAMES.flatMap((name) =>
				['csv', 'xlsx', 'json', 'jsonl'].map((format) => `${name}.${format}`),
			),
			...['datapackage.json', 'datapackage.id.json', 'catalogue.jsonld', `site-${String(size)}.zip`],
		],
		'/files/assessments/:file': assessments.flatMap(({ recordId }) =>
			REPORT_FILES.map((file) => `${recordId}.${file}`),
		),
		'/files/evidence/:file': [FILE_SHA256, PREVIEW_SHA256].flatMap((hash) => [`${hash}.jpg`, `${hash}.webp`]),
		'/:lang/log/consistency': ['?from=1'],
	}
	const isPublic = ([url, { loader }]: [string, RouteModule]) => loader?.door === 'public' && url !== '/*'
	return [...modules].filter(isPublic).flatMap(([url]) => spread(url, url, values))
}

function spread(
	path: string,
	url: string,
	values: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
	const part = /:\w+(?=\/|$)|\*$/.exec(path)?.[0]
	if (part === undefined) return [path]
	const known = values[part] ?? values[url]
	if (!known) throw new Error(`which values ${part} of ${url} can have is not known here`)
	return known.flatMap((value) => spread(path.replace(part, value), url, values))
}

/** What an answer says to whoever takes it apart: also the parts of a Word file, and the text and attachments of a PDF. */
export function saidIn({ headers, body }: Answer): string {
	const said = body.toString('latin1') + body.toString('utf8')
	if (String(headers['content-type']).includes('wordprocessingml'))
		return [said, ...Object.values(unzipSync(body)).map((part) => Buffer.from(part).toString('utf8'))].join(
			'\n',
		)
	if (headers['content-type'] !== 'application/pdf') return said
	const folder = mkdtempSync(join(tmpdir(), 'renaksi-pdf-'))
	try {
		const [pdf, open] = [join(folder, 'report.pdf'), join(folder, 'open.pdf')]
		writeFileSync(pdf, body)
		execFileSync('qpdf', ['--qdf', '--object-streams=disable', pdf, open])
		const text = execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' })
		const opened = execFileSync('cat', [open], { encoding: 'utf8', maxBuffer: 2 ** 28 })
		return [said, opened, text.replace(/\s+/g, ' ')].join('\n')
	} finally {
		rmSync(folder, { recursive: true })
	}
}
