import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { LETTER_FIELDS } from '#app/domain/call-version/rules.ts'
import type { CallBase } from '#app/domain/call-version/view.ts'
import { writableCallsHref } from './addresses.ts'
import { CallFieldSet, CallFormDays, CallFormHead, CallFormLists, CallFormTerms } from './call-form-parts.tsx'
import { callInputId } from './call-form-parts.tsx'
import type { TypedCall } from './call-form-parts.tsx'

export type CallFormFacts = { base: CallBase; person: Signed }

type Sent = Readonly<Record<string, unknown>>

type CallFormProps = CallFormFacts & { rejected?: Rejected; shown?: Sent | undefined }

/** The form of a call: its days, what it wants, what its form asks, and on what it rests. */
export function CallForm({ base, person, rejected, shown }: CallFormProps) {
	const { say, locale } = useWords()
	const { call } = base
	const typed = typedCall(base, rejected?.reply.initialValue ?? shown ?? null, rejected)
	const address = writableCallsHref(locale, call === null ? 'new' : { callId: call.id })
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={writableCallsHref(locale)}
			errors={errorsOf(rejected, say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={call ? <TextIn text={call.name} /> : undefined}>
				{say(call ? 'call-version.title.correct' : 'call-version.title.new')}
			</PageTitle>
			<InsetText>{say(call ? 'call-version.lead.correct' : 'call-version.lead.new')}</InsetText>
			<QuestionForm action={address} button={say('rule-version.check')}>
				{call ? <input type="hidden" name="after" value={typed.valueOf('after')} /> : null}
				<CallFormHead typed={typed} isNew={call === null} />
				<CallFormDays typed={typed} />
				<CallFormTerms typed={typed} />
				<CallFormLists typed={typed} />
				<CallFieldSet typed={typed} base={base} />
			</QuestionForm>
		</WorkspacePage>
	)
}

/**
 * What stands in the fields: what was sent, and before that what the version says that is followed. A form that somebody
 * else was quicker than goes on from the newest version, beside what is typed.
 */
function typedCall({ typed, call }: CallBase, sent: Sent | null, rejected: Rejected): TypedCall {
	const isOvertaken = rejected?.reason === 'changed_meanwhile'
	return {
		valueOf: (name) => {
			if (name === 'after' && (sent === null || isOvertaken)) return String(call?.version ?? '')
			if (sent === null) return typed[name] ?? ''
			const value = sent[name]
			return typeof value === 'string' ? value : ''
		},
		faultsOf: (name) => rejected?.reply.error?.[name] ?? [],
	}
}

const IN_ORDER: readonly string[] = [
	...['code', 'reasonId', 'reasonEn', 'year', 'nameId', 'nameEn', 'source', 'sourceUrl'],
	...['opensOn', 'closesOn', 'extendedTo', 'timeZone', 'fullApplicationUntil', 'resultsOn'],
	...['monthsLeast', 'monthsBest', 'monthsAre', ...LETTER_FIELDS.map(({ name }) => name)],
	...['criteria', 'stages', 'notes', 'fieldSetId', 'fields', 'fieldsNoteId', 'fieldsNoteEn', 'fieldsSource'],
]

/** All that is wrong with the form, in the order of the page; what no field shows comes last. */
function errorsOf(rejected: Rejected, say: (key: string) => string): readonly FieldError[] {
	const faults = Object.entries(rejected?.reply.error ?? {})
	const placeOf = (name: string) => (IN_ORDER.includes(name) ? IN_ORDER.indexOf(name) : IN_ORDER.length)
	return faults
		.sort(([one], [other]) => placeOf(one) - placeOf(other))
		.flatMap(([name, keys]) =>
			(keys ?? []).map((key) => ({
				href: IN_ORDER.includes(name) ? `#${callInputId(name)}` : '#content',
				text: say(key),
			})),
		)
}
