import { json } from '@remix-run/node'
import { publishRuleVersion } from '#app/domain/rule-version/commands.server.ts'
import { findRuleBase, previewRuleVersion } from '#app/domain/rule-version/queries.server.ts'
import { fieldsOf } from '#app/domain/rule-version/rules.ts'
import type { RuleChange } from '#app/domain/rule-version/rules.ts'
import { answerFrom, ruleVersionForm } from '#app/domain/rule-version/schema.ts'
import type { RuleVersionPreview } from '#app/domain/rule-version/view.ts'
import { answerForm, shownForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** The form of a new version, as its page shows it. */
export async function ruleFormPage(visit: Visit) {
	return workspacePage(visit, { base: await findRuleBase(visit.ctx, baseIdOf(visit)) })
}

/** What was typed, checked, with all that it would change; nothing is published. `inWords` says the changes. */
export async function checkRuleForm<Said>(visit: Visit, inWords: (changes: readonly RuleChange[]) => Said) {
	const seen: { preview: RuleVersionPreview | null } = { preview: null }
	const answered = await shownForm(visit, await schemaOf(visit), async (typed) => {
		seen.preview = await previewRuleVersion(visit.ctx, baseIdOf(visit), answerFrom(typed))
		return typed
	})
	const answer = await answered.json()
	const { preview } = seen
	if (!('shown' in answer) || preview === null)
		return json({ ...answer, preview: null }, { status: answered.status })
	const { changes, ...rest } = preview
	return json({ ...answer, preview: { ...rest, changes: inWords(changes) } })
}

/** What was checked, to be changed once more. */
export async function changeRuleForm(visit: Visit) {
	return shownForm(visit, await schemaOf(visit), (typed) => Promise.resolve(typed))
}

/** What was checked, published; leads to the receipt. */
export async function publishRuleForm(visit: Visit) {
	return answerForm(visit, await schemaOf(visit), async (typed) => {
		const { recordId } = await publishRuleVersion(visit.ctx, baseIdOf(visit), answerFrom(typed))
		return `/${visit.locale}/receipts/${recordId}`
	})
}

function baseIdOf({ params }: Visit): string {
	return idFrom(params.ruleSetId)
}

async function schemaOf(visit: Visit) {
	const { today, ...numbers } = await findRuleBase(visit.ctx, baseIdOf(visit))
	return ruleVersionForm(fieldsOf(numbers), today)
}
