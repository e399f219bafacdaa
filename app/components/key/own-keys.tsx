import { recordHref, tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { KeyDesk, KeyView } from '#app/domain/passkey/view.ts'
import { keyHref, newKeyHref } from './addresses.ts'
import { keyStateWord } from './key-facts.tsx'

/** The reader's keys, and those of colleagues that wait for a second person. */
export function OwnKeys({ desk, person }: { desk: KeyDesk; person: Signed }) {
	const { say, locale } = useWords()
	return (
		<WorkspacePage person={person} member={null} backHref={tasksHref(locale)}>
			<PageTitle>{say('key.title')}</PageTitle>
			<p className="govuk-body">{say('key.lead')}</p>
			<p className="govuk-body">{say('key.lead.optional')}</p>
			{desk.own.length === 0 ? <p className="govuk-body">{say('key.none')}</p> : <Own keys={desk.own} />}
			<ButtonLink href={newKeyHref(locale)}>{say('key.add')}</ButtonLink>
			<p className="govuk-body">{say('key.lead.script')}</p>
			<h2 className="govuk-heading-l" id="waiting">
				{say('key.waiting')}
			</h2>
			<p className="govuk-body">{say(desk.waiting.length === 0 ? 'key.waiting.none' : 'key.waiting.lead')}</p>
			{desk.waiting.length === 0 ? null : <Waiting keys={desk.waiting} />}
		</WorkspacePage>
	)
}

function Own({ keys }: { keys: readonly KeyView[] }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<Table
			id="own-keys"
			caption={say('key.own')}
			stacks
			columns={[
				{ head: say('key.name'), isWide: true },
				{ head: say('key.added') },
				{ head: say('key.mark') },
				{ head: say('key.state') },
				{ head: say('key.change') },
			]}
			rows={keys.map((key) => ({
				key: key.recordId,
				cells: [
					key.nickname,
					format.day(key.addedOn),
					<code key="mark">{key.mark}</code>,
					keyStateWord(key, words),
					key.state === 'REMOVED' ? (
						<a key="change" className="govuk-link" href={recordHref(locale, key.recordId)}>
							{say('key.record')}
							<span className="govuk-visually-hidden"> {key.nickname}</span>
						</a>
					) : (
						<a key="change" className="govuk-link" href={keyHref(locale, key.recordId, 'remove')}>
							{say('key.remove')}
							<span className="govuk-visually-hidden"> {key.nickname}</span>
						</a>
					),
				],
			}))}
		/>
	)
}

function Waiting({ keys }: { keys: readonly KeyView[] }) {
	const words = useWords()
	const { say, locale, format } = words
	return (
		<Table
			id="waiting-keys"
			caption={say('key.waiting.caption')}
			stacks
			columns={[
				{ head: say('key.owner'), isWide: true },
				{ head: say('key.organization') },
				{ head: say('key.added') },
				{ head: say('key.state') },
				{ head: say('key.change') },
			]}
			rows={keys.map((key) => ({
				key: key.recordId,
				cells: [
					key.owner,
					<TextIn key="organization" text={key.organization.name} />,
					format.day(key.addedOn),
					keyStateWord(key, words),
					<a key="change" className="govuk-link" href={keyHref(locale, key.recordId, 'confirm')}>
						{say('key.look')}
						<span className="govuk-visually-hidden"> {key.owner}</span>
					</a>,
				],
			}))}
		/>
	)
}
