-- The secret address under which a person reads their own deadlines with a calendar program: of it only a hash is kept.
CREATE TABLE "CalendarAddress" (
    "personId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CalendarAddress_pkey" PRIMARY KEY ("personId")
);

CREATE UNIQUE INDEX "CalendarAddress_tokenHash_key" ON "CalendarAddress"("tokenHash");

ALTER TABLE "CalendarAddress" ADD CONSTRAINT "CalendarAddress_personId_fkey"
    FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
