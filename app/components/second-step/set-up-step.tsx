import { PageTitle } from '#app/components/layout/page-title.tsx'
import { qrDrawing } from '#app/charts/qr-code.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { NewStep } from '#app/domain/second-step/view.ts'
import { secondStepHref } from './addresses.ts'
import { CodeForm, useCode } from './code-field.tsx'
import { grouped } from './grouped-code.ts'

type SetUpProps = {
	/** Null: nothing is begun. */
	step: NewStep | null
	/** Since when it is set up; null: not yet. */
	since: string | null
	/** Whether the person's roles ask for it. */
	isOwed: boolean
	next: string | null
	person: Signed
	rejected: Rejected
}

/** Where somebody sets up the codes of an app: first what it is for, then the picture and the first code. */
export function SetUpStep({ step, since, isOwed, next, person, rejected }: SetUpProps) {
	const { say } = useWords()
	const form = useCode(rejected)
	return (
		<WorkspacePage person={person} member={null} errors={form.errors} refusal={rejected?.reason}>
			<PageTitle>{say('second-step.set-up.title')}</PageTitle>
			{since === null ? null : <IsSetUp next={next} />}
			{since === null && step === null ? <Begin isOwed={isOwed} next={next} /> : null}
			{step === null ? null : <FirstCode step={step} form={form} next={next} />}
		</WorkspacePage>
	)
}

function IsSetUp({ next }: Pick<SetUpProps, 'next'>) {
	const { say, locale } = useWords()
	return (
		<>
			<p className="govuk-body">{say('refusal.second_step_known')}</p>
			<ButtonLink href={next ?? secondStepHref(locale)}>{say('second-step.check.button')}</ButtonLink>
		</>
	)
}

function Begin({ isOwed, next }: Pick<SetUpProps, 'isOwed' | 'next'>) {
	const { say, locale } = useWords()
	return (
		<>
			{isOwed ? <InsetText>{say('second-step.owed')}</InsetText> : null}
			<p className="govuk-body">{say('second-step.set-up.lead')}</p>
			<p className="govuk-body">{say('second-step.set-up.app')}</p>
			<QuestionForm action={secondStepHref(locale, 'begin', next)} button={say('second-step.set-up.begin')} />
		</>
	)
}

type FirstCodeProps = { step: NewStep; form: ReturnType<typeof useCode>; next: string | null }

function FirstCode({ step, form, next }: FirstCodeProps) {
	const { say, locale } = useWords()
	return (
		<>
			<ol className="govuk-list govuk-list--number">
				<li>{say('second-step.set-up.scan')}</li>
				<li>{say('second-step.set-up.type')}</li>
			</ol>
			<Picture address={step.address} />
			<p className="govuk-body">{say('second-step.set-up.by-hand')}</p>
			<p className="govuk-body app-code">{grouped(step.secret)}</p>
			<CodeForm
				form={form}
				action={secondStepHref(locale, 'set-up', next)}
				label={say('second-step.set-up.code')}
				hint={say('second-step.set-up.code.hint')}
				button={say('second-step.set-up.button')}
			/>
		</>
	)
}

/** What the app reads with the camera: dark on white, whatever the page's colours are. */
function Picture({ address }: { address: string }) {
	const { say } = useWords()
	const { side, runs } = qrDrawing(address)
	return (
		<svg
			className="app-code-picture"
			role="img"
			aria-label={say('second-step.set-up.picture')}
			viewBox={`0 0 ${String(side)} ${String(side)}`}
			shapeRendering="crispEdges"
		>
			<rect width={side} height={side} fill="#ffffff" />
			{runs.map(({ x, y, length }) => (
				<rect key={`${String(x)}-${String(y)}`} x={x} y={y} width={length} height={1} fill="#000000" />
			))}
		</svg>
	)
}
