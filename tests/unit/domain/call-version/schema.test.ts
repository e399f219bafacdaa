import { describe, expect, test } from 'vitest'
import { aCallAnswer, aCallForm, aCorrectionForm, faultsOf } from '#tests/factories/call-version.ts'

describe('the form of a call', () => {
	test('gives days, numbers and lists as they are stored', () => {
		expect(aCallAnswer()).toMatchObject({
			...{ code: '2027', after: null, reason: null, fieldSetId: 'ogp-local-2020.1' },
			call: {
				...{ year: 2027, opensOn: '2027-02-01', closesOn: '2027-03-31', extendedTo: null },
				monthsLeft: { least: 12, best: 18, isRequired: false },
				letters: [{ kind: 'HEAD_OF_GOVERNMENT', by: 'SUBMITTED', least: 1 }],
				criteria: [{ textId: 'Alasan bergabung', textEn: 'Reasons for joining' }],
				stages: [{ textEn: 'Completeness is checked', untilOn: '2027-05' }],
				notes: [{ en: 'One form for each jurisdiction.', source: 'OGP Local, 2027' }],
			},
		})
	})

	test('leaves open what its source does not give', () => {
		const { call } = aCallAnswer({
			...{ timeZone: '', monthsLeast: '', monthsBest: '', monthsAre: 'HOPED' },
			...{ criteria: '', stages: '', notes: '', sourceUrl: '', 'letters-HEAD_OF_GOVERNMENT-SUBMITTED': '' },
		})
		expect(call).toMatchObject({
			timeZone: null,
			monthsLeft: null,
			letters: [],
			criteria: [],
			sourceUrl: null,
		})
	})

	test.each<[string, Record<string, string>, string, string]>([
		['closing before it opens', { closesOn: '31-1-2027' }, 'closesOn', 'call-version.closes.early'],
		['extended to its closing day', { extendedTo: '31-3-2027' }, 'extendedTo', 'call-version.extended.early'],
		['extended to before it', { extendedTo: '1-3-2027' }, 'extendedTo', 'call-version.extended.early'],
		[
			'with a full application before the last day',
			{ fullApplicationUntil: '30-3-2027' },
			'fullApplicationUntil',
			'call-version.full.early',
		],
		['with results before the last day', { resultsOn: '2027-02' }, 'resultsOn', 'call-version.results.early'],
		['of a year before OGP', { year: '2010' }, 'year', 'call-version.year.outside'],
		['of a year too far ahead', { year: '2032' }, 'year', 'call-version.year.outside'],
		['of no year', { year: 'soon' }, 'year', 'call-version.year.unreadable'],
		['with a day of another decade', { closesOn: '31-3-2072' }, 'closesOn', 'call-version.day.far'],
		[
			'with a day that the calendar does not have',
			{ closesOn: '31-2-2027' },
			'closesOn',
			'day.not-in-calendar',
		],
		['in a zone that is none', { timeZone: 'Jakarta' }, 'timeZone', 'call-version.time-zone.unknown'],
		['with an ideal below the least', { monthsBest: '6' }, 'monthsBest', 'call-version.months.order'],
		['with a line that has one part', { criteria: 'Alasan' }, 'criteria', 'call-version.criteria.line'],
		['with a step on no day', { stages: 'A | B | soon' }, 'stages', 'call-version.stages.line'],
		['with a note from nowhere', { notes: 'A | B' }, 'notes', 'call-version.notes.line'],
		['with a huge list', { criteria: 'a | b\n'.repeat(3_000) }, 'criteria', 'field.too-long'],
		['with a huge name', { nameEn: 'x'.repeat(301) }, 'nameEn', 'field.too-long'],
		['with a set that is not there', { fieldSetId: 'none' }, 'fieldSetId', 'field.choose'],
		[
			'with a new set without fields',
			{ fieldSetId: 'NEW', fields: ' \n ', fieldsSource: 'OGP' },
			'fields',
			'call-version.fields.required',
		],
		[
			'with a limit of nothing',
			{ fieldSetId: 'NEW', fields: 'A | B | 0', fieldsSource: 'OGP' },
			'fields',
			'call-version.fields.line',
		],
		[
			'with a field that is explained in one language',
			{ fieldSetId: 'NEW', fields: 'A | B | | Mengapa?', fieldsSource: 'OGP' },
			'fields',
			'call-version.fields.line',
		],
		['at an address that is none', { sourceUrl: 'javascript:alert(1)' }, 'sourceUrl', 'evidence.url.web'],
		['with a short name of other letters', { code: 'a/b' }, 'code', 'call-version.code.unreadable'],
	])('%s is not taken, and says where and why', (_what, over, path, key) => {
		expect(faultsOf(aCallForm(over))[path]).toContain(key)
	})

	test('what is wrong between fields is told beside what is wrong in them', () => {
		const wrong = { closesOn: '1-1-2027', timeZone: 'Jakarta', criteria: 'A', fieldSetId: 'NEW' }
		expect(Object.keys(faultsOf(aCallForm(wrong))).sort()).toEqual(
			['closesOn', 'criteria', 'fields', 'fieldsSource', 'timeZone'].sort(),
		)
	})

	test('an extension needs a closing day', () => {
		const form = aCallForm({ extendedTo: '30-4-2027' })
		const without = Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'closesOn'))
		expect(faultsOf(without)).toEqual({ extendedTo: ['call-version.extended.alone'] })
	})

	test('a version that follows another says why, and has no short name of its own', () => {
		expect(faultsOf(aCorrectionForm(1), false)).toEqual({})
		const silent = Object.entries(aCorrectionForm(1)).filter(([name]) => name !== 'reasonId')
		expect(faultsOf(Object.fromEntries(silent), false)).toEqual({
			reasonId: ['call-version.reason.required'],
		})
	})
})
