-- What programs of others are told, and how each call went. What is told is public: nothing here is part of the record.
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "secretVersion" INTEGER NOT NULL,
    "secretMadeAt" TIMESTAMP(3) NOT NULL,
    "toldUpTo" INTEGER NOT NULL,
    "nextTryAt" TIMESTAMP(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "stoppedAt" TIMESTAMP(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "WebhookCall" (
    "id" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "ledgerIndex" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,
    "status" INTEGER,
    "fault" TEXT,
    "tookMs" INTEGER NOT NULL,

    CONSTRAINT "WebhookCall_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Webhook_personId_idx" ON "Webhook"("personId");
CREATE INDEX "WebhookCall_webhookId_at_idx" ON "WebhookCall"("webhookId", "at");

ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WebhookCall" ADD CONSTRAINT "WebhookCall_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
