import { expect, test } from 'vitest'
import { DissentQuestion } from '#app/components/report-draft/dissent-question.tsx'
import { DraftPage } from '#app/components/report-draft/draft-page.tsx'
import { OpenRound } from '#app/components/report-draft/open-round.tsx'
import { WaitingDrafts } from '#app/components/report-draft/waiting-drafts.tsx'
import type { DraftItem, DraftView } from '#app/domain/report-draft/view.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { reportDocument } from '#reports/plan-report/render.ts'
import { aProgressReport } from '#tests/factories/report.ts'
import { aSmallPlanRecord } from '#tests/factories/small-plan.ts'
import { render, textOf } from '../render.ts'

const locales = ['en', 'id'] as const
const person = { name: 'Somebody' }
const watch = { id: 'cso-1', name: { en: 'Budget Watch', id: 'Pemantau Anggaran' } }
const mark = { opensOn: '2026-08-01', closesOn: '2026-08-15', asked: [watch] }
const model = { ...aProgressReport(aSmallPlanRecord(), { asOfOn: '2026-08-01' }), draft: mark }
const { plan } = model.record

const aDraft = (over: Partial<DraftView> = {}): Omit<DraftView, 'model'> => ({
	id: 'draft-1',
	about: { kind: 'progress-report' },
	planId: plan.id,
	plan,
	asOfOn: '2026-08-01',
	...mark,
	isOpen: true,
	recordId: null,
	drawnHash: 'a',
	dissents: [],
	dissenting: null,
	...over,
})
const item: DraftItem = { ...aDraft(), planTitle: plan.title, memberName: plan.member.name }

test.each(locales)('the page of a draft is the whole preview, marked as one: %s', (locale) => {
	const say = sayIn(locale)
	const { blocks, frame } = reportDocument({ model, snapshotId: 'a', locale })
	const dissenting = { organization: watch, interests: [] }
	const facts = { blocks, title: frame.title, compiles: false, person }
	const html = render(<DraftPage draft={aDraft({ dissenting })} {...facts} />, { locale })
	expect(html).toContain(`href="/${locale}/report-drafts/draft-1/dissent"`)
	for (const file of ['en.pdf', 'id.pdf', `${locale}.docx`])
		expect(html).toContain(`href="/files/report-drafts/draft-1.${file}"`)
	const said = textOf(html)
	for (const key of [
		'report-draft.title',
		'report-draft.dissents.none',
		'report.method',
		'report.draft-round',
	])
		expect(said).toContain(say(key))

	const over = aDraft({ isOpen: false })
	expect(render(<DraftPage draft={over} {...facts} compiles />, { locale })).toContain(
		`/poc/plans/${plan.id}/report`,
	)
	const published = aDraft({ isOpen: false, recordId: 'record-1' })
	const after = render(<DraftPage draft={published} {...facts} />, { locale })
	expect(after).toContain(`href="/${locale}/reports/record-1"`)
	expect(after).not.toContain('/dissent"')
})

test.each(locales)(
	'before a draft is shared, who is asked, for how long and what follows is said: %s',
	(locale) => {
		const say = sayIn(locale)
		const question = {
			plan,
			today: '2026-08-01',
			choices: [{ kind: 'progress-report' as const }],
			asked: [watch],
			drafts: [item],
		}
		const html = render(<OpenRound question={question} person={person} rejected={undefined} />, { locale })
		const said = textOf(html)
		expect(said).toContain(watch.name[locale])
		expect(said).toContain(say('report-draft.days.hint', { least: '7', most: '30' }))
		expect(said).toContain(say('report-draft.open.rule'))
		expect(html).toContain('name="days"')
		const nobody = render(
			<OpenRound question={{ ...question, asked: [] }} person={person} rejected={undefined} />,
			{ locale },
		)
		expect(textOf(nobody)).toContain(say('refusal.draft_round_unread'))
		expect(nobody).not.toContain('name="days"')
	},
)

test.each(locales)('a dissent that came too late is shown with what was typed: %s', (locale) => {
	const typed = { recordId: 'r-1', textId: 'Dua desa.', textEn: '', url: '' }
	const rejected = {
		reply: { status: 'error' as const, initialValue: typed },
		reason: 'draft_round_closed' as const,
	}
	const html = render(
		<DissentQuestion draft={aDraft({ isOpen: false })} recordId="r-2" person={person} rejected={rejected} />,
		{ locale },
	)
	expect(html).toContain('Dua desa.')
	expect(html).toContain('value="r-1"')
	expect(textOf(html)).toContain(sayIn(locale)('refusal.draft_round_closed'))
})

test('drafts that wait name their last day, and where there is none nothing is said', () => {
	const html = render(<WaitingDrafts drafts={[item]} title="Drafts" />)
	expect(textOf(html)).toContain('Dissent is taken until 15 August 2026.')
	expect(render(<WaitingDrafts drafts={[]} title="Drafts" />)).toBe('')
})
