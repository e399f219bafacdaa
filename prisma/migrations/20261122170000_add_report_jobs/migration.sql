-- Reports that somebody asked to be compiled: private working data, no acts.
CREATE TABLE "ReportJob" (
    "id" TEXT NOT NULL,
    "actionPlanId" TEXT NOT NULL,
    "reportName" TEXT NOT NULL,
    "openKey" TEXT,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "recordId" TEXT,
    "reason" TEXT,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "ReportJob_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ReportJob_openKey_key" ON "ReportJob"("openKey");
CREATE INDEX "ReportJob_actionPlanId_idx" ON "ReportJob"("actionPlanId");
ALTER TABLE "ReportJob" ADD CONSTRAINT "ReportJob_actionPlanId_fkey" FOREIGN KEY ("actionPlanId") REFERENCES "ActionPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
