import { describe, expect, test } from 'vitest'
import type { ReasonedResponse } from '#app/domain/reasoned-response/view.ts'
import { wordsIn } from '#reports/document/words.ts'
import { layoutReasonedResponse } from '#reports/reasoned-response/layout.ts'
import { reasonedResponseModel } from '#reports/reasoned-response/model.ts'
import { reasonedResponseDocument, renderReasonedResponse } from '#reports/reasoned-response/render.ts'
import { aMember } from '#tests/factories/plan-record.ts'
import { aGivenContribution, aReasonedResponse } from '#tests/factories/reasoned-response.ts'
import { headingsOfBlocks } from '#tests/support/headings.ts'

const modelOf = (response: ReasonedResponse) =>
	reasonedResponseModel(response, { origin: 'https://renaksi.example' })
const blocksOf = (response: ReasonedResponse, locale: 'en' | 'id' = 'en') =>
	layoutReasonedResponse(modelOf(response), wordsIn(locale))
const saidBy = (response: ReasonedResponse, locale: 'en' | 'id' = 'en') =>
	JSON.stringify(blocksOf(response, locale))

const nothing = aReasonedResponse({
	counts: { contributions: 0, hidden: 0, answers: {}, answered: 0, lastAnsweredOn: null },
	contributions: [],
	commitments: [],
})

describe.each(['en', 'id'] as const)('a reasoned response, in %s', (locale) => {
	test('goes from the question over the figures to each contribution', () => {
		const { say, format } = wordsIn(locale)
		expect(headingsOfBlocks(blocksOf(aReasonedResponse(), locale))).toEqual([
			[1, say('report.response.question')],
			[1, say('input.brought')],
			[1, say('report.response.taken-up')],
			[1, say('report.response.each')],
			[2, say('report.response.contribution', { number: '1', on: format.day('2026-07-03') })],
			[1, say('report.response.source')],
		])
	})

	test('says in words that nobody contributed', () => {
		const said = saidBy(nothing, locale)
		expect(said).toContain(wordsIn(locale).say('input.coverage.none'))
		expect(said).not.toMatch(/undefined|NaN|"text":null/)
	})
})

test('each contribution has its answer, the reason, the commitment and both records', () => {
	const said = saidBy(aReasonedResponse())
	for (const part of [
		'Accepted',
		'Sudah menjadi komitmen.',
		'1. Open budgets',
		'g-1',
		'r-1',
		'Civil society',
	])
		expect(said).toContain(part)
})

test('a share names its denominator: what was answered of all, and each outcome of all', () => {
	const second = aGivenContribution({ recordId: 'g-2', answer: null })
	const counts = { contributions: 2, hidden: 0, answers: { ACCEPTED: 1 }, answered: 1, lastAnsweredOn: null }
	const said = saidBy(aReasonedResponse({ counts, contributions: [aGivenContribution(), second] }))
	expect(said).toContain('1 of 2')
	expect(said).toContain('50%')
	expect(said).toContain('Not answered yet')
})

test('of a hidden contribution nothing is said but that, when and why', () => {
	const hidden = {
		recordId: 'h-1',
		contributionId: 'g-1',
		memberId: 'example',
		reason: 'PERSONAL_DATA',
		note: { en: 'Names a neighbour.', id: null },
		on: '2026-07-05',
	} as const
	const contributions = [aGivenContribution({ said: null, hidden })]
	const counts = { contributions: 1, hidden: 1, answers: {}, answered: 0, lastAnsweredOn: null }
	const said = saidBy(aReasonedResponse({ contributions, counts }))
	expect(said).not.toContain('anggaran desa')
	expect(said).toContain('Reason: Personal data of somebody else.')
	expect(said).toContain('The host hid 1 of them')
})

test('contributions that were merged are listed with the commitment that took them, and without where none is named', () => {
	const { answer } = aGivenContribution()
	if (!answer) throw new Error('the contribution is answered')
	const merged = (at: number, commitmentId: string | null) =>
		aGivenContribution({
			recordId: `g-${String(at)}`,
			answer: { ...answer, outcome: 'MERGED', commitmentId },
		})
	const contributions = [aGivenContribution(), merged(2, 'k1'), merged(3, null)]
	const counts = {
		...{ contributions: 3, hidden: 0, answered: 3, lastAnsweredOn: '2026-08-02' },
		answers: { ACCEPTED: 1, MERGED: 2 },
	}
	const said = saidBy(aReasonedResponse({ contributions, counts }))
	expect(said).toContain('no. 1 (Accepted); no. 2 (Merged with another)')
	expect(said).toContain('without a commitment being named: no. 3.')
})

test('what somebody typed stays text, in its own language', () => {
	const hostile = '<script>alert(1)</script>'
	const { said } = aGivenContribution()
	if (!said) throw new Error('the contribution says something')
	const contributions = [aGivenContribution({ said: { ...said, text: hostile, name: hostile } })]
	expect(blocksOf(aReasonedResponse({ contributions }))).toContainEqual({
		kind: 'paragraph',
		text: { text: hostile, lang: 'id' },
	})
})

test('a demonstration and a consultation published in error are marked on the first page', () => {
	const { consultation } = aReasonedResponse()
	const marked = { ...consultation, member: { ...aMember(), isDemonstration: true }, isRetracted: true }
	const { blocks, frame } = reasonedResponseDocument({
		model: modelOf(aReasonedResponse({ consultation: marked })),
		locale: 'en',
	})
	expect(blocks[0]).toMatchObject({ notice: expect.stringContaining('published in error') })
	expect(frame.header.right).toContain('DEMONSTRATION')
})

test('equal input gives equal bytes', async () => {
	const input = { model: modelOf(aReasonedResponse()), locale: 'id' } as const
	const first = await renderReasonedResponse(input)
	expect(Buffer.compare(first, await renderReasonedResponse(input))).toBe(0)
})
