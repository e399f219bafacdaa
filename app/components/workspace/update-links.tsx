import { useForm } from '@conform-to/react'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { UPDATE_LINK_HOURS } from '#app/domain/update-link/rules.ts'
import type { LinkView } from '#app/domain/update-link/rules.ts'
import { NAME_MAX_CHARACTERS } from '#app/domain/update-link/schema.ts'
import { taskHref, updateLinkRevocationHref } from './addresses.ts'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { TaskFrame } from './task-frame.tsx'
import { keyOf } from './task-key.ts'
import type { Signed } from './workspace-page.tsx'

type LinksProps = {
	task: TaskView
	links: readonly LinkView[]
	person: Signed
	rejected: Rejected
	/** The link that was just given; it is shown this once. */
	given: { readonly address: string; readonly officerEmail: string } | null
}

/** Links by which a named officer answers one report without an account: give one, see them, take them back. */
export function UpdateLinks({ task, links, person, rejected, given }: LinksProps) {
	const { say, locale, format } = useWords()
	const [, { officerName, officerEmail }] = useForm<{ officerName: string; officerEmail: string }>({
		id: 'answer',
		lastResult: rejected?.reply,
	})
	return (
		<TaskFrame
			task={task}
			person={person}
			title={say('update-link.title')}
			errors={errorsOf(rejected, [officerName, officerEmail], say)}
			refusal={rejected?.reason}
		>
			{given ? <JustGiven {...given} /> : null}
			<p className="govuk-body">{say('update-link.hint', { hours: format.count(UPDATE_LINK_HOURS) })}</p>
			<form method="post" action={taskHref(locale, keyOf(task), 'links')} noValidate>
				<TextField
					{...fieldFrom(officerName, say)}
					label={say('update-link.name')}
					maxLength={NAME_MAX_CHARACTERS}
					autoComplete="off"
				/>
				<TextField
					{...fieldFrom(officerEmail, say)}
					label={say('update-link.email')}
					type="email"
					autoComplete="off"
					spellCheck={false}
				/>
				<Button>{say('update-link.give')}</Button>
			</form>
			<GivenLinks links={links} />
		</TaskFrame>
	)
}

function JustGiven({ address, officerEmail }: { address: string; officerEmail: string }) {
	const { say } = useWords()
	return (
		<InsetText>
			<strong>{say('update-link.given', { email: officerEmail })}</strong>
			<br />
			{say('update-link.given.once')}
			<br />
			<code className="app-hash">{address}</code>
		</InsetText>
	)
}

function GivenLinks({ links }: { links: readonly LinkView[] }) {
	const { say, locale, format } = useWords()
	if (links.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('update-link.list')}</h2>
			<ul className="govuk-list govuk-list--spaced">
				{links.map((link) => (
					<li key={link.id}>
						{say('update-link.list.item', {
							name: link.officerName,
							email: link.officerEmail,
							on: format.day(link.givenOn),
						})}{' '}
						{say(`update-link.state.${link.state}`, { on: format.day(link.endsOn) })}
						{link.state === 'OPEN' ? (
							<form method="post" action={updateLinkRevocationHref(locale, link.id)}>
								<button type="submit" className="govuk-button govuk-button--secondary">
									{say('update-link.revoke')}
									<span className="govuk-visually-hidden"> {link.officerName}</span>
								</button>
							</form>
						) : null}
					</li>
				))}
			</ul>
		</section>
	)
}
