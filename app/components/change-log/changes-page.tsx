import { commitmentHref, memberHref, planHref, recordHref } from '#app/components/addresses.ts'
import { NotUnderstood } from '#app/components/layout/not-understood.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Pagination } from '#app/components/ui/pagination.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Change, ChangePage, ChangeScope } from '#app/domain/change-log/view.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { changeInWords } from '#reports/document/change-words.ts'
import { changeFeedHref, changesHref } from './addresses.ts'

type ChangesPageProps = ChangePage & {
	readonly scope: ChangeScope
	/** What the list is of; null for the whole site. */
	readonly name: Bilingual | null
	/** The entry before which the list begins; null for the newest. */
	readonly from: number | null
	/** Parts of the address that say nothing here. */
	readonly notUnderstood: readonly string[]
}

/** What was published, day by day, newest first: who, what, about what, with the record that anyone can check. */
export function ChangesPage({ scope, name, changes, before, from, notUnderstood }: ChangesPageProps) {
	const { say, locale, format } = useWords()
	const days = [...new Set(changes.map(({ on }) => on))]
	return (
		<Page>
			<PageTitle caption={name === null ? undefined : <TextIn text={name} />}>
				{say('changes.title')}
			</PageTitle>
			<p className="govuk-body-l">{say('changes.lead')}</p>
			<p className="govuk-body">
				<a className="govuk-link" href={changeFeedHref(locale, scope)} type="application/atom+xml">
					{say('changes.feed')}
				</a>
			</p>
			<NotUnderstood parts={notUnderstood} />
			{changes.length === 0 ? <p className="govuk-body">{say('changes.none')}</p> : null}
			{days.map((day) => (
				<section key={day}>
					<h2 className="govuk-heading-m">
						<time dateTime={day}>{format.day(day)}</time>
					</h2>
					<ol className="govuk-list app-changes" reversed>
						{changes
							.filter(({ on }) => on === day)
							.map((change) => (
								<ChangeItem key={change.index} change={change} />
							))}
					</ol>
				</section>
			))}
			<Pagination
				previousHref={from === null ? undefined : changesHref(locale, scope)}
				nextHref={before === null ? undefined : changesHref(locale, scope, before)}
			/>
		</Page>
	)
}

function ChangeItem({ change }: { change: Change }) {
	const words = useWords()
	const { say, locale, format } = words
	const about = aboutOf(change, locale)
	const record = `${recordHref(locale, change.recordId)}?version=${String(change.version)}`
	return (
		<li>
			<a className="govuk-link" href={record}>
				{changeInWords(change, words)}
			</a>
			{about === null ? null : (
				<>
					{': '}
					<a className="govuk-link" href={about.href}>
						<TextIn text={about.name} missing={say('commitment.untitled')} />
					</a>
				</>
			)}
			<br />
			<span className="app-quiet">
				{change.organization === null ? (
					say('changes.unnamed')
				) : (
					<TextIn text={change.organization.name} missing={say('changes.public')} />
				)}
				{change.isDemonstration ? ` (${say('demonstration.mark')})` : null}
				{' · '}
				{say('changes.entry', { index: format.count(change.index) })}
			</span>
		</li>
	)
}

function aboutOf({ commitment, plan, member }: Change, locale: Locale) {
	if (commitment) return { name: commitment.name, href: commitmentHref(locale, commitment.id) }
	if (plan) return { name: plan.name, href: planHref(locale, plan.id) }
	return member ? { name: member.name, href: memberHref(locale, member.id) } : null
}
