import { describe, expect, test } from 'vitest'
import { ExpectationSection } from '#app/components/expectation/expectation-section.tsx'
import { HistoryFigure } from '#app/components/expectation/history-figure.tsx'
import { RemarkCheck } from '#app/components/expectation/remark-check.tsx'
import { RemarkQuestion } from '#app/components/expectation/remark-question.tsx'
import { SnapshotTable } from '#app/components/expectation/snapshot-table.tsx'
import { StandingTable } from '#app/components/expectation/standing-table.tsx'
import { RuleSentences } from '#app/components/rule/rule-sentences.tsx'
import { commitmentTests } from '#app/domain/commitment-test/rules.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { RemarkDesk, RemarkView } from '#app/domain/expectation-remark/view.ts'
import { EXPECTATION_CHANGES } from '#app/domain/member-expectation/view.ts'
import { deadlinesOf, figuresOf } from '#app/domain/rule-sentence/rules.ts'
import { levelsOf } from '#app/domain/standing/view.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { LOCAL_CYCLE } from '#prisma/seed/cycle-rules.ts'
import { LOCAL_PROCESS } from '#prisma/seed/process-rules.ts'
import { VERIFICATION_RULES } from '#prisma/seed/verification-rules.ts'
import { aCoding, aCommitmentRecord, aMember, aPlan } from '#tests/factories/plan-record.ts'
import { aRuleSet } from '#tests/factories/rule-set.ts'
import { aStanding, anExpectation } from '#tests/factories/standing.ts'
import { render, textOf } from '../render.ts'

const { rules } = aRuleSet()
const stored = { rules, cycle: LOCAL_CYCLE, process: LOCAL_PROCESS, verification: VERIFICATION_RULES }
const figures = figuresOf(stored)
const numbers = Object.fromEntries(
	figures.flatMap(({ name, values: [value] }) => (value === undefined ? [] : [[name, value]])),
)
const ruleNumbers = { 'rules-local-test': numbers }
const coded = aCommitmentRecord({ codings: [aCoding({ indicator: 'POTENTIAL_FOR_RESULTS' })] })
const tested = commitmentTests({ plan: aPlan(), commitments: [coded] }, '2026-07-01')
const standing = aStanding()
const named = (id: string) => ({ id, commitmentId: id, number: null, title: { en: id, id } })
const history = ['2026-03-31', '2026-06-30'].map((asOfOn) => levelsOf(aStanding({ asOfOn })))

const REMARK: RemarkView = {
	recordId: 'remark-1',
	kind: 'expectation-dissent.published',
	expectation: 'E1_DECLARATION',
	level: 'MET',
	asOfOn: '2026-07-01',
	text: { en: null, id: 'Surat itu sudah dicabut.' },
	url: 'https://example.org/letter',
	interests: [{ scope: 'ORGANIZATION', code: 'CO_LEADS' }],
	version: 2,
	reason: 'Nomor surat keliru.',
	organizationId: 'cso',
	organizationName: { en: 'The cso', id: 'Si cso' },
	publishedOn: '2026-07-02',
}

describe('all members side by side', () => {
	const rows = ['Zebra', 'Alpha'].map((name, at) => ({
		member: { ...aMember(), id: `member-${at}`, name: { en: name, id: name } },
		standing,
	}))

	test('stand by name, each level with its word, and what is unknown is not recorded', () => {
		const text = textOf(render(<StandingTable rows={rows} on={undefined} caption="Levels" />))
		expect(text.indexOf('Alpha')).toBeLessThan(text.indexOf('Zebra'))
		expect(text.match(/Not yet recorded here/g)).toHaveLength(10)
	})

	test('another day goes along to the page of each', () => {
		expect(render(<StandingTable rows={rows} on="2026-03-31" caption="Levels" />)).toContain(
			'href="/en/expectations/member-0?on=2026-03-31"',
		)
	})

	test('where there is none, it says so and what will stand here', () => {
		const html = render(<StandingTable rows={[]} on={undefined} caption="Levels" />)
		expect(html).not.toContain('<table')
		expect(textOf(html)).toContain('No member is recorded here yet')
	})
})

describe.each(LOCALES)('the page of a member in %s', (locale) => {
	test.each(EXPECTATIONS)('%s says which rule, which records, what would change it and by when', (code) => {
		const expectation = anExpectation({
			...standing.expectations.find((one) => one.code === code),
			code,
			records: Array.from({ length: 9 }, (_, at) => `record-${String(at)}`),
			changes: [
				{ code: 'PUBLISH_PLAN', byOn: '2026-12-24' },
				{ code: 'KEEP_GOING', byOn: null },
			],
		})
		const html = render(
			<ExpectationSection
				memberId="example"
				expectation={expectation}
				kinds={{ 'record-0': 'endorsement.published' }}
				ruleNumbers={ruleNumbers}
				commitmentTests={tested}
				remarks={[REMARK]}
			/>,
			{ locale },
		)
		expect(html).toContain(`href="/${locale}/records/record-8"`)
		expect(html).not.toMatch(/\{\{|undefined|null/)
		expect(textOf(html).includes('Surat itu sudah dicabut.')).toBe(code === 'E1_DECLARATION')
		expect(textOf(html)).toMatch(/24 (December|Desember) 2026/)
		expect(html).toContain(`href="/${locale}/rules/rules-local-test"`)
		expect(html.includes(`href="/${locale}/commitments/commitment-1"`)).toBe(code === 'E2_COMMITMENTS')
	})

	test('what its figures leave out is counted, and is named with its reason once', () => {
		const leftOut = [
			{
				...{ commitmentId: 'gone', number: '7', title: { en: 'Gone', id: 'Hilang' }, sinceOn: '2026-06-01' },
				...{ standing: 'MERGED' as const, successors: [named('next')] },
				amendment: { recordId: 'amendment-1', reason: { en: 'One budget line.', id: 'Satu mata anggaran.' } },
			},
		]
		const section = (code: (typeof EXPECTATIONS)[number]) => {
			const expectation = anExpectation({ code, leftOut })
			const props = { kinds: {}, ruleNumbers, remarks: [], commitmentTests: [] }
			return render(<ExpectationSection memberId="example" expectation={expectation} {...props} />, {
				locale,
			})
		}
		const html = section('E2_COMMITMENTS')
		for (const href of ['commitments/gone', 'commitments/next', 'amendments/amendment-1'])
			expect(html).toContain(`href="/${locale}/${href}"`)
		expect(textOf(html)).toMatch(/One budget line|Satu mata anggaran/)
		expect(section('E4_REPORTING')).toContain('href="#left-out"')
	})

	test('every change has a sentence', () => {
		const changes = EXPECTATION_CHANGES.map((code) => ({ code, byOn: null }))
		const props = { kinds: {}, ruleNumbers, remarks: [], commitmentTests: [] }
		expect(() =>
			render(<ExpectationSection memberId="example" expectation={anExpectation({ changes })} {...props} />, {
				locale,
			}),
		).not.toThrow()
	})

	test('the history stands as marks with words, and as a table', () => {
		const html = render(<HistoryFigure history={history} on="2026-07-15" />, { locale })
		expect(html.match(/<svg/g)).toHaveLength(10)
		expect(html).toContain('<table')
	})

	test('a stored level that comes out differently now stands beside what it is now', () => {
		const levels = EXPECTATIONS.map((code) => ({ code, level: 'MET' as const, ruleSet: null }))
		const snapshot = {
			asOfOn: '2026-06-30',
			ledgerSize: 12,
			computedOn: '2026-07-01',
			ruleSetIds: ['r'],
			levels,
		}
		const html = render(<SnapshotTable snapshots={[snapshot]} history={history} />, { locale })
		expect(textOf(html)).toMatch(/Met; now: Not yet recorded here|; sekarang: /)
	})

	test('the rules stand as sentences, with a link where the source is a page', () => {
		const html = render(<RuleSentences figures={figures} deadlines={deadlinesOf(stored)} />, { locale })
		expect(html).toContain('href="https://www.opengovpartnership.org')
		expect(html).not.toContain('{{')
	})
})

describe('a remark', () => {
	const desk: RemarkDesk = {
		kind: 'expectation-dissent.published',
		member: aMember(),
		standing,
		organizationName: { en: 'The cso', id: 'Si cso' },
		interests: [],
	}
	const facts = { desk, person: { name: 'A monitor' }, recordId: '6f2c1f8e-9a55-4c1e-8d0a-2f4b8f0e7a11' }

	test('is asked with the five levels as they are, and none can be typed', () => {
		const html = render(<RemarkQuestion {...facts} rejected={undefined} />)
		expect(html.match(/type="radio"/g)).toHaveLength(5)
		expect(html).not.toContain('name="level"')
		expect(html).toContain(`name="recordId" value="${facts.recordId}"`)
	})

	test('is checked with the level it will stand beside, and carries all that was typed', () => {
		const answer = { recordId: facts.recordId, expectation: 'E4_REPORTING' as const, textEn: 'Words.' }
		const html = render(<RemarkCheck {...facts} answer={answer} />)
		expect(html).toContain('name="seenLevel" value="NOT_RECORDED"')
		expect(html).toContain('name="textEn" value="Words."')
		expect(html).toContain('/dissent/publish')
	})
})
