import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { Fieldset } from '#app/components/ui/fieldset.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { RULE_GROUPS } from '#app/domain/rule-sentence/rules.ts'
import { basis } from '#app/domain/rule-set/schema.ts'
import { asTyped, fieldsIn, fieldsOf } from '#app/domain/rule-version/rules.ts'
import type { RuleField } from '#app/domain/rule-version/rules.ts'
import type { RuleBase } from '#app/domain/rule-version/view.ts'
import { writableRulesHref } from './addresses.ts'
import { RuleNumberField, faultInSummary, ruleInputId } from './rule-field.tsx'
import type { TypedRules } from './rule-field.tsx'

export type RuleFormFacts = { base: RuleBase; person: Signed }

type Sent = Readonly<Record<string, unknown>>

type RuleVersionFormProps = RuleFormFacts & { rejected?: Rejected; shown?: Sent | undefined }

/** The form of a new version: what it is called, from when it holds, on what it rests, and every number. */
export function RuleVersionForm({ base, person, rejected, shown }: RuleVersionFormProps) {
	const words = useWords()
	const { say, locale, format } = words
	const fields = fieldsOf(base)
	const typed = typedRules(fields, rejected?.reply.initialValue ?? shown ?? null, rejected)
	const { ruleSet, today } = base
	return (
		<WorkspacePage
			person={person}
			member={null}
			backHref={writableRulesHref(locale)}
			errors={[...errorsOf(fields, typed, words), ...errorsElsewhere(fields, rejected, words)]}
			refusal={rejected?.reason}
		>
			<PageTitle caption={versionInWords(ruleSet, words)}>{say('rule-version.title')}</PageTitle>
			<InsetText>{say('rule-version.lead')}</InsetText>
			<QuestionForm action={writableRulesHref(locale, ruleSet.id)} button={say('rule-version.check')}>
				<About typed={typed} today={format.day(today)} />
				{RULE_GROUPS.map((group) => (
					<section key={group}>
						<h2 className="govuk-heading-l">{say(`rule-group.${group}`)}</h2>
						{fieldsIn(fields, group).map((field) => (
							<RuleNumberField key={field.name} field={field} typed={typed} />
						))}
					</section>
				))}
				<Deadlines base={base} fields={fieldsIn(fields, 'deadlines')} typed={typed} />
			</QuestionForm>
		</WorkspacePage>
	)
}

/** A version by its track and name. */
export function versionInWords(
	{ track, version }: Pick<RuleBase['ruleSet'], 'track' | 'version'>,
	{ say }: Pick<Words, 'say'>,
): string {
	return say('plan.rule-set.version', { track: say(`member-level.${track}`), version })
}

function About({ typed, today }: { typed: TypedRules; today: string }) {
	const { say } = useWords()
	const propsOf = (name: string) => ({
		id: ruleInputId(name),
		name,
		label: say(`rule-version.field.${name}`),
		errors: typed.faultsOf(name).map((key) => say(key)),
		defaultValue: typed.valueOf(name),
	})
	return (
		<>
			<TextField {...propsOf('versionName')} hint={say('rule-version.hint.name')} width={20} />
			<TextField {...propsOf('validFrom')} hint={say('rule-version.hint.from', { today })} width={10} />
			<Radios
				{...propsOf('basis')}
				hint={say('rule-version.hint.basis')}
				size="s"
				items={basis.options.map((value) => ({ value, label: say(`rule-basis.${value}`) }))}
			/>
			<TextField {...propsOf('source')} hint={say('rule-version.hint.source')} />
			<TextField {...propsOf('sourceUrl')} hint={say('rule-version.hint.source-url')} type="url" />
			<TextArea {...propsOf('noteId')} rows={3} lang="id" />
			<TextArea {...propsOf('noteEn')} rows={3} lang="en" />
		</>
	)
}

type DeadlinesProps = { base: RuleBase; fields: readonly RuleField[]; typed: TypedRules }

function Deadlines({ base, fields, typed }: DeadlinesProps) {
	const { say } = useWords()
	if (fields.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-l">{say('rules.deadlines')}</h2>
			<p className="govuk-body">{say('rule-version.hint.deadlines')}</p>
			{base.deadlines.map(({ code }) => (
				<Fieldset key={code} legend={say(`obligation.${code}`)} size="s">
					{fields
						.filter((field) => field.is === 'deadline' && field.rule.code === code)
						.map((field) => (
							<RuleNumberField key={field.name} field={field} typed={typed} />
						))}
				</Fieldset>
			))}
		</section>
	)
}

/** What stands in the fields: what was sent, and before that the numbers of the version it starts from. */
function typedRules(fields: readonly RuleField[], sent: Sent | null, rejected: Rejected): TypedRules {
	const defaults = new Map(fields.map((field) => [field.name, asTyped(field)]))
	return {
		valueOf: (name) => {
			if (sent === null) return defaults.get(name) ?? ''
			const value = sent[name]
			return typeof value === 'string' ? value : ''
		},
		faultsOf: (name) => rejected?.reply.error?.[name] ?? [],
	}
}

const ABOUT = ['versionName', 'validFrom', 'basis', 'source', 'sourceUrl', 'noteId', 'noteEn'] as const

/** All that is wrong with the fields, in the order of the page. */
function errorsOf(fields: readonly RuleField[], typed: TypedRules, words: Words): readonly FieldError[] {
	const { say } = words
	const href = (name: string) => `#${ruleInputId(name)}`
	const about = ABOUT.flatMap((name) =>
		typed.faultsOf(name).map((key) => ({ href: href(name), text: say(key) })),
	)
	const numbers = fields.flatMap((field) =>
		typed
			.faultsOf(field.name)
			.map((key) => ({ href: href(field.name), text: faultInSummary(key, field, words) })),
	)
	return [...about, ...numbers]
}

/** What is wrong with the form and no field shows. */
function errorsElsewhere(
	fields: readonly RuleField[],
	rejected: Rejected,
	{ say }: Words,
): readonly FieldError[] {
	const shown = [...ABOUT, ...fields.map(({ name }) => name)]
	return Object.entries(rejected?.reply.error ?? {})
		.filter(([name]) => !shown.includes(name))
		.flatMap(([, keys]) => (keys ?? []).map((key) => ({ href: '#content', text: say(key) })))
}
