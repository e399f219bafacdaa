import { RuleSetRules } from '#app/domain/rule-set/schema.ts'
import type { RuleSet } from '#prisma/generated/client.ts'
import { LOCAL_CYCLE, NATIONAL_CYCLE } from './cycle-rules.ts'
import { LOCAL_PROCESS, NATIONAL_PROCESS } from './process-rules.ts'
import { VERIFICATION_RULES } from './verification-rules.ts'

type Figure = RuleSetRules['graceDays']

const OGP = 'https://www.opengovpartnership.org'

const figure =
	(basis: Figure['basis']) =>
	(value: number, source: string): Figure => ({ value, basis, source })
const ogp = figure('OGP')
const practice = figure('PRACTICE')
const ours = figure('OURS')

const reading = 'our reading of the expectation; OGP publishes no formula for its levels'

/** What both tracks have in common. */
const common = {
	graceDays: ours(14, 'OGP names no grace for self reports; our own'),
	commentWindowDays: ogp(14, `${OGP}/self-assessment-process/ (two weeks of public comment)`),
	coverageMonths: ours(12, reading),
	coverageMet: ours(0.8, reading),
	selfTimelyPartial: ours(0.5, reading),
	concretePartial: ours(0.5, reading),
	successorMonths: ogp(12, `${OGP}/glossary/procedural-review/`),
	firstPlanMonths: ours(12, reading),
	noCoverageMonths: ours(6, reading),
	endAssessmentLateDays: ours(90, reading),
	dueSoonDays: ours(30, 'our own'),
}

const national: RuleSetRules = {
	...common,
	checkpointMonths: ours(
		6,
		`our own, after ${OGP}/glossary/repository/ (evidence updated at least every six months)`,
	),
	designAssessmentMonths: ogp(4, `${OGP}/documents/independent-reporting-mechanism-action-plan-review/`),
	commitmentsWarnBelow: practice(5, `${OGP}/how-it-works/action-plans (older advice: 5 to 15)`),
	commitmentsWarnAbove: practice(15, `${OGP}/how-it-works/action-plans (older advice: 5 to 15)`),
}

const local: RuleSetRules = {
	...common,
	checkpointMonths: practice(3, 'habit of action-plan monitoring in Indonesia: B03, B06, B09, B12'),
	designAssessmentMonths: ogp(2, `${OGP}/?p=57265 (inception report, two months after submission)`),
	commitmentsWarnBelow: ours(1, 'a plan without commitments is no plan'),
	commitmentsWarnAbove: practice(
		5,
		`${OGP}/documents/ogp-local-handbook (up to five advised; not confirmed)`,
	),
}

const NOTE = {
	noteEn:
		'Figures as they stand today. Plans made before 2022 were made under earlier calendars and scales of OGP; they are shown with these figures and say so.',
	noteId:
		'Angka sebagaimana berlaku saat ini. Rencana aksi sebelum 2022 disusun dengan kalender dan skala OGP yang lebih lama; rencana itu ditampilkan dengan angka ini dan menyatakannya.',
}

/** OGP's numbers as data, one set for each track. */
export const RULE_SETS: readonly RuleSet[] = [
	{
		id: 'ogp-national-2022.1',
		track: 'NATIONAL',
		version: '2022.1',
		validFrom: '2022-01-01',
		rules: RuleSetRules.parse(national),
		cycle: NATIONAL_CYCLE,
		verification: VERIFICATION_RULES,
		process: NATIONAL_PROCESS,
		...NOTE,
	},
	{
		id: 'ogp-local-2022.1',
		track: 'LOCAL',
		version: '2022.1',
		validFrom: '2022-01-01',
		rules: RuleSetRules.parse(local),
		cycle: LOCAL_CYCLE,
		verification: VERIFICATION_RULES,
		process: LOCAL_PROCESS,
		...NOTE,
	},
]
