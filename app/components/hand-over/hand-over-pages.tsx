import { useForm } from '@conform-to/react'
import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Select } from '#app/components/ui/select.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { handOverDoneHref, handOverHref, handOversHref } from '#app/components/workspace/addresses.ts'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { addDays } from '#app/domain/calendar.ts'
import { needsAct } from '#app/domain/cso-account/rules.ts'
import { NOTE_MAX_CHARACTERS } from '#app/domain/hand-over/schema.ts'
import type { HandOverView, HeldRole, RoleToHandOver } from '#app/domain/hand-over/view.ts'
import { dayAsTyped } from '#app/domain/typed-day.ts'
import { OpenThings } from './open-things.tsx'

/** The roles that the reader may pass on. */
export function HandOvers({ roles, person }: { roles: readonly HeldRole[]; person: Signed }) {
	const { say, locale, format } = useWords()
	const name = useName()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('hand-over.title')}</PageTitle>
			<p className="govuk-body">{say('hand-over.lead')}</p>
			<TaskList
				idPrefix="roles"
				tasks={roles.map(({ appointmentId, role, person: holder, organization, fromOn, untilOn }) => ({
					title: say('hand-over.role', { role: say(`role.${role}`), person: holder }),
					href: handOverHref(locale, appointmentId),
					hint: name(organization),
					status:
						untilOn === null
							? say('hand-over.since', { on: format.day(fromOn) })
							: say('hand-over.until', { on: format.day(untilOn) }),
				}))}
			/>
		</WorkspacePage>
	)
}

type QuestionProps = { role: RoleToHandOver; person: Signed; rejected: Rejected }

/** To whom a role passes, with what they take over. */
export function HandOverQuestion({ role, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const name = useName()
	const [, fields] = useForm<Typed>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: { effectiveOn: dayAsTyped(needsAct(role.role) ? role.today : addDays(role.today, 1)) },
	})
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={handOversHref(locale)}
			errors={errorsOf(rejected, [fields.person, fields.effectiveOn, fields.note], say)}
			refusal={rejected?.reason}
		>
			<PageTitle caption={name(role.organization)}>
				{say('hand-over.role', { role: say(`role.${role.role}`), person: role.person })}
			</PageTitle>
			<h2 className="govuk-heading-m">{say('hand-over.open')}</h2>
			<OpenThings open={role.open} />
			<h2 className="govuk-heading-m">{say('hand-over.question')}</h2>
			{role.colleagues.some(({ reason }) => reason === null) ? (
				<SuccessorForm role={role} fields={fields} />
			) : (
				<p className="govuk-body">
					{say(role.colleagues.length === 0 ? 'hand-over.alone' : 'hand-over.nobody')}
				</p>
			)}
			<Unable role={role} />
		</WorkspacePage>
	)
}

type Typed = { person: string; effectiveOn: string; note: string }
type Fields = ReturnType<typeof useForm<Typed>>[1]

function SuccessorForm({ role, fields }: { role: RoleToHandOver; fields: Fields }) {
	const { say, locale } = useWords()
	return (
		<QuestionForm
			action={handOverHref(locale, role.appointmentId)}
			button={say('hand-over.send')}
			variant="warning"
		>
			<Select
				{...fieldFrom(fields.person, say)}
				label={say('hand-over.person')}
				hint={say('hand-over.person.hint')}
				items={[
					{ value: '', text: say('hand-over.person.choose') },
					...role.colleagues
						.filter(({ reason }) => reason === null)
						.map((colleague) => ({ value: colleague.id, text: colleague.name })),
				]}
			/>
			<TextField
				{...fieldFrom(fields.effectiveOn, say)}
				label={say('hand-over.day')}
				hint={say(needsAct(role.role) ? 'hand-over.day.hint-today' : 'hand-over.day.hint')}
				width={10}
			/>
			<TextArea
				{...fieldFrom(fields.note, say)}
				label={say('hand-over.note')}
				hint={say('hand-over.note.hint')}
				maxLength={NOTE_MAX_CHARACTERS}
			/>
		</QuestionForm>
	)
}

/** Those of the organization who cannot take the role over, each with why. */
function Unable({ role }: { role: RoleToHandOver }) {
	const { say } = useWords()
	const unable = role.colleagues.flatMap(({ id, name, reason }) => (reason ? [{ id, name, reason }] : []))
	if (unable.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('hand-over.unable')}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{unable.map(({ id, name, reason }) => (
					<li key={id}>{say(`hand-over.unable.${reason}`, { person: name })}</li>
				))}
			</ul>
		</>
	)
}

/** A hand-over that is done, with its files in one. */
export function HandOverDone({ done, person }: { done: HandOverView; person: Signed }) {
	const { say, locale, format } = useWords()
	const name = useName()
	return (
		<WorkspacePage person={person} member={null} backHref={handOversHref(locale)}>
			<PageTitle caption={name(done.organization)}>{say('hand-over.done.title')}</PageTitle>
			<p className="govuk-body">
				{say('hand-over.done.lead', {
					...{ role: say(`role.${done.role}`), from: done.from, to: done.to },
					organization: name(done.organization),
					on: format.day(done.effectiveOn),
				})}
			</p>
			{done.note === null ? null : <p className="govuk-body">{done.note}</p>}
			<ButtonLink href={handOverDoneHref(locale, done.id, 'pack')}>{say('hand-over.pack')}</ButtonLink>
			<h2 className="govuk-heading-m">{say('hand-over.open')}</h2>
			<OpenThings open={done.open} />
		</WorkspacePage>
	)
}

function useName(): (text: Bilingual) => string {
	const { say, locale } = useWords()
	return (text) => textIn(text, locale)?.text ?? say('missing.text')
}
