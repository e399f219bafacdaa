import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { APPLICATION_LANGUAGES } from '#app/domain/application/rules.ts'
import type { ApplicationDesk } from '#app/domain/application/view.ts'
import type { CallView } from '#app/domain/application-call/view.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { applicationHref, applicationsHref, beginningHref, callsHref } from './addresses.ts'
import { Deadline, deadlineText } from './deadline.tsx'

type ListProps = { desks: readonly ApplicationDesk[]; person: Signed }

/** The calls of OGP Local by member, with what was begun for each. */
export function ApplicationList({ desks, person }: ListProps) {
	const words = useWords()
	const { say, locale } = words
	const [only] = desks
	return (
		<WorkspacePage
			person={person}
			member={desks.length === 1 ? only?.member : undefined}
			backHref={tasksHref(locale)}
		>
			<PageTitle>{say('application.list.title')}</PageTitle>
			<p className="govuk-body-l">{say('application.list.lead')}</p>
			{desks.length === 0 ? <p className="govuk-body">{say('application.list.none')}</p> : null}
			{desks.map(({ member, calls }) => (
				<section key={member.id}>
					<h2 className="govuk-heading-m">
						<TextIn text={member.name} />
					</h2>
					<TaskList
						idPrefix={`calls-${member.id}`}
						tasks={calls.map((listed) => callTask(member, listed, words))}
					/>
				</section>
			))}
			<p className="govuk-body">
				<a className="govuk-link" href={callsHref(locale)}>
					{say('calls.title')}
				</a>
			</p>
		</WorkspacePage>
	)
}

function callTask(
	{ id: memberId }: MemberView,
	{ call, standing, begun }: ApplicationDesk['calls'][number],
	words: Words,
) {
	const { say, locale } = words
	const isOver = begun === null && standing === 'CLOSED'
	const beginning = beginningHref(locale, { memberId, callId: call.id })
	return {
		title: textIn(call.name, locale)?.text ?? call.id,
		href: begun ? applicationHref(locale, begun.id) : isOver ? undefined : beginning,
		hint: deadlineText(call, standing, words),
		status: begun
			? say(`application-state.${begun.state}`)
			: say(isOver ? 'application.list.not-begun' : 'application.list.begin'),
	}
}

type BeginProps = {
	call: CallView
	standing: ApplicationDesk['calls'][number]['standing']
	member: MemberView
	person: Signed
	rejected: Rejected
}

/** Before an application is begun: the call, until when, and in which language it will be written. */
export function BeginQuestion({ call, standing, member, person, rejected }: BeginProps) {
	const { say, locale } = useWords()
	const [, { language }] = useForm<{ language: string }>({ id: 'answer', lastResult: rejected?.reply })
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={applicationsHref(locale)}
			errors={errorsOf(rejected, [language], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={<TextIn text={member.name} />}>{say('application.begin.title')}</PageTitle>
			<p className="govuk-body">
				<a className="govuk-link" href={callsHref(locale, call.id)}>
					<TextIn text={call.name} />
				</a>
				<br />
				<Deadline call={call} standing={standing} />
			</p>
			<p className="govuk-body">{say('application.begin.lead')}</p>
			<QuestionForm
				action={beginningHref(locale, { memberId: member.id, callId: call.id })}
				button={say('application.begin.button')}
			>
				<Radios
					{...fieldFrom(language, say)}
					label={say('application.language')}
					hint={say('application.language.hint')}
					size="m"
					items={APPLICATION_LANGUAGES.map((code) => ({
						value: code,
						label: say(`application.language.${code}`),
					}))}
				/>
			</QuestionForm>
		</WorkspacePage>
	)
}
