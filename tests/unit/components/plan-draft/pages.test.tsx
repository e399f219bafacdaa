import { expect, test } from 'vitest'
import { CommitmentOverview } from '#app/components/plan-draft/commitment-overview.tsx'
import { NewPlan } from '#app/components/plan-draft/plan-facts-form.tsx'
import { PlanApproval, SubmitQuestion } from '#app/components/plan-draft/plan-approval.tsx'
import { PlanOverview } from '#app/components/plan-draft/plan-overview.tsx'
import { CommitmentScreenPage } from '#app/components/plan-draft/screen-page.tsx'
import { aCommitmentDraft, aMilestoneDraft, aPlanDraft } from '#tests/factories/plan-draft.ts'
import { aPlanRecord } from '#tests/factories/plan-record.ts'
import { aPlanDraftView } from '#tests/factories/plan-draft-view.ts'
import { render, textOf } from '../render.ts'

const person = { name: 'A writer' }
const NO_CHOICES = { earlier: [], policyAreas: [] }
const GAPPED = aPlanDraft({
	commitments: [
		aCommitmentDraft(
			{ baselineId: null, endsOn: '2029-06-30' },
			{ milestones: [aMilestoneDraft({ protocol: null })] },
		),
	],
})
const MEMBER = aPlanRecord().plan.member
const locales = ['en', 'id'] as const

test.each(locales)(
	'each gap names its commitment or milestone and leads to where it is mended: %s',
	(locale) => {
		const html = render(<PlanOverview draft={aPlanDraftView(GAPPED)} person={person} />, { locale })
		const base = `/${locale}/poc/drafts/draft/commitments/draft-c1`
		expect(html).toContain(`href="${base}/edit/what#answer-baselineId"`)
		expect(html).toContain(`href="${base}/edit/who#answer-endsOn"`)
		expect(html).toContain(`href="${base}/milestones/draft-c1-m1/edit/protocol#answer-whatId"`)
		expect(textOf(html)).toContain(locale === 'en' ? '1. Open budget:' : '1. Anggaran terbuka:')
		expect(html).not.toContain('null')
	},
)

test('a date outside the plan says so at its field, and keeps nobody from saving', () => {
	const html = render(
		<CommitmentScreenPage
			draft={aPlanDraftView(GAPPED)}
			commitmentId="draft-c1"
			screen="who"
			choices={NO_CHOICES}
			person={person}
			rejected={undefined}
		/>,
	)
	expect(html).toMatch(/id="answer-endsOn-hint"[^>]*>(?:(?!<\/div>).)*lie outside the plan/s)
	expect(html).toMatch(/<input[^>]*value="30-6-2029"/)
	expect(html.match(/<button/g)).toHaveLength(1)
})

test('after two people wrote at once the second reads what is stored, and finds what they typed in the field', () => {
	const html = render(
		<CommitmentScreenPage
			draft={aPlanDraftView(aPlanDraft(), { versions: { 'draft-c1': 2 } })}
			commitmentId="draft-c1"
			screen="action"
			choices={NO_CHOICES}
			person={person}
			rejected={{
				reason: 'changed_meanwhile',
				reply: { status: 'error', initialValue: { version: '1', descriptionId: 'Naskah saya.' } },
			}}
		/>,
	)
	expect(html).toMatch(/id="stored"(?:(?!<form).)*Menerbitkan seluruh anggaran\./s)
	expect(html).toMatch(/<textarea[^>]*name="descriptionId"[^>]*>Naskah saya\.<\/textarea>/)
	expect(html).toContain('name="version" value="2"')
})

test('what waits for approval is read, and its forms are closed', () => {
	const draft = aPlanDraftView(aPlanDraft(), {
		state: 'SUBMITTED',
		submitted: { by: 'A colleague', on: '2026-07-15' },
	})
	expect(render(<CommitmentOverview draft={draft} commitmentId="draft-c1" person={person} />)).not.toContain(
		'<form',
	)
	const screen = render(
		<CommitmentScreenPage
			draft={draft}
			commitmentId="draft-c1"
			screen="what"
			choices={NO_CHOICES}
			person={person}
			rejected={undefined}
		/>,
	)
	expect(screen).not.toContain('<form')
})

test.each([
	[true, 1],
	[false, 0],
])('the point of contact who did not send the plan (%s) has one button', (mayApprove, buttons) => {
	const draft = aPlanDraftView(aPlanDraft(), { state: 'SUBMITTED', mayApprove })
	const html = render(<PlanApproval draft={draft} person={person} />)
	expect(html.match(/<button/g) ?? []).toHaveLength(buttons)
	expect(textOf(html)).toContain('Peraturan telah diundangkan')
})

test.each([
	['en', 'A second point of contact has to be appointed', 'Have the secretariat send it'],
	['id', 'Narahubung kedua perlu ditunjuk', 'Mintalah sekretariat mengirimnya'],
] as const)(
	'the only point of contact reads who else can help, before and after sending: %s',
	(locale, ...said) => {
		const sent = aPlanDraftView(aPlanDraft(), { state: 'SUBMITTED', hasOtherApprover: false })
		const open = aPlanDraftView(aPlanDraft(), { hasOtherApprover: false, problems: [] })
		expect(textOf(render(<PlanApproval draft={sent} person={person} />, { locale }))).toContain(said[0])
		const before = render(<SubmitQuestion draft={open} person={person} />, { locale })
		expect(textOf(before)).toContain(said[1])
		expect(before.match(/<button/g)).toHaveLength(1)
		const withOther = render(<SubmitQuestion draft={{ ...open, hasOtherApprover: true }} person={person} />)
		expect(textOf(withOther)).not.toContain('Have the secretariat send it')
	},
)

test.each([
	['beside those that have them', [MEMBER]],
	['also where no other is left', []],
])('a member without rules of its track is named, %s', (_when, members) => {
	const ready = members.map((member) => ({ ...member, scheme: 'QUARTERLY' as const }))
	const missing = { ...MEMBER, id: 'other', level: 'LOCAL' as const, name: { en: 'Other', id: 'Lain' } }
	const html = render(
		<NewPlan members={ready} withoutRules={[missing]} person={person} rejected={undefined} />,
	)
	expect(textOf(html)).toContain('Other: no plan can be begun yet, since this site has no rule set for local')
	expect(html.match(/<button/g) ?? []).toHaveLength(members.length)
})
