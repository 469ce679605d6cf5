# Writes ex.csv, dm.csv and ae.csv: invented sessions in the form of the SDTM domains EX, DM and AE.
# R 4.2.2, in this folder: Rscript cdisc.R
set.seed(20240305, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
study <- "DN-01"
subjects <- sprintf("%s-%s-%03d", study, rep(c("101", "102", "103"), length.out = 48), 1:48)
dm <- data.frame(
  STUDYID = study, DOMAIN = "DM", USUBJID = subjects, SUBJID = sprintf("%03d", 1:48),
  SITEID = rep(c("101", "102", "103"), length.out = 48), AGE = sample(20:75, 48, TRUE), AGEU = "YEARS",
  SEX = sample(c("F", "M"), 48, TRUE), ARMCD = rep(c("DEEP", "FLAT"), each = 24),
  ARM = rep(c("Deep needling", "Superficial needling"), each = 24))
ex <- ae <- NULL
for (i in 1:46) {                        # two subjects of DM were never treated
  n <- sample(2:6, 1)
  day <- as.Date("2024-03-04") + sample(0:40, 1) + 7 * (0:(n - 1))
  ex <- rbind(ex, data.frame(
    STUDYID = study, DOMAIN = "EX", USUBJID = subjects[i], EXSEQ = 1:n, EXTRT = "DRY NEEDLING",
    EXDOSE = sample(3:12, n, TRUE), EXDOSU = "NEEDLE", EXLOC = sample(c("NECK", "BACK", "SHOULDER"), 1),
    VISITNUM = 1:n, EXSTDTC = paste0(day, "T", sprintf("%02d:30", sample(8:17, n, TRUE)))))
  for (k in 1:n) for (term in c("Bruise", "Bleeding", "Tiredness", "Felt faint", "Common cold")) {
    if (runif(1) < c(Bruise = .10, Bleeding = .15, Tiredness = .04, `Felt faint` = .01, `Common cold` = .02)[term])
      ae <- rbind(ae, data.frame(
        STUDYID = study, DOMAIN = "AE", USUBJID = subjects[i], AESEQ = 1, AETERM = term,
        AEDECOD = c(Bruise = "Contusion", Bleeding = "Puncture site haemorrhage", Tiredness = "Fatigue",
                    `Felt faint` = "Syncope", `Common cold` = "Nasopharyngitis")[term],
        AESEV = sample(c("MILD", "MILD", "MODERATE"), 1), AESER = "N", AESTDTC = paste0(day[k], "T19:00"),
        AEENDTC = if (term %in% c("Bruise", "Tiredness")) paste0(day[k] + sample(1:6, 1), "T19:00") else ""))
  }
}
ae$AESEQ <- ave(seq_along(ae$USUBJID), ae$USUBJID, FUN = seq_along)
for (name in c("dm", "ex", "ae"))
  write.csv(get(name), paste0(name, ".csv"), row.names = FALSE, quote = FALSE, na = "")
