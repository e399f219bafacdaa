import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { MembersWithoutRules } from '#app/components/plan-draft/members-without-rules.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { pocHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { ExchangeablePlan } from '#app/domain/plan-file/queries.server.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import type { FileProblem } from '#app/import/file-problem.ts'
import { draftExportHref, planExportHref, planFilesHref, planTemplateHref } from './addresses.ts'
import { FileForm } from './file-form.tsx'
import { ProblemList } from './problem-list.tsx'

type PlanFilesProps = {
	plans: readonly ExchangeablePlan[]
	drafts: readonly { readonly id: string; readonly title: Bilingual }[]
	members: readonly { readonly id: string; readonly name: Bilingual }[]
	withoutRules: readonly MemberView[]
	problems: readonly FileProblem[]
	person: Signed
}

/** Plans as files: what can be taken along, and the form that takes a file back. */
export function PlanFiles({ plans, drafts, members, withoutRules, problems, person }: PlanFilesProps) {
	const { say, locale } = useWords()
	const errors =
		problems.length === 0
			? []
			: [{ href: '#problems-caption', text: say('file-desk.problems', { count: problems.length }) }]
	return (
		<WorkspacePage person={person} backHref={pocHref(locale)} errors={errors}>
			<PageTitle>{say('plan-files.title')}</PageTitle>
			<p className="govuk-body">{say('plan-files.lead')}</p>
			{problems.length > 0 ? <ProblemList problems={problems} /> : null}
			<h2 className="govuk-heading-m">{say('plan-files.template')}</h2>
			<p className="govuk-body">{say('plan-files.template.text')}</p>
			<FileLinks name={say('plan-files.template')} hrefOf={(kind) => planTemplateHref(locale, kind)} />
			<PlanList
				title={say('plan-files.drafts')}
				plans={drafts}
				hrefOf={(id, kind) => draftExportHref(locale, id, kind)}
			/>
			<PlanList
				title={say('plan-files.published')}
				plans={plans}
				hrefOf={(id, kind) => planExportHref(locale, id, kind)}
			/>
			<h2 className="govuk-heading-m">{say('plan-files.send')}</h2>
			<p className="govuk-body">{say('plan-files.send.text')}</p>
			<MembersWithoutRules members={withoutRules} />
			<FileForm action={planFilesHref(locale)} accept=".xlsx,.csv">
				<MemberChoice members={members} />
			</FileForm>
		</WorkspacePage>
	)
}

/** For which member a new plan is made; not asked where there is one. */
function MemberChoice({ members }: Pick<PlanFilesProps, 'members'>) {
	const { say, locale } = useWords()
	if (members.length < 2) return null
	return (
		<Select
			id="memberId"
			name="memberId"
			label={say('plan-files.member')}
			hint={say('plan-files.member.hint')}
			items={members.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id }))}
		/>
	)
}

type PlanListProps = {
	title: string
	plans: readonly { readonly id: string; readonly title: Bilingual }[]
	hrefOf: (id: string, kind: 'xlsx' | 'csv') => string
}

function PlanList({ title, plans, hrefOf }: PlanListProps) {
	const { locale } = useWords()
	if (plans.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{title}</h2>
			{plans.map((plan) => (
				<div key={plan.id}>
					<p className="govuk-body">
						<TextIn text={plan.title} />
					</p>
					<FileLinks
						name={textIn(plan.title, locale)?.text ?? plan.id}
						hrefOf={(kind) => hrefOf(plan.id, kind)}
					/>
				</div>
			))}
		</section>
	)
}

function FileLinks({ name, hrefOf }: { name: string; hrefOf: (kind: 'xlsx' | 'csv') => string }) {
	return (
		<ul className="govuk-list govuk-list--bullet">
			{(['xlsx', 'csv'] as const).map((kind) => (
				<li key={kind}>
					<a className="govuk-link" href={hrefOf(kind)}>
						{kind === 'xlsx' ? 'Excel (XLSX)' : 'CSV'}
						<span className="govuk-visually-hidden"> {name}</span>
					</a>
				</li>
			))}
		</ul>
	)
}
