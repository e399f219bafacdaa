import { applicationsHref } from '#app/components/application/addresses.ts'
import { peopleHref } from '#app/components/people/addresses.ts'
import { planFilesHref } from '#app/components/plan-file/addresses.ts'
import { LinkList } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { draftsHref, runHref } from './addresses.ts'

/** Where plans are written, and where one is run. */
export function PlanLinks({ planId }: { planId: string | null }) {
	const { say, locale } = useWords()
	const links = [
		{ href: draftsHref(locale), text: say('poc.to-drafts') },
		{ href: planFilesHref(locale), text: say('plan-files.title') },
		{ href: peopleHref(locale), text: say('people.title') },
		{ href: applicationsHref(locale), text: say('application.list.title') },
		...(planId === null
			? []
			: [
					{ href: runHref(locale, planId, 'stage'), text: say('poc.to-stage') },
					{ href: runHref(locale, planId, 'checkpoints'), text: say('poc.to-checkpoints') },
				]),
	]
	return (
		<section>
			<h2 className="govuk-heading-m">{say('poc.plan-links')}</h2>
			<LinkList links={links} className="govuk-list govuk-list--bullet" />
		</section>
	)
}
