-- Expressions of interest in OGP Local: calls as data, and drafts that government and civil society write together.
CREATE TABLE "ApplicationFieldSet" (
    "id" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "noteEn" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "ApplicationFieldSet_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ApplicationCall" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "fieldSetId" TEXT NOT NULL,
    "opensOn" TEXT,
    "closesOn" TEXT,
    "extendedTo" TEXT,
    "timeZone" TEXT,
    "fullApplicationUntil" TEXT,
    "resultsOn" TEXT,
    "monthsLeft" JSONB,
    "letters" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "stages" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ApplicationCall_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Application" (
    "id" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "fieldSetId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ApplicationText" (
    "applicationId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ApplicationText_pkey" PRIMARY KEY ("applicationId","field","version")
);

CREATE TABLE "ApplicationConfirmation" (
    "applicationId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "confirmedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ApplicationConfirmation_pkey" PRIMARY KEY ("applicationId","field","textVersion","side")
);

CREATE TABLE "ApplicationLetter" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "signedOn" TEXT,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3),
    "removedBy" TEXT,
    "removedRole" TEXT,
    "removedById" TEXT,

    CONSTRAINT "ApplicationLetter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ApplicationStep" (
    "applicationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "onDay" TEXT NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "organizationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ApplicationStep_pkey" PRIMARY KEY ("applicationId","position")
);

CREATE UNIQUE INDEX "Application_callId_memberId_key" ON "Application"("callId", "memberId");
CREATE INDEX "Application_memberId_idx" ON "Application"("memberId");
CREATE INDEX "ApplicationLetter_applicationId_idx" ON "ApplicationLetter"("applicationId");

ALTER TABLE "Application" ADD CONSTRAINT "Application_callId_fkey" FOREIGN KEY ("callId") REFERENCES "ApplicationCall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApplicationText" ADD CONSTRAINT "ApplicationText_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApplicationConfirmation" ADD CONSTRAINT "ApplicationConfirmation_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApplicationLetter" ADD CONSTRAINT "ApplicationLetter_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ApplicationStep" ADD CONSTRAINT "ApplicationStep_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who wrote, confirmed and decided what, and what was asked, stays as it was.
DO $$
DECLARE
	kept text;
BEGIN
	FOREACH kept IN ARRAY ARRAY['ApplicationFieldSet', 'ApplicationText', 'ApplicationConfirmation', 'ApplicationStep'] LOOP
		EXECUTE format('CREATE TRIGGER keep_rows BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_act()', kept);
		EXECUTE format('CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_act()', kept);
	END LOOP;
END;
$$;

-- The calls of 2020 and 2023: two sets of fields and two calls, for sites that run already and for those that begin.
-- What a source does not give is null.
INSERT INTO "ApplicationFieldSet" ("id", "fields", "noteEn", "noteId", "source") VALUES
	('ogp-local-2020.1', '[
		{"code":"REASONS","titleEn":"Reasons for interest","titleId":"Alasan berminat","helpEn":"Why the government and civil society want to join OGP Local.","helpId":"Mengapa pemerintah dan masyarakat sipil ingin bergabung dengan OGP Local.","maxCharacters":2000,"warnsFrom":1900},
		{"code":"TRACK_RECORD","titleEn":"Track record in the last three years","titleId":"Rekam jejak tiga tahun terakhir","helpEn":"At least one reform or success story in open government or co-creation.","helpId":"Sedikitnya satu reformasi atau kisah sukses dalam keterbukaan pemerintah atau ko-kreasi.","maxCharacters":2000,"warnsFrom":1900},
		{"code":"CAPACITY","titleEn":"Capacity and resources","titleId":"Kapasitas dan sumber daya","helpEn":"For co-creation and for carrying out an action plan.","helpId":"Untuk ko-kreasi dan untuk pelaksanaan rencana aksi.","maxCharacters":2000,"warnsFrom":1900},
		{"code":"BENEFIT","titleEn":"Direct benefit","titleId":"Manfaat langsung","helpEn":"What the people of the region gain, above all in local public services.","helpId":"Apa yang diperoleh warga daerah, terutama dalam layanan publik setempat.","maxCharacters":2000,"warnsFrom":1900}
	]',
		'The four fields and their limit of 2,000 characters as the slides give them; titles and explanations are ours in both languages. The warning from 1,900 characters on is ours.',
		'Empat isian dan batas 2.000 karakter sesuai salindia; judul dan penjelasan dalam kedua bahasa adalah rumusan kami. Peringatan mulai 1.900 karakter adalah ketentuan kami.',
		'Darwanto, “Penyiapan Penyusunan EoI Local OGP”, slides of the civil-society secretariat, 2020'),
	('ogp-local-2023.1', '[
		{"code":"REASONS","titleEn":"Reasons for joining","titleId":"Alasan bergabung","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null},
		{"code":"AMBITION","titleEn":"Ambition","titleId":"Ambisi","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null},
		{"code":"TRACK_RECORD","titleEn":"Track record","titleId":"Rekam jejak","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null},
		{"code":"CAPACITY","titleEn":"Capacity","titleId":"Kapasitas","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null},
		{"code":"BENEFIT","titleEn":"Clarity of benefits","titleId":"Kejelasan manfaat","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null},
		{"code":"CONTRIBUTION","titleEn":"Potential contributions","titleId":"Kontribusi yang dapat diberikan","helpEn":null,"helpId":null,"maxCharacters":null,"warnsFrom":null}
	]',
		'The elements that the Selection Committee evaluates. The wording and the limits of the questions of the form are not given by the source.',
		'Unsur-unsur yang dinilai Komite Seleksi. Rumusan dan batas panjang pertanyaan formulir tidak disebutkan sumbernya.',
		'OGP Local Application Process (2023), https://www.opengovpartnership.org/ogp-local/ogp-local-application-process-2023/');

INSERT INTO "ApplicationCall" (
	"id", "year", "nameEn", "nameId", "fieldSetId", "opensOn", "closesOn", "extendedTo", "timeZone", "fullApplicationUntil",
	"resultsOn", "monthsLeft", "letters", "criteria", "stages", "notes", "source", "sourceUrl"
) VALUES
	('ogp-local-2020', 2020, 'Call for expressions of interest in OGP Local, 2020', 'Undangan pernyataan minat OGP Local, 2020',
		'ogp-local-2020.1', '2020-06-01', '2020-07-17', '2020-08-14', NULL, '2020-08-27', NULL,
		'{"least":12,"best":18,"isRequired":false}',
		'[{"kind":"HEAD_OF_GOVERNMENT","least":1,"by":"FULL_APPLICATION"}]',
		'[
			{"textEn":"A track record in open government or co-creation: at least one reform or success","textId":"Rekam jejak dalam keterbukaan pemerintah atau ko-kreasi: sedikitnya satu reformasi atau keberhasilan"},
			{"textEn":"An ambitious vision and commitment of the head of the region","textId":"Visi dan komitmen kepala daerah yang ambisius"},
			{"textEn":"Capacity and resources","textId":"Kapasitas dan sumber daya"},
			{"textEn":"A direct benefit for local public services","textId":"Manfaat langsung bagi layanan publik setempat"},
			{"textEn":"Enough time left in the term of the head of the region, ideally 12 to 18 months","textId":"Sisa masa jabatan kepala daerah yang cukup, idealnya 12 sampai 18 bulan"}
		]',
		'[
			{"textEn":"Expression of interest in the online form","textId":"Pernyataan minat lewat formulir daring","untilOn":"2020-08-14"},
			{"textEn":"OGP consults the national point of contact and the multi-stakeholder forum","textId":"OGP berkonsultasi dengan narahubung nasional dan forum multipihak","untilOn":null},
			{"textEn":"Those on the shortlist are asked for the full application with a letter of support of the head of government","textId":"Yang masuk daftar pendek diminta mengirim aplikasi lengkap dengan surat dukungan kepala pemerintahan","untilOn":"2020-08-27"},
			{"textEn":"The Selection Committee decides","textId":"Komite Seleksi memutuskan","untilOn":null}
		]',
		'[
			{"en":"The slides give 1 June to 17 July 2020, extended to 14 August. OGP''s own page says that the call was held between 26 May and 14 August 2020.","id":"Salindia menyebut 1 Juni sampai 17 Juli 2020, diperpanjang sampai 14 Agustus. Halaman OGP sendiri menyebut undangan berlangsung antara 26 Mei dan 14 Agustus 2020.","source":"https://www.opengovpartnership.org/documents/join-ogp-local-call-for-expressions-of-interest-may-2020/"},
			{"en":"The government and its civil-society partner both fill in the form and have to give the same information.","id":"Pemerintah dan mitra masyarakat sipilnya sama-sama mengisi formulir dan harus memberikan informasi yang sama.","source":"Darwanto, “Penyiapan Penyusunan EoI Local OGP”, 2020"},
			{"en":"112 expressions of interest were received, 64 applicants were asked for a letter of support, and 56 became finalists.","id":"112 pernyataan minat diterima, 64 pemohon diminta mengirim surat dukungan, dan 56 menjadi finalis.","source":"https://www.opengovpartnership.org/documents/join-ogp-local-call-for-expressions-of-interest-may-2020/"}
		]',
		'Darwanto, “Penyiapan Penyusunan EoI Local OGP”, slides of the civil-society secretariat, 2020', NULL),
	('ogp-local-2023', 2023, 'Call for expressions of interest in OGP Local, 2023', 'Undangan pernyataan minat OGP Local, 2023',
		'ogp-local-2023.1', NULL, '2024-01-12', NULL, 'America/Los_Angeles', NULL, '2024-03',
		'{"least":16,"best":null,"isRequired":true}',
		'[{"kind":"HEAD_OF_GOVERNMENT","least":1,"by":"SUBMITTED"},{"kind":"NON_GOVERNMENT","least":1,"by":"SUBMITTED"}]',
		'[
			{"textEn":"Reasons for joining","textId":"Alasan bergabung"},
			{"textEn":"Ambition","textId":"Ambisi"},
			{"textEn":"Track record","textId":"Rekam jejak"},
			{"textEn":"Capacity","textId":"Kapasitas"},
			{"textEn":"Clarity of benefits","textId":"Kejelasan manfaat"},
			{"textEn":"Potential contributions","textId":"Kontribusi yang dapat diberikan"}
		]',
		'[
			{"textEn":"Completeness and minimum criteria are checked","textId":"Kelengkapan dan kriteria minimum diperiksa","untilOn":null},
			{"textEn":"Due diligence","textId":"Uji tuntas","untilOn":null},
			{"textEn":"The Selection Committee decides; new members are informed","textId":"Komite Seleksi memutuskan; anggota baru diberi tahu","untilOn":"2024-03"}
		]',
		'[
			{"en":"One form for each jurisdiction, filled in by a government official with the support of non-government stakeholders. The last day ended at 23:59 in the time zone of the Pacific coast of the United States.","id":"Satu formulir untuk setiap daerah, diisi pejabat pemerintah dengan dukungan pemangku kepentingan nonpemerintah. Hari terakhir berakhir pukul 23.59 menurut zona waktu pantai Pasifik Amerika Serikat.","source":"https://formfacade.com/public/108014075657450881899/all/form/1FAIpQLSegd72P02PrDfoEHeUdOR5NKp-3_l3F0CoPSTnMJjlxtm8MWQ"},
			{"en":"At least 16 months left in the term are asked for by OGP''s eligibility criteria for local members.","id":"Sisa masa jabatan sedikitnya 16 bulan diminta dalam kriteria kelayakan OGP untuk anggota daerah.","source":"https://www.opengovpartnership.org/glossary/local-eligibility-criteria"},
			{"en":"138 expressions of interest were received.","id":"138 pernyataan minat diterima.","source":"https://www.opengovpartnership.org/ogp-local/ogp-local-application-process-2023/"}
		]',
		'OGP Local Application Process (2023)',
		'https://www.opengovpartnership.org/ogp-local/ogp-local-application-process-2023/');
