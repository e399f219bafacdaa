import { actsFromImport } from '#app/domain/plan-import/view.ts'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import type { ActRows } from '#app/domain/record/view.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import type { Member } from '#prisma/generated/client.ts'
import { claimAct, declarationOf, findingAct } from './demonstration-acts.ts'
import { demonstrationCalendar } from './demonstration-calendar.ts'
import { demonstrationDraft } from './demonstration-draft.ts'
import { DEMONSTRATION_MEMBER, demonstrationPeople } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN, demonstrationPlan } from './demonstration-plan.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import { CLAIMS, FINDINGS } from './demonstration-story.ts'

const TIME_ZONE = 'Asia/Jakarta'
const SECRETARIAT = 'contoh-sekretariat'

/** The demonstration's rows and acts, in the order in which foreign keys allow them. */
export type Demonstration = {
	readonly people: readonly TableRows[]
	/** The plan, its commitments and milestones. */
	readonly texts: readonly ActRows[]
	readonly aroundTexts: readonly TableRows[]
	/** Claims and findings, in the order of their days. */
	readonly said: readonly ActRows[]
}

/** The Example Regency as of an instant: one plan under way, with claims, findings, gaps and work to do. */
export function demonstration(now: Date): Demonstration {
	const calendar = demonstrationCalendar(DEMONSTRATION_PLAN, { now, timeZone: TIME_ZONE })
	const { organizations, people, appointments } = demonstrationPeople({ at: now, fromOn: calendar.startsOn })
	const names = new Map(organizations.map(({ id, nameId }) => [id, nameId]))
	const plan = demonstrationPlan(calendar, (id) => names.get(id) ?? id)
	const texts = actsFromImport(plan, {
		ruleSetId: 'ogp-local-2022.1',
		actorOrganizationId: SECRETARIAT,
		importedById: null,
		on: calendar.submittedOn,
		at: now,
	})
	const said = [
		...CLAIMS.map((claim) => claimAct(claim, calendar)),
		...FINDINGS.map((finding) => findingAct(finding, calendar)),
	]
	return {
		people: [
			['Member', [member(now)]],
			['Organization', organizations],
			['Person', people],
			['Appointment', appointments],
		],
		texts,
		aroundTexts: [
			['CommitmentInstitution', COMMITMENT_TEXTS.flatMap(institutionsOf)],
			['ConflictDeclaration', FINDINGS.map((finding) => declarationOf(finding, calendar))],
			['Checkpoint', calendar.checkpoints],
			...demonstrationDraft(calendar.endsOn, now),
		],
		said: said.sort((a, b) => a.row.publishedOn.localeCompare(b.row.publishedOn)),
	}
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
