import type { ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { publishedHtml, renderedHtml } from './normalized-html.ts'

const yesNo = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' },
]
const named = 'Have you changed your name?'
const spelled = 'This includes changing your last name or spelling your name differently.'
const insurance = 'National Insurance number'
const cardHint =
	'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.'
const cases: [component: string, example: string, element: ReactElement][] = [
	[
		'radios',
		'with hint and error message',
		<Radios
			key="r"
			id="example-error-message-hint"
			name="example-error-message-hint"
			label={named}
			hint={spelled}
			errors={['Please select an option']}
			items={yesNo}
		/>,
	],
	[
		'checkboxes',
		'with error message and hint',
		<Checkboxes
			key="c"
			id="example"
			name="example"
			label="What is your nationality?"
			hint="If you have dual nationality, select all options that are relevant to you."
			errors={['Please select an option']}
			items={[
				{ value: 'british', label: 'British' },
				{ value: 'irish', label: 'Irish' },
			]}
		/>,
	],
	[
		'select',
		'with hint text and error message',
		<Select
			key="s"
			id="select-2"
			name="select-2"
			label="Label text goes here"
			hint="Hint text goes here"
			errors={['Error message goes here']}
			items={[1, 2, 3].map((n) => ({ value: String(n), text: `GOV.UK frontend option ${n}` }))}
		/>,
	],
	['input', 'default', <TextField key="t" id="test-name" name="test-name" label={insurance} />],
	[
		'input',
		'with error and hint',
		<TextField
			key="t"
			id="with-error-hint"
			name="with-error-hint"
			label="National insurance number"
			hint={cardHint}
			errors={['Enter a National Insurance number in the correct format']}
		/>,
	],
	[
		'input',
		'with label as page heading',
		<TextField
			key="t"
			id="input-with-page-heading"
			name="test-name"
			label={insurance}
			size="l"
			isPageHeading
		/>,
	],
	[
		'textarea',
		'with default value',
		<TextArea
			key="t"
			id="full-address"
			name="address"
			label="Full address"
			defaultValue={'221B Baker Street\nLondon\nNW1 6XE\n'}
		/>,
	],
]

describe('our fields have the markup of govuk-frontend', () => {
	test.each(cases)('%s: %s', (component, example, element) => {
		expect(renderedHtml(element)).toBe(publishedHtml(component, example))
	})
})
