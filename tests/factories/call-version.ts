import { callAnswerFrom, callForm } from '#app/domain/call-version/schema.ts'
import type { CallAnswer } from '#app/domain/call-version/schema.ts'

type Typed = Readonly<Record<string, string>>

/** The form of a new call as it is sent, and what is given. */
export function aCallForm(over: Typed = {}): Typed {
	return {
		...{ code: '2027', year: '2027', nameId: 'Undangan 2027', nameEn: 'Call of 2027' },
		...{ opensOn: '1-2-2027', closesOn: '31-3-2027', timeZone: 'Asia/Jakarta' },
		...{ monthsLeast: '12', monthsBest: '18', monthsAre: 'HOPED' },
		'letters-HEAD_OF_GOVERNMENT-SUBMITTED': '1',
		criteria: 'Alasan bergabung | Reasons for joining',
		stages: 'Kelengkapan diperiksa | Completeness is checked | 2027-05',
		notes: 'Satu formulir untuk setiap daerah. | One form for each jurisdiction. | OGP Local, 2027',
		...{ source: 'OGP Local Application Process (2027)', sourceUrl: 'https://example.org/2027' },
		fieldSetId: 'ogp-local-2020.1',
		...over,
	}
}

/** The same for a version that follows another: it says why, and which version it was written from. */
export function aCorrectionForm(after: number, over: Typed = {}): Typed {
	const form = aCallForm({
		...{ after: String(after), reasonId: 'OGP memperpanjang undangan.', reasonEn: 'OGP extended the call.' },
		...over,
	})
	return Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'code'))
}

const FACTS = { thisYear: 2026, fieldSetIds: ['ogp-local-2020.1', 'ogp-local-2023.1'] }

/** Each once it was checked. */
export function aCallAnswer(over: Typed = {}): CallAnswer {
	return callAnswerFrom(callForm({ ...FACTS, isNew: true }).parse(aCallForm(over)))
}

export function aCorrectionAnswer(after: number, over: Typed = {}): CallAnswer {
	return callAnswerFrom(callForm({ ...FACTS, isNew: false }).parse(aCorrectionForm(after, over)))
}

/** The form as it is shown, sent back with a reason and nothing else; empty fields are not sent. */
export function aWholeCorrectionAnswer(typed: Typed): CallAnswer {
	const sent = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
	const form = callForm({ ...FACTS, isNew: false })
	return callAnswerFrom(form.parse({ ...sent, reasonId: 'Tidak ada.', reasonEn: 'Nothing.' }))
}

/** The keys of what is wrong with a form, by its fields. */
export function faultsOf(typed: Typed, isNew = true): Readonly<Record<string, readonly string[]>> {
	const { error } = callForm({ ...FACTS, isNew }).safeParse(typed)
	const found: Record<string, string[]> = {}
	for (const { path, message } of error?.issues ?? [])
		found[String(path[0])] = [...(found[String(path[0])] ?? []), message]
	return found
}
