-- A stage that was recorded by mistake is followed by a step that corrects it, with why.
ALTER TABLE "ApplicationStep" ADD COLUMN "corrects" INTEGER;
ALTER TABLE "ApplicationStep" ADD COLUMN "reason" TEXT;
