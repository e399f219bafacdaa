import { expect, test } from 'vitest'
import { Checkboxes } from '#app/components/ui/checkboxes.tsx'
import { errorsFrom, fieldFrom } from '#app/components/ui/conform-field.ts'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { sayIn } from '#app/i18n/translate.ts'
import { renderedHtml } from './normalized-html.ts'

const levels = [
	{ value: 'LIMITED', label: 'Limited' },
	{ value: 'COMPLETE', label: 'Complete' },
]

test('a refused form keeps the typed text and is told what is wrong by an element it names', () => {
	const html = renderedHtml(
		<TextArea
			id="done"
			name="done"
			label="What was done?"
			errors={['Say what was done']}
			defaultValue="Half of it"
		/>,
	)
	expect(html).toContain('aria-describedby="done-error"')
	expect(html).toContain('id="done-error"')
	expect(html).toContain('Half of it')
})

test('the chosen answer stays chosen, and only that one', () => {
	const html = renderedHtml(
		<Radios id="level" name="level" label="Level" items={levels} defaultValue="COMPLETE" />,
	)
	expect(html.match(/checked=""/g)).toHaveLength(1)
	expect(html).toContain(
		'<input checked="" class="govuk-radios__input" id="level-2" name="level" type="radio" value="COMPLETE">',
	)
})

test('an answer that arrives as one text is one chosen box', () => {
	const html = renderedHtml(
		<Checkboxes id="why" name="why" label="Why" items={levels} defaultValue="LIMITED" />,
	)
	expect(html.match(/checked=""/g)).toHaveLength(1)
})

test('the error summary takes the focus without a script, and is absent when nothing is wrong', () => {
	const html = renderedHtml(<ErrorSummary errors={[{ href: '#level', text: 'Choose a level' }]} />)
	expect(html).toContain('<div autofocus="" class="govuk-error-summary" tabindex="-1">')
	expect(renderedHtml(<ErrorSummary errors={[]} />)).toBe('')
})

test('a Conform field gives the field its names, its typed text and its errors as sentences', () => {
	const say = sayIn('en')
	const field = {
		id: 'f1',
		name: 'done',
		errors: ['ui.warning'],
		initialValue: 'typed',
		defaultValue: 'stored',
	}
	expect(fieldFrom(field, say)).toEqual({
		id: 'f1',
		name: 'done',
		errors: ['Warning'],
		defaultValue: 'typed',
	})
	expect(errorsFrom([field, { id: 'f2', name: 'level' }], say)).toEqual([{ href: '#f1', text: 'Warning' }])
})

test('a wide table scrolls in a region that its caption names and the keyboard reaches', () => {
	const html = renderedHtml(
		<TableRegion
			id="levels"
			caption="Levels"
			columns={[{ head: 'Commitment' }, { head: 'Count', isNumeric: true }]}
			rows={[{ key: 'a', cells: ['Open data', '3'] }]}
		/>,
	)
	expect(html).toContain(
		'<div aria-labelledby="levels-caption" class="app-scroller" role="region" tabindex="0">',
	)
	expect(html).toContain('<span id="levels-caption">\nLevels')
	expect(html).toContain('<th class="govuk-table__header" scope="row">\nOpen data')
	expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">\n3')
})
