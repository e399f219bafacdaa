import { describe, expect, test } from 'vitest'
import { CommitmentToVerify } from '#app/components/finding/commitment-to-verify.tsx'
import { CommitmentsToVerify } from '#app/components/finding/commitments-to-verify.tsx'
import { FindingsToRead } from '#app/components/finding/findings-to-read.tsx'
import { ReadFinding } from '#app/components/finding/read-finding.tsx'
import { StandBack } from '#app/components/finding/stand-back.tsx'
import { CheckFinding } from '#app/components/workspace/check-finding.tsx'
import { ReasonsQuestion } from '#app/components/workspace/reasons-question.tsx'
import { Subject } from '#app/components/workspace/subject.tsx'
import type { VerifyView } from '#app/domain/finding-draft/view.ts'
import { aConflict, aDraft, aFindingView, aSubject } from '#tests/factories/finding-view.ts'
import { render, textOf } from '../render.ts'

const person = { name: 'A monitor' }
const undeclared = { PERSON: null, ORGANIZATION: null }
const LOCALES = ['en', 'id'] as const

const verify = (over: Partial<VerifyView> = {}): VerifyView => ({
	subject: aSubject(),
	conflict: aConflict({ declarations: undeclared }),
	draftId: null,
	published: null,
	closedBecause: null,
	...over,
})
const subjectPage = (over: Partial<VerifyView>, locale: 'en' | 'id' = 'en') =>
	render(<Subject view={verify(over)} person={person} rejected={undefined} />, { locale })

describe('before a finding, the monitor and the organization declare', () => {
	test('both on one page, with the months of the rule set in the words', () => {
		const html = subjectPage({})
		expect(html.match(/name="(person|organization)Interests"/g)).toHaveLength(12)
		expect(textOf(html)).toContain('or did within the last 24 months')
	})

	test('a co-lead is told where the plan names it', () => {
		const ties = { isNamed: true, officeUntil: null }
		const html = subjectPage({ conflict: aConflict({ declarations: undeclared, ties }) })
		expect(textOf(html)).toContain('The plan names your organization')
		expect(html).toContain('/en/commitments/commitment-1')
	})

	test('a former official is told until when the office lasted', () => {
		const ties = { isNamed: false, officeUntil: '2026-01-31' }
		const html = subjectPage({ conflict: aConflict({ declarations: undeclared, ties }) }, 'id')
		expect(textOf(html)).toContain('sampai 31 Januari 2026')
	})

	test('where the organization has answered, only the monitor is asked, and its answer is shown with its day', () => {
		const { declarations } = aConflict()
		const html = subjectPage({ conflict: aConflict({ declarations: { ...declarations, PERSON: null } }) })
		expect(html).not.toContain('name="organizationInterests"')
		expect(textOf(html)).toContain('Declared on 1 July 2026: no interest')
	})

	test.each(['promise_ended', 'checkpoint_not_open', 'claim_not_due', 'recused'] as const)(
		'%s is said, and nothing is asked',
		(closedBecause) => {
			for (const locale of LOCALES) {
				const html = subjectPage({ closedBecause }, locale)
				expect(html).toContain('govuk-warning-text')
				expect(html).not.toContain('<form method="post" action="/' + locale + '/verify')
			}
		},
	)

	test.each([
		['silence at a checkpoint', aSubject({ claim: null }), '/en/verify/milestones/milestone-1/B06'],
		[
			'a commitment as a whole',
			aSubject({ claim: null, milestone: null }),
			'/en/verify/commitments/commitment-1/B06',
		],
		[
			'a milestone without a checkpoint',
			aSubject({ claim: null, checkpoint: null }),
			'/en/verify/milestones/milestone-1',
		],
		['a claim', aSubject(), '/en/verify/claim-1'],
	])('%s has an address of its own', (_what, subject, action) => {
		expect(subjectPage({ subject })).toContain(`action="${action}"`)
	})
})

describe('the second question', () => {
	const asked = (view = aFindingView()) =>
		render(<ReasonsQuestion view={view} person={person} rejected={undefined} />)

	test('asks nothing of a protocol, or of what is followed up, where there is none', () => {
		expect(asked()).not.toMatch(/name="(checksMet|noteWHAT|followsUp)"/)
	})

	test('asks each check that the protocol lays down, and offers earlier findings', () => {
		const { milestone } = aSubject()
		const protocol = {
			whatEn: 'Forty villages',
			whatId: null,
			whereEn: null,
			whereId: null,
			who: null,
			byOn: '2026-06-30',
		}
		const subject = aSubject({ milestone: milestone && { ...milestone, protocol } })
		const earlier = [
			{
				recordId: 'finding-0',
				checkpointCode: 'B03',
				outcome: 'NOT_CONFIRMED',
				level: null,
				publishedOn: '2026-04-01',
				milestoneTitle: null,
			},
		] as const
		const html = asked(aFindingView({ subject, earlier }))
		expect(html.match(/name="checksMet"/g)).toHaveLength(2)
		expect(textOf(html)).toContain('Forty villages')
		expect(textOf(html)).toContain('1 April 2026: The commitment as a whole – Not confirmed')
	})
})

describe('before it is published', () => {
	const page = (over: Parameters<typeof aFindingView>[0], locale: 'en' | 'id' = 'en') =>
		render(<CheckFinding view={aFindingView(over)} person={person} />, { locale })

	test.each([
		['NONE', false, true],
		['ASKED', false, false],
		['RETURNED', false, true],
		['READ', true, false],
		['CHANGED_SINCE', false, true],
	] as const)('with a second reader wanted and %s: publish %s, ask %s', (review, mayPublish, mayAsk) => {
		for (const locale of LOCALES) {
			const html = page({ isReviewed: true, draft: aDraft({ review }) }, locale)
			expect(html.includes('/draft-1/publish"')).toBe(mayPublish)
			expect(html.includes('/draft-1/ask-review"')).toBe(mayAsk)
		}
	})

	test('an organization that wants none is not told of it', () => {
		const text = textOf(page({}))
		expect(text).not.toContain('Second reader')
		expect(text).toContain('Independent')
	})

	test('what ties the monitor is said before it is sealed', () => {
		const conflict = aConflict({ ties: { isNamed: true, officeUntil: null } })
		expect(textOf(page({ conflict }))).toContain('The organization: Co-leads the commitment')
	})
})

test.each(LOCALES)('the other pages say all they have to, in %s', (locale) => {
	const pages = [
		<ReadFinding
			key="read"
			review={{ view: aFindingView(), authorName: 'A colleague' }}
			person={person}
			rejected={undefined}
		/>,
		<FindingsToRead
			key="list"
			reviews={[
				{
					draftId: 'draft-1',
					authorName: 'A colleague',
					commitmentTitle: { en: 'Budgets', id: 'Anggaran' },
					milestoneTitle: null,
				},
			]}
			member={null}
			person={person}
		/>,
		<CommitmentsToVerify key="all" plans={[]} member={null} person={person} />,
		<CommitmentToVerify
			key="one"
			choices={{
				commitment: aSubject().commitment,
				member: aSubject().member,
				checkpoints: [
					{
						code: 'B06',
						dueOn: '2026-06-30',
						choices: [
							{ milestone: null, said: null, isFound: false, closedBecause: null },
							{
								milestone: { id: 'milestone-1', number: '1.1', title: { en: 'M', id: 'T' } },
								said: { recordId: 'claim-1', level: null, isNil: true },
								isFound: false,
								closedBecause: null,
							},
							{
								milestone: { id: 'milestone-2', number: '1.2', title: { en: 'N', id: 'U' } },
								said: null,
								isFound: false,
								closedBecause: 'claim_not_due',
							},
						],
					},
				],
				recusals: [],
				isRecused: false,
			}}
			person={person}
		/>,
		<StandBack
			key="back"
			view={{
				commitment: aSubject().commitment,
				member: aSubject().member,
				organizationName: { en: 'Budget Watch', id: 'Pemantau Anggaran' },
				colleagues: [{ id: 'owner', name: 'The owner' }],
				otherOrganizations: [],
				untilOn: '2027-07-15',
				isRecused: false,
			}}
			person={person}
			rejected={undefined}
		/>,
	]
	for (const page of pages) {
		const text = textOf(render(page, { locale }))
		expect(text).not.toMatch(/\bnull\b|undefined|\{\{/)
	}
})
