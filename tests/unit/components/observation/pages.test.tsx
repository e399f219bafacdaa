import { describe, expect, test } from 'vitest'
import { HiddenObservations } from '#app/components/observation/hidden-observations.tsx'
import { HideQuestion } from '#app/components/observation/hosted-observations.tsx'
import { Observations } from '#app/components/observation/observation-list.tsx'
import { CheckObservation, ObservePage } from '#app/components/observation/observe-page.tsx'
import { ObservationReceipt } from '#app/components/observation/observation-receipt.tsx'
import type { ObservationView, ObservedMilestone } from '#app/domain/observation/view.ts'
import { anObservation, aTicket } from '#tests/factories/observation.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { render, textOf } from '../render.ts'

const hostile = '<img src=x onerror=alert(1)> \u0645\u0631\u062d\u0628\u0627'
const milestone: ObservedMilestone = {
	id: 'm1',
	number: '1.1',
	title: { en: 'Budget boards', id: 'Papan anggaran' },
	commitment: { id: 'k1', title: { en: 'Open budgets', id: null } },
	member: aMember(),
	isEnded: false,
	today: '2026-07-15',
}
const seen: ObservationView = {
	recordId: 'o1',
	version: 1,
	milestoneId: 'm1',
	publishedOn: '2026-07-15',
	ledgerIndex: 9,
	said: { text: hostile, locale: 'und', seenOn: '2026-07-14', evidence: [] },
	hidden: null,
}
const hidden: ObservationView = {
	...seen,
	recordId: 'o2',
	said: null,
	hidden: { recordId: 'h1', reason: 'THREAT', note: { en: 'It threatens.', id: null }, on: '2026-07-16' },
}
const LANGUAGES = ['en', 'id'] as const

describe.each(LANGUAGES)('in %s', (locale) => {
	test('the form says that it is for ever and no verification, and hides its trap', () => {
		const html = render(
			<ObservePage milestone={milestone} ticket={aTicket()} received={null} rejected={undefined} />,
			{
				locale,
			},
		)
		expect(textOf(html)).toContain(
			locale === 'en'
				? 'public for ever. Do not name people'
				: 'terbuka untuk umum selamanya. Jangan menyebut',
		)
		expect(html).toContain(`action="/${locale}/milestones/m1/observe"`)
		expect(html).toMatch(/govuk-visually-hidden"><div[^>]*><label[^>]*for="[^"]*website/)
		// What was typed is known before the file is read.
		expect(html.indexOf('type="file"')).toBeGreaterThan(html.indexOf('name="altText"'))
		expect(html).not.toMatch(/<script/)
	})

	test('a milestone that has ended takes nothing, and says so', () => {
		const html = render(
			<ObservePage
				milestone={{ ...milestone, isEnded: true }}
				ticket={aTicket()}
				received={null}
				rejected={undefined}
			/>,
			{ locale },
		)
		expect(html).not.toContain('<form method="post" action="/' + locale + '/milestones')
		expect(textOf(html)).toContain(
			locale === 'en' ? 'no observations are taken' : 'tidak lagi diterima di sini',
		)
	})

	test('the check page shows what was typed as text, and sends the very same', () => {
		const answer = anObservation({ text: `${hostile} terlihat`, locale: 'und' })
		const html = render(<CheckObservation milestone={milestone} received={null} answer={answer} />, {
			locale,
		})
		expect(html).not.toContain('<img')
		expect(html).toContain(`action="/${locale}/milestones/m1/observe/send"`)
		expect(html).toContain(`name="ticket" value="${aTicket()}"`)
	})

	test('each observation is marked, hidden ones say when and why, and the count has both', () => {
		const html = render(<Observations milestone={{ id: 'm1', observations: [hidden, seen] }} />, { locale })
		const text = textOf(html)
		expect(html).not.toContain('<img')
		expect(html).toContain('dir="auto"')
		expect(text.split(locale === 'en' ? 'not a verification' : 'bukan verifikasi')).toHaveLength(3)
		expect(text).toContain(locale === 'en' ? '2 observations by members' : '2 pengamatan warga')
		expect(text).toContain(locale === 'en' ? 'Threat or incitement' : 'Ancaman atau hasutan')
		expect(html).not.toContain('<details class="govuk-details" open')
	})

	test('a list of what was hidden says of how many', () => {
		const hiding = {
			recordId: 'h1',
			version: 1,
			observationRecordId: 'o2',
			commitmentId: 'k1',
			milestoneId: 'm1',
			reason: 'COURT_ORDER',
			note: { en: null, id: 'Putusan 1/2026' },
			on: '2026-07-16',
			isDemonstration: true,
		} as const
		const text = textOf(
			render(
				<HiddenObservations hidings={[hiding]} hidden={1} published={7} page={1} pages={1} ledgerSize={9} />,
				{ locale },
			),
		)
		expect(text).toContain(locale === 'en' ? 'Hidden: 1 of 7' : 'Disembunyikan: 1 dari 7')
		expect(text).toContain('Putusan 1/2026')
		expect(text).toContain(`(${locale === 'en' ? 'demonstration' : 'peragaan'})`)
	})

	test('the host reads that hiding is for law and safety before choosing why', () => {
		const observation = {
			...{ recordId: 'o1', commitmentId: 'k1', milestoneId: 'm1', text: hostile, locale: 'id' },
			...{ url: null, publishedOn: '2026-07-15', hiding: null },
		}
		const html = render(
			<HideQuestion observation={observation} person={{ name: 'Host' }} rejected={undefined} />,
			{ locale },
		)
		expect(html.match(/type="radio"/g)).toHaveLength(5)
		expect(textOf(html)).toContain(
			locale === 'en' ? 'Only for law and safety' : 'Hanya demi hukum dan keselamatan',
		)
	})

	test('a receipt has number, day and place', () => {
		const receipt = {
			recordId: 'o1',
			version: 1,
			day: '2026-07-15',
			position: 41,
			milestone,
			isHidden: false,
		}
		const html = render(<ObservationReceipt receipt={receipt} />, { locale })
		expect(html).toContain('/log/receipt/o1?version=1')
		expect(textOf(html)).toMatch(/o1 .* 41 /)
	})
})

test('of a milestone nobody wrote about there is only the way to write', () => {
	const html = render(<Observations milestone={{ id: 'm1' }} />)
	expect(html).not.toContain('<details')
	expect(html).toContain('/en/milestones/m1/observe')
	expect(render(<Observations milestone={{ id: 'm1', standing: 'WITHDRAWN' }} />)).toBe('')
})
