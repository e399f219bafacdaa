import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type {
	CommitmentRecord,
	MilestoneRecord,
	PlanRecord,
	TextOrigin,
} from '#app/domain/action-plan/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'

type Row = Record<string, string>

const SOURCE = 'open.usa.gov, fifth U.S. National Action Plan'
const IMPORTER: Bilingual = { en: 'Site administration', id: 'Administrasi situs' }
const NOTHING: Bilingual = { en: null, id: null }
const LEVELS: Record<string, ClaimedLevel | undefined> = {
	Complete: 'COMPLETE',
	'Not Started': 'NOT_STARTED',
}

/** The fifth plan of the United States, 36 commitments and 70 milestones, frozen for a progress report. */
export function usPlanModel(): ReportModel {
	return aProgressReport(usPlanRecord(), { asOfOn: '2026-11-21' })
}

/** Its record: real texts, one claim of government for each milestone. */
export function usPlanRecord(): PlanRecord {
	const milestones = rowsOf('us_nap5_subcommitments.csv')
	const commitments = rowsOf('us_nap5_commitments.csv').map((row, index) =>
		commitmentFrom(row, index, milestones),
	)
	return {
		plan: {
			id: 'us-nap5',
			member: {
				id: 'us',
				level: 'NATIONAL',
				localType: null,
				countryCode: 'US',
				name: { en: 'United States of America', id: 'Amerika Serikat' },
				timeZone: 'America/New_York',
				participationMode: null,
				joinedYear: 2011,
				isDemonstration: false,
				notes: [],
				source: SOURCE,
			},
			status: 'ENDED',
			number: '5',
			title: { en: 'Fifth U.S. Open Government National Action Plan', id: null },
			startsOn: '2022',
			endsOn: '2024',
			submittedOn: null,
			commitmentsPublished: commitments.length,
			commitmentsHere: commitments.length,
			origin: anImportedText(),
		},
		ruleSet: aRuleSet({ id: 'national-2022', version: 'national 2022', note: NOTHING }),
		checkpoints: [],
		commitments,
		codings: [],
		ledgerSize: 1234,
	}
}

function commitmentFrom(row: Row, index: number, milestones: readonly Row[]): CommitmentRecord {
	const id = row['commitment_id'] ?? ''
	const own = milestones.filter((milestone) => milestone['commitment_id'] === id)
	return {
		id,
		ogpId: id,
		position: index + 1,
		number: id,
		title: inEnglish(row['title']),
		theme: row['theme'] ?? null,
		description: inEnglish(row['detail']),
		problem: NOTHING,
		baseline: NOTHING,
		leadInstitution: own[0]?.['lead_agency'] ?? null,
		supportingInstitutions: null,
		startsOn: null,
		endsOn: null,
		ogpValues: [],
		policyAreas: [],
		origin: anImportedText(),
		milestones: own.map(milestoneFrom),
		verifications: [],
		codings: [],
	}
}

function milestoneFrom(row: Row): MilestoneRecord {
	const id = row['subcommitment_id'] ?? ''
	const status = row['status'] ?? ''
	return {
		id,
		number: id,
		title: inEnglish(row['title']),
		deliverable: NOTHING,
		responsible: row['lead_agency'] ?? null,
		startsOn: null,
		endsOn: null,
		origin: anImportedText(),
		verifications: [],
		claims: [
			{
				recordId: `claim-${id}`,
				version: 1,
				milestoneId: id,
				checkpointCode: null,
				organizationId: 'us-government',
				organizationName: inEnglish(row['lead_agency']),
				isNil: false,
				level: LEVELS[status] ?? null,
				levelAsPublished: status,
				done: inEnglish(row['progress_latest']),
				challenges: [],
				challengeText: null,
				evidence: (row['evidence_urls'] ?? '')
					.split(/\s+/)
					.filter(Boolean)
					.map((url) => ({ kind: 'WEBPAGE', url, title: null, stance: null })),
				provenance: {
					source: SOURCE,
					sourceUrl: 'https://open.usa.gov',
					sourcePublishedOn: '2024-10',
					importedBy: IMPORTER,
				},
				publishedOn: '2026-11-21',
				ledgerIndex: 1,
			},
		],
	}
}

function anImportedText(): TextOrigin {
	return {
		version: 1,
		source: SOURCE,
		sourceUrl: 'https://open.usa.gov',
		importedBy: IMPORTER,
		publishedOn: '2026-11-21',
		ledgerIndex: 0,
	}
}

function inEnglish(text: string | undefined): Bilingual {
	return { en: text?.trim() || null, id: null }
}

function rowsOf(file: string): readonly Row[] {
	const path = fileURLToPath(new URL(`../../prisma/seed/data/${file}`, import.meta.url))
	return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true })
}
