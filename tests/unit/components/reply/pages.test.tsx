import { describe, expect, test } from 'vitest'
import { CheckDecision } from '#app/components/reply/check-decision.tsx'
import { CheckReply } from '#app/components/reply/check-reply.tsx'
import { DecisionQuestion } from '#app/components/reply/decision-question.tsx'
import { FixRateList } from '#app/components/reply/fix-rate-list.tsx'
import { ReplyQuestion } from '#app/components/reply/reply-question.tsx'
import { ThreadSummary } from '#app/components/reply/thread-summary.tsx'
import { ThreadTable } from '#app/components/reply/thread-table.tsx'
import { Thread } from '#app/components/reply/thread.tsx'
import { WaitingDecisions, WaitingReplies } from '#app/components/reply/waiting-lists.tsx'
import { threadLines } from '#app/domain/finding-thread/view.ts'
import type { FindingInPlan } from '#app/domain/finding-thread/view.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import type { ReplyDesk } from '#app/domain/reply/queries.server.ts'
import type { DecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import { aDecision, aReply, aThread } from '#tests/factories/finding-thread.ts'
import { aClaim, aCommitmentRecord, aMilestoneRecord, aVerification } from '#tests/factories/plan-record.ts'
import type { ReactElement } from 'react'
import type { Locale } from '#app/i18n/locale.ts'
import { render, textOf as textOfHtml } from '../render.ts'

function textOf(element: ReactElement, locale: Locale): string {
	return textOfHtml(render(element, { locale }))
}

const PERSON = { name: 'Officer' }
const TODAY = '2026-07-20'

function found(over: Partial<FindingInPlan> = {}): FindingInPlan {
	const thread = over.thread ?? aThread()
	return {
		plan: { id: 'plan', title: { en: 'Plan', id: 'Rencana' } },
		member: { name: { en: 'Example Regency', id: 'Kabupaten Contoh' }, isDemonstration: false },
		commitment: { id: 'commitment-1', number: '1', title: { en: 'Open village budgets', id: null } },
		milestone: {
			id: 'milestone-1',
			number: '1.1',
			title: { en: 'Publish budgets', id: 'Menerbitkan anggaran' },
		},
		claim: aClaim(),
		finding: aVerification({ thread }),
		replyDays: { value: 21, basis: 'OURS', source: 'our own' },
		today: TODAY,
		...over,
		thread,
	}
}

const replyDesk = (over: Partial<ReplyDesk> = {}): ReplyDesk => ({
	...found(over),
	institution: { id: 'agency-1', name: { en: 'Agency', id: 'Dinas' } },
	draft: null,
	published: null,
	isLate: false,
	reason: null,
	...over,
})
const decisionDesk = (over: Partial<DecisionDesk> = {}): DecisionDesk => ({
	...found(over),
	before: null,
	decided: 0,
	...over,
})
const rejected = (reason: 'reply_published' | 'changed_meanwhile', textId: string) => ({
	reply: { status: 'error' as const, initialValue: { textId } },
	reason,
})

describe('the page of a reply', () => {
	test.each([
		[
			'en',
			'A reply is in time until 31 July 2026 (21 days after the finding). The number of days is this site’s own rule',
		],
		[
			'id',
			'Tanggapan tepat waktu sampai 31 Juli 2026 (21 hari setelah temuan). Jumlah hari itu adalah aturan situs ini',
		],
	] as const)('says the last day, the days and whose number that is: %s', (locale, sentence) => {
		const desk = replyDesk()
		const text = textOf(<ReplyQuestion desk={desk} person={PERSON} rejected={undefined} />, locale)
		expect(text).toContain(sentence)
		expect(text).toContain(locale === 'en' ? 'We opened every page' : 'Kami membuka setiap halaman')
	})

	test.each([
		['en', 'A reply is still accepted, and marked as late'],
		['id', 'Tanggapan tetap diterima, dan ditandai terlambat'],
	] as const)('after the clock says that a reply is late: %s', (locale, sentence) => {
		const desk = replyDesk({ isLate: true })
		expect(textOf(<ReplyQuestion desk={desk} person={PERSON} rejected={undefined} />, locale)).toContain(
			sentence,
		)
	})

	test('after a colleague published, both texts stand on it', () => {
		const desk = replyDesk({ published: aReply({ text: { en: null, id: 'Kata rekan.' } }) })
		const late = rejected('reply_published', 'Kata saya.')
		const text = textOf(<ReplyQuestion desk={desk} person={PERSON} rejected={late} />, 'id')
		for (const said of ['Kata rekan.', 'Kata saya.', 'Teks Anda tidak diterbitkan'])
			expect(text).toContain(said)
	})

	test('a finding that its author withdrew says so, and has no form', () => {
		const desk = replyDesk({ reason: 'finding_withdrawn' })
		const text = textOf(<ReplyQuestion desk={desk} person={PERSON} rejected={undefined} />, 'en')
		expect(text).toContain('The author of this finding withdrew it.')
		expect(text).not.toContain('Save and continue')
	})

	test.each([
		[
			'en',
			'Your draft was written to version 1. The finding now stands as version 2: your reply goes to that one.',
		],
		[
			'id',
			'Draf Anda ditulis untuk versi 1. Temuan kini berlaku sebagai versi 2: tanggapan Anda ditujukan kepada versi itu.',
		],
	] as const)(
		'a newer version of the finding is said before anything can be published: %s',
		(locale, sentence) => {
			const draft = { version: 3, findingVersion: 1, text: { en: 'Open.', id: null }, evidence: [] }
			const desk = replyDesk({ draft, finding: aVerification({ version: 2, thread: aThread() }) })
			const text = textOf(<CheckReply desk={desk} person={PERSON} />, locale)
			expect(text).toContain(sentence)
			expect(text).not.toMatch(/Publish the reply|Terbitkan tanggapan/)
		},
	)
})

describe('the page of a decision', () => {
	test.each([
		['a milestone', {}, /href="\/en\/verify\/[^"]+"[^>]*>Write the next version/],
		[
			'a commitment as a whole',
			{ milestone: null, claim: null },
			/href="\/en\/verify\/commitments\/[^"]+"[^>]*>Write the next version/,
		],
	])('leads to the next version of a finding on %s', (_what, over, link) => {
		const desk = { ...decisionDesk(), ...over }
		expect(render(<DecisionQuestion desk={desk} person={PERSON} />)).toMatch(link)
	})

	test.each([
		['en', 'leaves every independent figure', 'nobody can read it, its replies or its evidence any more'],
		['id', 'keluar dari semua angka independen', 'tidak seorang pun dapat lagi membaca temuan'],
	] as const)('tells the two ways to withdraw apart: %s', (locale, stays, goes) => {
		const desk = decisionDesk({ thread: aThread({ replies: [aReply()] }) })
		const text = textOf(<DecisionQuestion desk={desk} person={PERSON} />, locale)
		expect(text).toContain(stays)
		expect(text).toContain(goes)
	})

	test('a change is offered once the next version stands', () => {
		const offer = 'version 2 took the place of version 1'
		const first = textOf(<DecisionQuestion desk={decisionDesk()} person={PERSON} />, 'en')
		expect(first).not.toContain(offer)
		const before = { version: 1, thread: aThread({ replies: [aReply()] }) }
		const desk = decisionDesk({
			before,
			finding: aVerification({ version: 2, thread: aThread({ dueOn: null }) }),
		})
		expect(textOf(<DecisionQuestion desk={desk} person={PERSON} />, 'en')).toContain(offer)
	})

	test('while the clock runs it says from when on a finding can be maintained', () => {
		const text = textOf(<DecisionQuestion desk={decisionDesk()} person={PERSON} />, 'id')
		expect(text).toContain('tanggapan tepat waktu sampai 31 Juli 2026')
	})

	test('the check shows the reason and stores nothing', () => {
		const answer = { findingVersion: 1, after: 0, decision: 'WITHDRAWN' as const, reasonId: 'Kami keliru.' }
		const text = textOf(<CheckDecision desk={decisionDesk()} person={PERSON} answer={answer} />, 'en')
		for (const said of ['Kami keliru.', 'Nothing is stored yet.', 'I withdraw the finding'])
			expect(text).toContain(said)
	})
})

describe('the thread in public', () => {
	test.each([
		['en', 'No reply within 21 days (until 31 July 2026).'],
		['id', 'Tidak ada tanggapan dalam 21 hari (sampai 31 Juli 2026).'],
	] as const)('silence after the clock is said as silence: %s', (locale, sentence) => {
		const finding = aVerification({ thread: aThread() })
		expect(textOf(<Thread finding={finding} today="2026-08-01" />, locale)).toContain(sentence)
		expect(textOf(<Thread finding={finding} today="2026-07-31" />, locale)).not.toContain(sentence)
	})

	test('silence stays to be seen after the author decided', () => {
		const decisions = [aDecision({ reply: null, publishedOn: '2026-08-03' })]
		const finding = aVerification({ thread: aThread({ decisions }) })
		const text = textOf(<Thread finding={finding} today="2026-08-04" />, 'en')
		expect(text).toContain('Maintained by its author on 3 August 2026.')
		expect(text).toContain('No reply within 21 days')
		expect(text).toContain('Decided without a reply.')
	})

	test('finding, reply, decision and earlier versions each have their day', () => {
		const before = aThread({ replies: [aReply({ isLate: true, publishedOn: '2026-08-02' })] })
		const finding = aVerification({
			version: 2,
			publishedOn: '2026-08-09',
			thread: aThread({ dueOn: null }),
			earlier: [
				{
					version: 1,
					level: 'LIMITED',
					outcome: 'NOT_CONFIRMED',
					publishedOn: '2026-07-10',
					ledgerIndex: 11,
					thread: {
						...before,
						decisions: [aDecision({ decision: 'CHANGED', changedToVersion: 2, publishedOn: '2026-08-10' })],
					},
				},
			],
		})
		const text = textOf(<Thread finding={finding} today="2026-08-11" />, 'en')
		for (const said of [
			'10 July 2026',
			'2 August 2026',
			'Late: the last day was 31 July 2026',
			'10 August 2026',
			'Version 2',
		])
			expect(text).toContain(said)
	})

	test('a finding that asked for no reply has no thread', () => {
		expect(
			textOf(<Thread finding={aVerification({ thread: aThread({ dueOn: null }) })} today={TODAY} />, 'en'),
		).toBe('')
		expect(textOf(<Thread finding={aVerification()} today={TODAY} />, 'en')).toBe('')
	})
})

describe('lists and figures', () => {
	const verifications = [aVerification({ thread: aThread() })]
	const record = { commitments: [aCommitmentRecord({ milestones: [aMilestoneRecord({ verifications })] })] }

	test.each([
		['en', 'No reply within 21 days', '1 finding was met with silence', 'Nothing resolved yet'],
		[
			'id',
			'Tidak ada tanggapan dalam 21 hari',
			'1 temuan tidak mendapat tanggapan',
			'Belum ada yang terselesaikan',
		],
	] as const)('a plan says what met silence, and what is not known yet: %s', (locale, row, count, days) => {
		const lines = threadLines(record, '2026-08-01')
		expect(textOf(<ThreadTable id="threads" lines={lines} today="2026-08-01" />, locale)).toContain(row)
		expect(textOf(<ThreadSummary counts={[{ state: 'SILENT', count: 1 }]} />, locale)).toContain(count)
		expect(textOf(<FixRateList fixRate={fixRateOf(record, '2026-08-01')} />, locale)).toContain(days)
	})

	test('what waits says since when, and an empty list says nothing', () => {
		const line = { recordId: 'f', commitmentTitle: { en: 'Budgets', id: null }, milestoneTitle: null }
		const replies = [{ ...line, dueOn: '2026-07-31', isOver: true, hasDraft: false }]
		expect(textOf(<WaitingReplies replies={{ items: replies, count: 1 }} />, 'en')).toContain(
			'The last day was 31 July 2026',
		)
		const decisions = [{ ...line, kind: 'SILENT' as const, sinceOn: '2026-07-31' }]
		expect(textOf(<WaitingDecisions decisions={{ items: decisions, count: 30 }} />, 'en')).toContain(
			'No reply until 31 July 2026',
		)
		expect(textOf(<WaitingReplies replies={{ items: [], count: 0 }} />, 'en')).toBe('')
	})
})
