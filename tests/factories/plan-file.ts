import { commitmentFields, milestoneFields, planFields } from '#app/domain/plan-file/rules.ts'
import type { PlanFile } from '#app/domain/plan-file/schema.ts'

/** Texts that a file or a spreadsheet could spoil, with what they are. */
export const HARD_TEXTS: readonly (readonly [what: string, text: string])[] = [
	['a text of several lines', 'First line\nSecond line\n\nFourth'],
	['quotation marks', 'They said "yes", ‘maybe’ and \'no\''],
	['a text that begins like a formula', '=HYPERLINK("http://example.org","x")'],
	['a text that begins with a plus', '+62 21 000'],
	['a text that begins with a minus', '-1 is not a number here'],
	['a text that begins with an at sign', '@SUM(1)'],
	['a text that begins with an apostrophe', "'=1+1"],
	['two apostrophes', "''quoted''"],
	['a wide equals sign', '＝1+1'],
	['spaces that do not break', 'Rp\u00a01.000\u00a0000'],
	['a text that is written from right to left', 'الشفافية والمساءلة \u200f(نص)'],
	['emoji and rare characters', '👩🏽‍⚖️ 𠮷野家 é'],
	['what a spreadsheet takes for an escape', '_x000D_ and _x0041_ and _xyz_'],
	['marks of XML', '<b>&amp; ]]> &#10; </b>'],
	['a tab and a vertical tab', 'a\tb\u000bc'],
	['a text longer than a cell', 'Panjang 👩 '.repeat(4_000).trim()],
	['what looks like a number', '1.10'],
	['what looks like a day', '31 June'],
	['semicolons and commas', 'a; b, c\td'],
	['brackets at the end', 'See annex [A]'],
]

/** A plan with every field filled in, most of them with one text. */
export function aPlanFile(text: string): PlanFile {
	const plan = {
		number: '1',
		titleEn: text,
		titleId: text,
		startsOn: '2027-01-01',
		endsOn: '2028-12-31',
		administrationEndsOn: '2029-02-20',
	}
	const commitment = {
		number: '1.10',
		titleEn: text,
		titleId: 'Judul',
		theme: text,
		descriptionEn: text,
		descriptionId: text,
		problemEn: text,
		problemId: null,
		baselineEn: null,
		baselineId: text,
		contributionEn: text,
		contributionId: null,
		additionalEn: null,
		additionalId: null,
		leadInstitution: text,
		supportingInstitutions: text,
		startsOn: null,
		endsOn: '2028-06-30',
		carriedOverFrom: null,
		ogpValues: [
			{ code: 'TRANSPARENCY', justification: text },
			{ code: 'INCLUSION', justification: null },
		],
		policyAreas: ['Open Data', text],
	}
	const milestone = {
		number: '1.10.a',
		titleEn: text,
		titleId: null,
		deliverableEn: text,
		deliverableId: null,
		responsible: text,
		startsOn: '2027-02-01',
		endsOn: '2027-03-01',
		protocol: { whatEn: text, whatId: null, whereEn: null, whereId: null, who: null, byOn: '2027-04-01' },
	}
	return {
		plan: { key: 'plan-1', version: 3, fields: planFields(plan, 'HALF_YEARLY') },
		commitments: [
			{
				key: 'k1',
				version: 2,
				fields: commitmentFields({ text: commitment, leadId: 'agency', supportIds: [] }),
			},
			{
				key: 'k2',
				version: 1,
				fields: commitmentFields({
					text: { ...commitment, number: null, ogpValues: [] },
					leadId: null,
					supportIds: ['agency'],
				}),
			},
			{
				key: 'k3',
				version: 1,
				fields: commitmentFields({ text: { ...commitment, number: '3' }, leadId: null, supportIds: [] }),
			},
		],
		milestones: [
			{ key: 'm1', version: 1, fields: milestoneFields(milestone, 'k1') },
			{ key: 'm2', version: 1, fields: milestoneFields({ ...milestone, protocol: null }, 'k1') },
			{ key: 'm3', version: 1, fields: milestoneFields({ ...milestone, number: null }, 'k2') },
		],
	}
}
