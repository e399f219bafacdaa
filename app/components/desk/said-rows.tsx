import { z } from 'zod'
import { commitmentHref, planHref, recordHref } from '#app/components/addresses.ts'
import { inputHref } from '#app/components/consultation/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import type { Words } from '#app/components/words.tsx'
import { NamedInterests } from '#app/domain/conflict/schema.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { nounOf } from '#app/domain/member-act/rules.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import { ACT_FIELDS } from './field-list.ts'
import type { Field } from './field-list.ts'

type Said = Readonly<Record<string, unknown>>

const Texts = z.array(z.string())
const Entries = z.array(z.record(z.string(), z.string()))
const Counts = z.record(z.string(), z.number())

/** What an act says, a row for each answer that was given, in the order of its form. */
export function saidRows(kind: MemberActKind, said: Said, words: Words): SummaryRow[] {
	return ACT_FIELDS[kind].flatMap((field) => {
		const value = answerOf(field, said, words)
		return value === null ? [] : [{ key: words.say(`desk.${nounOf(kind)}.${field.name}`), value }]
	})
}

function answerOf(field: Field, said: Said, { say, format, locale }: Words): SummaryRow['value'] | null {
	if (field.is === 'both' || field.is === 'both-long') {
		const text = bilingualIn(said, field.name)
		return text.en === null && text.id === null ? null : <TextIn text={text} />
	}
	const value = said[field.name]
	if (field.is === 'interests') return interestsIn(value, say)
	if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no')
	if (typeof value === 'number') return format.count(value)
	if (field.is === 'some')
		return listOf((Texts.safeParse(value).data ?? []).map((code) => say(`${field.family}.${code}`)))
	if (field.is === 'counts') {
		const counts = Object.entries(Counts.safeParse(value).data ?? {})
		return listOf(counts.map(([code, count]) => `${say(`${field.family}.${code}`)}: ${format.count(count)}`))
	}
	if (field.is === 'lines') return listOf(linesOf(field.members, value, { say, format }))
	if (typeof value !== 'string' || value === '') return null
	if (field.is === 'one') return say(`${field.family}.${value}`)
	if (field.name === 'consultationId') return linkTo(inputHref(locale, value), value)
	if (field.name === 'contributionId') return linkTo(recordHref(locale, value), value)
	if (field.is === 'day' || field.is === 'partial-day') return format.day(value)
	if (field.is === 'url') return <SourceLink href={value} text={webHost(value) ?? value} />
	if (field.is === 'plan') return linkTo(planHref(locale, value), value)
	if (field.is === 'commitment') return linkTo(commitmentHref(locale, value), value)
	return value
}

/** What ties an author to what they judge; nothing where it was not looked for. */
function interestsIn(value: unknown, say: Words['say']): SummaryRow['value'] | null {
	const interests = NamedInterests.safeParse(value).data
	if (!interests) return null
	if (interests.length === 0) return say('independence.INDEPENDENT')
	return listOf(
		interests.map(({ scope, code }) =>
			say('verification.interest', {
				who: say(`interest-scope.${scope}`),
				interest: say(`interest.${code}`),
			}),
		),
	)
}

function linkTo(href: string, text: string) {
	return (
		<a className="govuk-link" href={href}>
			{text}
		</a>
	)
}

/** A text of an act in both languages. */
export function bilingualIn(said: Said, name: string): Bilingual {
	const text = (locale: string) => {
		const value = said[`${name}${locale}`]
		return typeof value === 'string' && value !== '' ? value : null
	}
	return { en: text('En'), id: text('Id') }
}

/** Entries of a list in words: days as days, and the sectors of people by their names. */
function linesOf(
	members: readonly string[],
	value: unknown,
	{ say, format }: Pick<Words, 'say' | 'format'>,
): readonly string[] {
	if (members.length === 0) return Texts.safeParse(value).data ?? []
	const entries = Entries.safeParse(value).data ?? []
	return entries.map((entry) =>
		members
			.map((name) => [name, entry[name] ?? ''] as const)
			.filter(([, part]) => part !== '')
			.map(([name, part]) => wordOf(name, part, { say, format }))
			.join(' · '),
	)
}

function wordOf(name: string, part: string, { say, format }: Pick<Words, 'say' | 'format'>): string {
	if (name === 'on') return format.day(part)
	if (name === 'sector') return say(`sector.${part}`)
	if (name === 'letterKind') return say(`letter-kind.${part}`)
	return name === 'side' ? say(`application-side.${part}`) : part
}

function listOf(lines: readonly string[]): SummaryRow['value'] | null {
	if (lines.length === 0) return null
	return (
		<ul className="govuk-list govuk-list--bullet">
			{lines.map((line, at) => (
				<li key={at}>{line}</li>
			))}
		</ul>
	)
}
