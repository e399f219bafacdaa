import { index, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'
import { publishedAssessmentRoutes } from './routes/public/assessment/site-map.ts'
import { accountRoutes } from './routes/account/site-map.ts'
import { observationRoutes } from './routes/public/observation/site-map.ts'
import { apiRoutes } from './routes/api/site-map.ts'
import { inputRoutes } from './routes/public/input/site-map.ts'
import { divergenceRoutes } from './routes/public/divergence/site-map.ts'
import { explorationRoutes } from './routes/public/exploration/site-map.ts'
import { findingRoutes } from './routes/public/finding/site-map.ts'
import { expectationRoutes } from './routes/public/expectation/site-map.ts'
import { ruleRoutes } from './routes/public/rules/site-map.ts'
import { calendarRoutes } from './routes/public/calendar/site-map.ts'
import { callRoutes } from './routes/public/call/site-map.ts'
import { registerRoutes } from './routes/public/register/site-map.ts'
import { chartRoutes } from './routes/public/chart/site-map.ts'
import { embedRoutes } from './routes/public/embed/site-map.ts'
import { foundRoutes } from './routes/public/found/site-map.ts'
import { subscriptionRoutes } from './routes/public/subscription/site-map.ts'
import { changeRoutes } from './routes/public/change/site-map.ts'
import { commitmentSheetRoutes } from './routes/public/commitment-sheet/site-map.ts'
import { ownSessionRoutes } from './routes/account/own-session/site-map.ts'
import { secondStepRoutes } from './routes/account/second-step/site-map.ts'
import { webhookRoutes } from './routes/account/webhook/site-map.ts'
import { openDataRoutes } from './routes/public/open-data/site-map.ts'
import { publicReportRoutes } from './routes/public/report/site-map.ts'
import { memberNameRoutes } from './routes/public/member-name/site-map.ts'
import { workspaceRoutes } from './routes/workspace/site-map.ts'

/** The site map: every address and the file that answers it. Pages carry their language in front. */
export default [
	index('routes/account/root-redirect.ts'),

	route(':lang', 'routes/public/home.tsx'),
	route(':lang/plans', 'routes/public/plans.tsx'),
	route(':lang/plans/:planId', 'routes/public/plan.tsx'),
	route(':lang/plans/:planId/dashboard', 'routes/public/dashboard.tsx'),
	route(':lang/plans/:planId/obligations', 'routes/public/obligations.tsx'),
	route(':lang/plans/:planId/checkpoints', 'routes/public/checkpoints.tsx'),
	route(':lang/consultations/:recordId', 'routes/public/consultation.tsx'),
	route(':lang/commitments/:commitmentId', 'routes/public/commitment.tsx'),
	route(':lang/amendments/:recordId', 'routes/public/amendment.tsx'),
	route(':lang/records/:recordId', 'routes/public/record.tsx'),
	route(':lang/evidence/:evidenceId', 'routes/public/evidence.tsx'),
	route(':lang/self-assessments/:recordId', 'routes/public/self-assessment.tsx'),
	route(':lang/self-assessments/:recordId/comment', 'routes/public/self-assessment-comment.tsx'),
	route(':lang/log', 'routes/public/log.tsx'),
	route(':lang/log/consistency', 'routes/public/log-consistency.tsx'),
	route(':lang/members', 'routes/public/members.tsx'),
	route(':lang/members/:memberId', 'routes/public/member.tsx'),
	route(':lang/about', 'routes/public/about.tsx'),
	route(':lang/about/figures', 'routes/public/figures.tsx'),
	route(':lang/about/glossary', 'routes/public/glossary.tsx'),
	route(':lang/about/accessibility', 'routes/public/accessibility.tsx'),
	route(':lang/about/safety', 'routes/public/safety.tsx'),
	route(':lang/about/api', 'routes/public/api-guide.tsx'),

	route(':lang/sign-in', 'routes/account/sign-in.tsx'),
	route(':lang/sign-in/link', 'routes/account/sign-in-link.tsx'),
	route(':lang/update-link', 'routes/account/update-link.tsx'),
	route(':lang/update-link/sent', 'routes/account/update-link-sent.tsx'),
	route(':lang/sign-out', 'routes/account/sign-out.tsx'),
	...explorationRoutes,
	...findingRoutes,
	...changeRoutes,
	...foundRoutes,
	...subscriptionRoutes,
	...chartRoutes,
	...embedRoutes,
	...calendarRoutes,
	...divergenceRoutes,
	...publicReportRoutes,
	...commitmentSheetRoutes,
	...ownSessionRoutes,
	...secondStepRoutes,
	...webhookRoutes,
	...openDataRoutes,
	...memberNameRoutes,
	...expectationRoutes,
	...ruleRoutes,
	...observationRoutes,
	...inputRoutes,
	...publishedAssessmentRoutes,
	...registerRoutes,
	...callRoutes,
	...accountRoutes,
	...workspaceRoutes,

	...apiRoutes,
	route('api/v1/plans', 'routes/api/plans.ts'),
	route('api/v1/plans/:planId', 'routes/api/plan.ts'),
	route('api/v1/commitments/:commitmentId', 'routes/api/commitment.ts'),
	route('api/v1/self-assessments/:recordId', 'routes/api/self-assessment.ts'),
	route('log/key', 'routes/log/key.ts'),
	route('log/checkpoint', 'routes/log/checkpoint.ts'),
	route('log/tile/*', 'routes/log/tile.ts'),
	route('log/receipt/:recordId', 'routes/log/receipt.ts'),
	route('log/consistency', 'routes/log/consistency.ts'),
	route('records/:file', 'routes/log/record-json.ts'),
	route('files/:file', 'routes/files/plan-template.ts'),
	route('files/plans/:planId/plan.xlsx', 'routes/files/plan-xlsx.ts'),
	route('files/plans/:planId/plan.csv', 'routes/files/plan-csv.ts'),
	route('files/plans/:planId/:file', 'routes/files/plan-report.ts'),
	route('files/self-assessments/:file', 'routes/files/self-assessment-report.ts'),
	route('files/report-drafts/:file', 'routes/files/report-draft.ts'),
	route('files/reports/:file', 'routes/files/compiled-report.ts'),
	route('files/reports/:recordId/snapshot.json', 'routes/files/report-snapshot.ts'),
	route('files/evidence/:file', 'routes/files/evidence.ts'),
	route('files/cards/plans/:file', 'routes/files/plan-card.ts'),
	route('files/cards/commitments/:file', 'routes/files/commitment-card.ts'),

	route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
