import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveAmendment } from '#app/domain/amendment/commands/approve-amendment.server.ts'
import { draftText } from '#app/domain/amendment/commands/draft-changes.server.ts'
import { answerHead, beginAmendment, submitAmendment } from '#app/domain/amendment/commands.server.ts'
import { approveLevel, proposeLevel } from '#app/domain/commitment-level/commands.server.ts'
import { publishVerification } from '#app/domain/verification/commands.server.ts'
import * as apiAssessment from '#app/routes/api/self-assessment.ts'
import * as apiCommitment from '#app/routes/api/commitment.ts'
import * as apiPlan from '#app/routes/api/plan.ts'
import * as apiPlans from '#app/routes/api/plans.ts'
import * as csv from '#app/routes/files/plan-csv.ts'
import * as report from '#app/routes/files/plan-report.ts'
import * as xlsx from '#app/routes/files/plan-xlsx.ts'
import * as amendment from '#app/routes/public/amendment.tsx'
import * as checkpoints from '#app/routes/public/checkpoints.tsx'
import * as commitment from '#app/routes/public/commitment.tsx'
import * as dashboard from '#app/routes/public/dashboard.tsx'
import * as home from '#app/routes/public/home.tsx'
import * as member from '#app/routes/public/member.tsx'
import * as obligations from '#app/routes/public/obligations.tsx'
import * as plan from '#app/routes/public/plan.tsx'
import * as record from '#app/routes/public/record.tsx'
import * as assessment from '#app/routes/public/self-assessment.tsx'
import { aCompleteFinding } from '#tests/factories/finding.ts'
import { storeReportRules } from '#tests/factories/local-rules.ts'
import { publishClaim } from '#tests/factories/published-claim.ts'
import { anOpenAssessment } from '#tests/factories/self-assessment.ts'
import { as, storePlan } from '#tests/factories/stored-plan.ts'
import { smallSite } from '../http/small-site.ts'
import type { SmallSite } from '../http/small-site.ts'

const ROUTES = {
	':lang': home,
	':lang/site/plans/:planId': plan,
	':lang/plans/:planId/dashboard': dashboard,
	':lang/plans/:planId/obligations': obligations,
	':lang/plans/:planId/checkpoints': checkpoints,
	':lang/commitments/:commitmentId': commitment,
	':lang/amendments/:recordId': amendment,
	':lang/records/:recordId': record,
	':lang/self-assessments/:recordId': assessment,
	':lang/members/:memberId': member,
	'api/v1/plans': apiPlans,
	'api/v1/plans/:planId': apiPlan,
	'api/v1/commitments/:commitmentId': apiCommitment,
	'api/v1/self-assessments/:recordId': apiAssessment,
	'files/plans/:planId/plan.csv': csv,
	'files/plans/:planId/plan.xlsx': xlsx,
	'files/plans/:planId/:file': report,
}

let site: SmallSite
let ids: Record<'claim' | 'finding' | 'level' | 'amendment' | 'assessment', string>

beforeAll(async () => {
	site = await smallSite({ routes: ROUTES })
	const { database } = site
	await storePlan(database)
	await storeReportRules(database)
	const claim = await publishClaim(database)
	const drafted = await aCompleteFinding(database, claim.recordId)
	const finding = await publishVerification(as(database, 'monitor'), drafted.id, { version: drafted.version })
	const key = { commitmentId: 'k1', checkpointCode: 'B06' }
	const stated = { version: 0, level: 'LIMITED', sentenceEn: 'Half of it waits for a budget.' } as const
	const proposal = await proposeLevel(as(database, 'officer'), key, stated)
	const level = await approveLevel(as(database, 'lead'), proposal.id, { version: proposal.version })
	const assessed = await anOpenAssessment(database)
	ids = {
		claim: claim.recordId,
		finding: finding.recordId,
		level: level.recordId,
		amendment: await redated(),
		assessment: assessed.recordId,
	}
}, 60_000)
afterAll(() => site.close())

async function redated(): Promise<string> {
	const poc = as(site.database, 'poc')
	const { id, version } = await beginAmendment(poc, 'plan')
	const why = { reasonId: 'Anggaran digeser', reasonEn: 'The budget moved', proposedBy: 'Dinas' }
	const head = await answerHead(poc, id, { version, ...why, agreedBy: 'Forum', effectiveOn: '2026-07-20' })
	const dates = { number: 'm2', titleId: 'Tonggak m2', titleEn: 'Milestone m2', startsOn: '2026-02-01' }
	const changed = await draftText(
		poc,
		{ id, seen: head.version },
		{
			recordKind: 'milestone',
			recordId: 'm2',
			answer: { version: 0, ...dates, endsOn: '2027-06-30' },
		},
	)
	const sent = await submitAmendment(poc, id, changed)
	const { recordId } = await approveAmendment(as(site.database, 'secretariat'), id, { version: sent.version })
	return recordId
}

async function tamper(statement: string): Promise<void> {
	await site.database.exec(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`)
}

type Shown = { readonly unreadable?: readonly { readonly recordId: string; readonly kind: string }[] }

/** Asked with a word of its own each time, so that no page that was kept answers; the list of plans takes none. */
async function asked(path: string) {
	const word = path === '/api/v1/plans' ? '' : `?at=${String((turn += 1))}`
	const { status, body } = await site.ask(`${path}${word}`)
	return { status, text: body.toString() }
}
let turn = 0

async function shown(path: string): Promise<Shown> {
	const { status, text } = await asked(path)
	expect([path, status]).toEqual([path, 200])
	const data: unknown = JSON.parse(text.replace(/^.*<\/title>/s, ''))
	const [only] = path.startsWith('/api') ? [data] : Object.values(data as object)
	return only as Shown
}

const PAGES = ['/en/site/plans/plan', '/id/plans/plan/dashboard', '/api/v1/plans/plan']
const OF_COMMITMENT = ['/en/commitments/k1', '/api/v1/commitments/k1']
const OTHERS = [
	'/en',
	'/en/plans/plan/obligations',
	'/en/plans/plan/checkpoints',
	'/en/commitments/k2',
	'/en/members/example',
	'/api/v1/plans',
	'/files/plans/plan/plan.csv',
	'/files/plans/plan/plan.xlsx',
	'/files/plans/plan/progress-report.id.pdf',
]

const CASES = [
	['a claimed level', 'ProgressUpdate', `"claimedLevel" = 'GREAT'`, `'SUBSTANTIAL'`, 'claim'],
	['a challenge', 'ProgressUpdate', `"challenges" = '["NONE_SUCH"]'`, `'[]'`, 'claim'],
	['a verified level', 'Verification', `"verifiedLevel" = 'GREAT'`, `'LIMITED'`, 'finding'],
	['an outcome', 'Verification', `"outcome" = ''`, `'PARTLY_CONFIRMED'`, 'finding'],
	['the kind of a proof', 'Evidence', `"kind" = 'RUMOUR'`, `'WEBPAGE'`, 'finding'],
	['a stated level', 'CommitmentLevel', `"claimedLevel" = 'GREAT'`, `'LIMITED'`, 'level'],
] as const

describe('where a code in the database was altered to none that there is', () => {
	test('and nothing is altered, no page speaks of it', async () => {
		for (const path of [...PAGES, ...OF_COMMITMENT])
			expect((await shown(path)).unreadable ?? [], path).toEqual([])
	})

	test.each(CASES)('%s: every page stands, and names the record that differs', async (...altered) => {
		const [, table, change, before, which] = altered
		const recordId = ids[which]
		const where = `WHERE "recordId" = '${recordId}'`
		await tamper(`UPDATE "${table}" SET ${change} ${where}`)
		for (const path of [...PAGES, ...OF_COMMITMENT])
			expect((await shown(path)).unreadable, path).toMatchObject([{ recordId, commitmentId: 'k1' }])
		for (const path of OTHERS) expect([path, (await asked(path)).status]).toEqual([path, 200])
		const page = await asked(`/en/records/${recordId}`)
		expect([page.status, /"standing":"(\w+)"/.exec(page.text)?.[1]]).toEqual([200, 'differs'])
		await tamper(`UPDATE "${table}" SET ${change.split(' = ')[0] ?? ''} = ${before} ${where}`)
		expect((await shown(PAGES[0] ?? '')).unreadable).toEqual([])
	})

	test('an altered finding is left out, the claim beside it stays, and no older version takes its place', async () => {
		const where = `WHERE "recordId" = '${ids.finding}'`
		await tamper(`UPDATE "Verification" SET "verifiedLevel" = 'GREAT' ${where}`)
		const { text } = await asked('/api/v1/commitments/k1')
		expect(JSON.parse(text)).toMatchObject({
			milestones: [{ claims: [{ level: 'SUBSTANTIAL' }], verifications: [] }, { claims: [] }],
			statedLevels: [{ level: 'LIMITED' }],
			judgements: { verified: { level: null } },
		})
		await tamper(`UPDATE "Verification" SET "verifiedLevel" = 'LIMITED' ${where}`)
	})

	test.each([
		['what an amendment changed', 'Amendment', `"changes" = '[{"no":"change"}]'`, 'amendment', 'amendments'],
		[
			'the stage of a self-assessment',
			'SelfAssessment',
			`"stage" = 'DONE'`,
			'assessment',
			'self-assessments',
		],
	] as const)('%s: the plan names it, its own page says so', async (...altered) => {
		const [, table, change, which, room] = altered
		const recordId = ids[which]
		await tamper(`UPDATE "${table}" SET ${change} WHERE "recordId" = '${recordId}'`)
		const acts = (await shown('/en/site/plans/plan')).unreadable
		expect(acts?.map((act) => act.recordId)).toContain(recordId)
		for (const path of [...PAGES, ...OF_COMMITMENT, ...OTHERS])
			expect([path, (await asked(path)).status]).toEqual([path, 200])
		expect((await asked(`/en/${room}/${recordId}`)).status).toBe(409)
	})
})
