import { actsFromImport } from '#app/domain/plan-import/view.ts'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { Member, Organization } from '#prisma/generated/client.ts'
import { accountActs } from './demonstration-accounts.ts'
import type { DemonstrationFinding } from './demonstration-acts.ts'
import { claimAct, declarationsOf, findingAct } from './demonstration-acts.ts'
import { amendmentActs } from './demonstration-amendment.ts'
import { answerActs } from './demonstration-answer-acts.ts'
import { demonstrationApplication } from './demonstration-application.ts'
import { demonstrationAssessment } from './demonstration-assessment.ts'
import { demonstrationCalendar } from './demonstration-calendar.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { demonstrationDraft } from './demonstration-draft.ts'
import { EARLIER_CLAIMS } from './demonstration-earlier.ts'
import { DEMONSTRATION_HOST, DEMONSTRATION_MEMBER, demonstrationPeople } from './demonstration-people.ts'
import { inceptionAct } from './demonstration-inception.ts'
import { DEMONSTRATION_PLAN, demonstrationPlan } from './demonstration-plan.ts'
import { publicActs } from './demonstration-public.ts'
import { recordOn } from './demonstration-record.ts'
import { contributionActs } from './demonstration-contributions.ts'
import { registerActs } from './demonstration-registers.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import type { CommitmentText } from './demonstration-texts.ts'
import { CLAIMS, FINDINGS } from './demonstration-story.ts'
import { laterFindings } from './demonstration-thread.ts'

const TIME_ZONE = 'Asia/Jakarta'
const SECRETARIAT = 'contoh-sekretariat'

/** The demonstration's rows and acts, in the order in which foreign keys allow them. */
export type Demonstration = {
	readonly people: readonly TableRows[]
	/** The plan, its commitments and milestones. */
	readonly texts: readonly ActRows[]
	readonly aroundTexts: readonly TableRows[]
	/**
	 * What came beside and after the texts, in the order of its days: who joined the organizations of civil society,
	 * claims, findings and what was answered to them, observations, an amendment, assessments.
	 */
	readonly said: readonly ActRows[]
}

/** The site that is filled: how many leaves its log has before the demonstration, and where it stands. */
type DemonstratedSite = { readonly logSize: number; readonly baseUrl: string }

/**
 * The Example Regency as of an instant: one plan under way, with claims, findings, gaps and work to do.
 */
export function demonstration(now: Date, { logSize, baseUrl }: DemonstratedSite): Demonstration {
	const calendar = demonstrationCalendar(DEMONSTRATION_PLAN, { now, timeZone: TIME_ZONE })
	const { organizations, people, appointments } = demonstrationPeople({ at: now, fromOn: calendar.startsOn })
	const plan = demonstrationPlan(calendar, (id) => organizations.find((one) => one.id === id)?.nameId ?? id)
	const texts = actsFromImport(plan, {
		ruleSetId: 'ogp-local-2022.1',
		actorOrganizationId: SECRETARIAT,
		importedById: null,
		on: calendar.submittedOn,
		at: now,
	})
	const findings = [...FINDINGS, ...laterFindings(baseUrl)]
	const { checkpoints, today } = calendar
	const said = inOrder([
		...accountActs({ hostId: DEMONSTRATION_HOST, people, appointments }),
		...spokenActs(findings, calendar),
		...[...amendmentActs(texts, calendar), inceptionAct(calendar)],
		...registerActs(calendar),
		...contributionActs(calendar),
	])
	const known = { acts: [...texts, ...said], checkpoints, member: member(now), organizations, logSize }
	const assessment = demonstrationAssessment({
		...{ today, timeZone: TIME_ZONE },
		responsible: COMMITMENT_TEXTS.map((promise) => leadOf(promise, organizations)),
		recordOn: (day) => recordOn(day, known),
	})
	return {
		people: peopleTables(now, { organizations, people, appointments }),
		texts,
		aroundTexts: [
			...tablesAround(findings, calendar),
			...demonstrationDraft(calendar.endsOn, now),
			...demonstrationApplication(calendar.today, now),
			...assessment.tables,
		],
		said: inOrder([...said, ...assessment.acts]),
	}
}

type People = ReturnType<typeof demonstrationPeople>

function peopleTables(now: Date, { organizations, people, appointments }: People): Demonstration['people'] {
	return [
		['Member', [member(now)]],
		['Organization', organizations],
		['Person', people],
		['Appointment', appointments],
	]
}

/** What government, civil society and the public said. */
function spokenActs(findings: readonly DemonstrationFinding[], calendar: DemonstrationCalendar) {
	return [
		...[...EARLIER_CLAIMS, ...CLAIMS].map((claim) => claimAct(claim, calendar)),
		...findings.map((finding) => findingAct(finding, calendar)),
		...answerActs(findings, calendar),
		...publicActs(calendar),
	]
}

function tablesAround(
	findings: readonly DemonstrationFinding[],
	calendar: DemonstrationCalendar,
): readonly TableRows[] {
	return [
		['CommitmentInstitution', COMMITMENT_TEXTS.flatMap(institutionsOf)],
		['ConflictDeclaration', declarationsOf(findings, calendar)],
		['Checkpoint', calendar.checkpoints],
	]
}

/** By their days; on one day in the order given. */
function inOrder(acts: readonly ActRows[]): readonly ActRows[] {
	return [...acts].sort((a, b) => a.row.publishedOn.localeCompare(b.row.publishedOn))
}

function leadOf({ key, lead }: CommitmentText, organizations: readonly Organization[]) {
	const named = organizations.find(({ id }) => id === lead)
	const name = { en: named?.nameEn ?? null, id: named?.nameId ?? null }
	return { commitmentId: idWithin(DEMONSTRATION_PLAN, key), name }
}

function member(at: Date): Member {
	return {
		id: DEMONSTRATION_MEMBER,
		level: 'LOCAL',
		localType: 'REGENCY',
		countryCode: 'ID',
		nameEn: 'Example Regency',
		nameId: 'Kabupaten Contoh',
		timeZone: TIME_ZONE,
		participationMode: 'OGP_LOCAL_MEMBER',
		joinedYear: null,
		isDemonstration: true,
		notes: [
			{
				en: 'This member does not exist. Its people, commitments and findings are invented to show what the site does.',
				id: 'Anggota ini tidak nyata. Orang, komitmen, dan temuannya dibuat untuk memperagakan situs ini.',
				source: 'Renaksi',
			},
		],
		source: 'Renaksi',
		createdAt: at,
	}
}

function institutionsOf({ key, lead, supporting }: (typeof COMMITMENT_TEXTS)[number]): TableRows[1] {
	const commitmentId = idWithin(DEMONSTRATION_PLAN, key)
	return [
		{ commitmentId, organizationId: lead, isLead: true },
		...supporting.map((organizationId) => ({ commitmentId, organizationId, isLead: false })),
	]
}
