import { PageTitle } from '#app/components/layout/page-title.tsx'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { RemarkAnswer } from '#app/domain/expectation-remark/schema.ts'
import { remarkHref } from './addresses.ts'
import { ExpectationLevelWord } from './expectation-level.tsx'
import type { RemarkFacts } from './remark-question.tsx'

/** A remark before it is published, with the level that it will stand beside. */
export function RemarkCheck({ desk, person, answer }: RemarkFacts & { answer: RemarkAnswer }) {
	const { say, locale } = useWords()
	const { member, kind, standing } = desk
	const { expectation, recordId, textId = '', textEn = '', url = '' } = answer
	const level = standing.expectations.find(({ code }) => code === expectation)?.level ?? 'NOT_RECORDED'
	const hidden = { recordId, expectation, seenLevel: level, textId, textEn, url }
	const action = (step?: 'publish') => remarkHref(locale, { memberId: member.id, kind, step })
	return (
		<WorkspacePage person={person} member={member} backHref={action()}>
			<PageTitle caption={say(`remark.way.${kind}`)}>{say('desk.check.title')}</PageTitle>
			<InsetText>{say('desk.for-ever')}</InsetText>
			<SummaryList
				rows={[
					{ key: say('remark.expectation'), value: say(`expectation.${expectation}`) },
					{ key: say('remark.computed'), value: <ExpectationLevelWord level={level} /> },
					{ key: say('remark.in-name'), value: <TextIn text={desk.organizationName} /> },
					{
						key: say('remark.text'),
						value: <StoredText text={{ id: textId || null, en: textEn || null }} />,
					},
					...(url === ''
						? []
						: [{ key: say('remark.url'), value: <SourceLink href={url} text={webHost(url) ?? url} /> }]),
				]}
			/>
			<QuestionForm action={action('publish')} button={say('desk.publish')}>
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
			</QuestionForm>
		</WorkspacePage>
	)
}
