-- Who without an account is written to about what is published. A row without "confirmedAt" is a question that waits for
-- its answer; whoever ends the letters, or never answers, is erased.
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "aboutId" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "confirmHash" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "endToken" TEXT,
    "toldUpTo" INTEGER NOT NULL,
    "letterAt" TIMESTAMP(3),

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Subscription_confirmHash_key" ON "Subscription"("confirmHash");
CREATE UNIQUE INDEX "Subscription_endToken_key" ON "Subscription"("endToken");
CREATE INDEX "Subscription_email_idx" ON "Subscription"("email");
