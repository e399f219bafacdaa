import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { Corrected, DeskView } from '#app/domain/desk/view.ts'
import { nounOf } from '#app/domain/member-act/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { deskFormHref, deskHref } from './addresses.ts'
import { DeskField, inputId } from './desk-field.tsx'
import type { Typed } from './desk-field.tsx'
import { FIELDS } from './field-list.ts'
import { saidRows } from './said-rows.tsx'
import { inputsOf, typedIn, typedOf } from './typed-values.ts'
import type { TypedForm } from './typed-values.ts'

export type DeskFormFacts = {
	desk: DeskView
	kind: DeskKind
	/** The number that a new act will have. */
	recordId: string
	/** Null for a new act. */
	corrected: Corrected | null
	person: Signed
}

/** The form of an act that a member's own people publish; what was typed and is wrong comes back with it. */
export function DeskForm({ rejected, ...facts }: DeskFormFacts & { rejected: Rejected }) {
	const { say } = useWords()
	const form = typedIn(rejected?.reply)
	const { desk, kind, corrected } = facts
	const fields = FIELDS[kind]
	const typed: Typed = {
		values: typedOf(fields, form?.said ?? corrected?.said ?? {}),
		errors: form?.errors ?? {},
	}
	const inputs = fields.flatMap(inputsOf)
	const shown = inputs.flatMap((input) =>
		(typed.errors[input] ?? []).map((key) => ({ href: `#${inputId(input)}`, text: say(key) })),
	)
	const others = Object.entries(form?.others ?? {}).flatMap(([name, keys]) =>
		keys.map((key) => ({ href: `#${name}`, text: say(key) })),
	)
	return (
		<Frame facts={facts} errors={[...shown, ...others]} rejected={rejected}>
			<PageTitle caption={corrected ? say('desk.correct') : undefined}>{say(`act.${kind}`)}</PageTitle>
			<InsetText>{say('desk.for-ever')}</InsetText>
			<QuestionForm action={addressOf(facts)} button={say('desk.check')}>
				<Envelope facts={facts} />
				{fields.map((field) => (
					<DeskField
						key={field.name}
						noun={nounOf(kind)}
						field={field}
						typed={typed}
						plans={desk.plans}
						commitments={desk.commitments}
					/>
				))}
				{corrected ? <Correction form={form} /> : null}
			</QuestionForm>
		</Frame>
	)
}

/** Why an act is corrected, and whether it was published in error. */
function Correction({ form }: { form: TypedForm | null }) {
	const { say } = useWords()
	return (
		<>
			<TextArea
				id="reason"
				name="reason"
				label={say('desk.reason')}
				hint={say('desk.reason.hint')}
				errors={form?.others.reason?.map((key) => say(key))}
				defaultValue={form?.reason ?? ''}
				rows={3}
			/>
			<Checkboxes
				id="isRetracted"
				name="isRetracted"
				label={say('desk.retract')}
				size="s"
				items={[{ value: 'on', label: say('desk.retract.label'), hint: say('desk.retract.hint') }]}
				defaultValue={form?.isRetracted ? ['on'] : []}
			/>
		</>
	)
}

/** What will be public, once more before it is, with a button that publishes it. */
export function DeskCheck({ shown, ...facts }: DeskFormFacts & { shown: TypedForm }) {
	const words = useWords()
	const { say } = words
	const { kind } = facts
	const sent = [...typedOf(FIELDS[kind], shown.said)].flatMap(([name, values]) =>
		values.map((value) => [`said.${name}`, value] as const),
	)
	const envelope = [
		...(shown.reason ? [['reason', shown.reason] as const] : []),
		...(shown.isRetracted ? [['isRetracted', 'on'] as const] : []),
	]
	return (
		<Frame facts={facts} errors={[]} rejected={undefined}>
			<PageTitle caption={say(`act.${kind}`)}>{say('desk.check.title')}</PageTitle>
			<InsetText>{say(shown.isRetracted ? 'desk.retract.hint' : 'desk.for-ever')}</InsetText>
			<SummaryList rows={saidRows(kind, shown.said, words)} />
			{shown.reason ? <p className="govuk-body">{`${say('desk.reason')}: ${shown.reason}`}</p> : null}
			<QuestionForm action={`${addressOf(facts)}/publish`} button={say('desk.publish')}>
				<Envelope facts={facts} />
				{[...sent, ...envelope].map(([name, value]) => (
					<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
				))}
			</QuestionForm>
		</Frame>
	)
}

function addressOf(facts: DeskFormFacts, { locale } = useWords()): string {
	const { desk, kind, corrected } = facts
	return deskFormHref(locale, { memberId: desk.member.id, kind, recordId: corrected?.recordId })
}

function Envelope({ facts: { recordId, corrected } }: { facts: DeskFormFacts }) {
	return (
		<>
			<input type="hidden" name="recordId" value={corrected?.recordId ?? recordId} />
			<input type="hidden" name="seen" value={corrected?.version ?? 0} />
		</>
	)
}

type FrameProps = {
	facts: DeskFormFacts
	errors: readonly { readonly href: string; readonly text: string }[]
	rejected: Rejected
	children: ReactNode
}

function Frame({ facts: { desk, person }, errors, rejected, children }: FrameProps) {
	const { locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={deskHref(locale, desk.member.id)}
			errors={errors}
			refusal={rejected?.reason}
		>
			{children}
		</WorkspacePage>
	)
}
