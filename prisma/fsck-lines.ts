import type { Check } from '#app/domain/integrity/queries.server.ts'
import { differingRecords } from '#app/domain/integrity/rules.ts'
import type { Finding } from '#app/domain/integrity/rules.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Say, Values } from '#app/i18n/translate.ts'

/** What came of the command: it was not understood or could not run, or everything was compared. */
export type FsckResult =
	| { readonly kind: 'not_run'; readonly key: string; readonly values: Values }
	| { readonly kind: 'checked'; readonly check: Check; readonly baseUrl: string }

const LANGUAGES: { readonly [L in Locale]: Say } = { en: sayIn('en'), id: sayIn('id') }

/** 0: everything agrees; 1: something differs; 2: nothing could be compared. */
export function exitCodeOf(result: FsckResult): number {
	if (result.kind === 'not_run') return 2
	return result.check.findings.length === 0 ? 0 : 1
}

/** The result for people: each record that differs with its number and its page, every sentence in both languages. */
export function linesOf(result: FsckResult): readonly string[] {
	if (result.kind === 'not_run') return inBoth((say) => say(result.key, result.values))
	const { check, baseUrl } = result
	const { findings, entries, files, orphans } = check
	const records = differingRecords(findings)
	const figures = { differences: findings.length, records, entries, files }
	return [
		...findings.flatMap((finding) => [
			...inBoth((say) => `✗ ${sentence(finding, say)}`),
			...pagesOf(finding, baseUrl).map(({ address }) => `    ${address}`),
		]),
		...(orphans.length === 0 ? [] : inBoth((say) => say('fsck.orphans', { count: orphans.length }))),
		...inBoth((say) =>
			findings.length === 0 ? `✓ ${say('fsck.clean', figures)}` : say('fsck.differs', figures),
		),
	]
}

/** The result for programs: codes and numbers, and the sentences in both languages. */
export function jsonOf(result: FsckResult): object {
	if (result.kind === 'not_run')
		return { outcome: 'not_run', message: bothOf((say) => say(result.key, result.values)) }
	const { check, baseUrl } = result
	return {
		outcome: check.findings.length === 0 ? 'clean' : 'differs',
		...check,
		differingRecords: differingRecords(check.findings),
		findings: check.findings.map((finding) => ({
			...finding,
			pages: Object.fromEntries(pagesOf(finding, baseUrl).map(({ locale, address }) => [locale, address])),
			message: bothOf((say) => sentence(finding, say)),
		})),
	}
}

function sentence(finding: Finding, say: Say): string {
	const { kind, recordId, version, fault } = finding
	const values = {
		fault: say(`integrity.fault.${fault}`),
		kind: kind ? say(`act.${kind}`) : say('fsck.kind-unknown'),
		record: recordId ?? '',
		version: version ?? 0,
		places: placesOf(finding, say).join('; '),
	}
	if (recordId !== null) return say(values.places === '' ? 'fsck.record' : 'fsck.record.at', values)
	return say(values.places === '' ? 'fsck.log' : 'fsck.log.at', values)
}

function placesOf({ index, size, detail }: Finding, say: Say): readonly string[] {
	return [
		...(index === null ? [] : [say('fsck.position', { index })]),
		...(size === null ? [] : [say('fsck.size', { size })]),
		...(detail === null ? [] : [detail]),
	]
}

function pagesOf({ recordId, version }: Finding, baseUrl: string) {
	if (recordId === null) return []
	const which = version === null ? '' : `?version=${String(version)}`
	return LOCALES.map((locale) => ({ locale, address: `${baseUrl}/${locale}/records/${recordId}${which}` }))
}

function inBoth(line: (say: Say) => string): readonly string[] {
	const { en, id } = bothOf(line)
	return en === id ? [en] : [en, `    ${id}`]
}

function bothOf(line: (say: Say) => string): { en: string; id: string } {
	return { en: line(LANGUAGES.en), id: line(LANGUAGES.id) }
}
