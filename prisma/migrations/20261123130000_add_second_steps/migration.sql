-- What people need besides the letter to sign in, and when a session had it. Sealed with a key that is not in the database.
CREATE TABLE "SecondStep" (
    "personId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "begunAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "lockedAt" TIMESTAMP(3),

    CONSTRAINT "SecondStep_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "SpareCode" (
    "seal" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "isEmergency" BOOLEAN NOT NULL DEFAULT false,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "SpareCode_pkey" PRIMARY KEY ("seal")
);

CREATE TABLE "SecondStepVouch" (
    "personId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SecondStepVouch_pkey" PRIMARY KEY ("personId","byId")
);

CREATE INDEX "SpareCode_personId_idx" ON "SpareCode"("personId");

ALTER TABLE "AuthSession" ADD COLUMN "secondStepAt" TIMESTAMP(3);
ALTER TABLE "AuthSession" ADD COLUMN "secondStepSeal" TEXT;

ALTER TABLE "SecondStep" ADD CONSTRAINT "SecondStep_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SpareCode" ADD CONSTRAINT "SpareCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "SecondStep"("personId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SecondStepVouch" ADD CONSTRAINT "SecondStepVouch_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SecondStepVouch" ADD CONSTRAINT "SecondStepVouch_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
