# Writes one small simulated export for each way in which soreness, adverse events and relief can be recorded.
# R 4.2.2, no packages. Run in this folder: Rscript forms.R
RNGversion("4.2.2")

write_export <- function(rows, file) {
  text <- lapply(rows, function(x) ifelse(is.na(x), "", if (is.logical(x)) ifelse(x, "yes", "no") else as.character(x)))
  con <- file(file, "wb")
  writeLines(c(paste(names(rows), collapse = ","), do.call(paste, c(unname(text), sep = ","))), con, sep = "\n")
  close(con)
}
forget <- function(x, share) {
  x[runif(length(x)) < share] <- NA
  x
}
# Patients with some sessions each, a few days apart.
visits <- function(patients, mean_further) {
  sessions <- 1 + rpois(patients, mean_further)
  start <- as.Date("2025-02-03") + sample(0:60, patients, replace = TRUE)
  days <- lapply(sessions, function(n) cumsum(c(0, sample(c(3, 4, 7, 7, 7, 10), n - 1, replace = TRUE))))
  data.frame(
    patient = rep(seq_len(patients), sessions),
    session_number = sequence(sessions),
    session_date = rep(start, sessions) + unlist(days))
}
labelled <- function(v, prefix) sprintf("%s%02d", prefix, v$patient)
iso <- function(v) format(v$session_date, "%Y-%m-%d")
# Hours until soreness ended; 0: never sore.
soreness <- function(v, never) {
  own <- rnorm(max(v$patient), 0, .4)
  ifelse(runif(nrow(v)) < never, 0, exp(rnorm(nrow(v), log(24), .5) + own[v$patient]))
}

set.seed(20250611)
v <- visits(22, 1.5)
end <- soreness(v, .25)
hours <- c(2, 12, 24, 48, 72)
diary <- sapply(hours, function(h) ifelse(end > h, pmax(1, round(5 * (1 - h / pmax(end, 1)) + runif(nrow(v), 0, 2))), 0))
diary[, 3] <- forget(diary[, 3], .1)
diary[, 5] <- forget(diary[, 5], .25)
colnames(diary) <- sprintf("soreness_at_%gh", hours)
write_export(cbind(data.frame(patient_id = labelled(v, "D"), session_date = iso(v)), diary), "soreness-diary.csv")

set.seed(20250612)
v <- visits(24, 1.2)
end <- soreness(v, .2)
calls <- c(0, 6, 12, 24, 36, 48, 72)
last <- sapply(end, function(e) max(calls[calls < max(e, .5)]))
clear <- sapply(end, function(e) if (e == 0) 0 else if (e > 72) NA else min(calls[calls >= e]))
last[last == 0] <- NA
lost <- runif(length(end)) < .08
last[lost] <- NA
clear[lost] <- NA
write_export(
  data.frame(patient_id = labelled(v, "I"), session_date = iso(v), soreness_last_sore_hours = last,
    soreness_first_clear_hours = clear),
  "soreness-interval.csv")

set.seed(20250613)
v <- visits(30, 1)
end <- soreness(v, .3)
told <- ifelse(end == 0, 0, pmax(1, 6 * round(end / 6)))
still <- runif(nrow(v)) < .15 & told > 24
resolved <- forget(!still, .05)
told[still] <- 24
unknown <- runif(nrow(v)) < .1
told[unknown] <- NA
resolved[unknown] <- NA
write_export(
  data.frame(patient_id = labelled(v, "H"), session_date = iso(v), soreness_hours = told, soreness_resolved = resolved),
  "soreness-duration.csv")

set.seed(20250614)
v <- visits(20, 2)
happened <- data.frame(
  bruising = runif(nrow(v)) < .1, bleeding = runif(nrow(v)) < .16, pain_during = runif(nrow(v)) < .08,
  fatigue = runif(nrow(v)) < .03)
list_of <- apply(happened, 1, function(x) if (any(x)) paste(names(happened)[x], collapse = "; ") else "none")
write_export(
  data.frame(patient_id = labelled(v, "L"), session_date = iso(v), adverse_events = forget(list_of, .12)),
  "event-list.csv")

set.seed(20250615)
v <- visits(20, 1.8)
grade <- function(share, words) forget(sample(words, nrow(v), replace = TRUE, prob = c(1 - share, share * c(.7, .25, .05))), .05)
write_export(
  data.frame(patient_id = labelled(v, "G"), session_date = iso(v),
    bruising = grade(.3, c("none", "mild", "moderate", "severe")),
    pain_during = grade(.25, 0:3),
    fainting = forget(runif(nrow(v)) < .02, .05)),
  "graded-events.csv")

set.seed(20250616)
v <- visits(16, 3)
baseline <- sample(4:9, 16, replace = TRUE)
pace <- pmax(.04, rnorm(16, .13, .06))
before <- baseline[v$patient] * pmax(0, 1 - pace[v$patient] * (v$session_number - 1))
after <- pmax(0, before - runif(nrow(v), 0, 2))
half <- function(x) round(2 * x) / 2
outcome <- ifelse(rev(!duplicated(rev(v$patient))), sample(c("completed", "dropped_out", NA), nrow(v), replace = TRUE, prob = c(.7, .2, .1)), NA)
condition <- sample(c("neck pain", "low back pain"), 16, replace = TRUE)
write_export(
  data.frame(patient_id = labelled(v, "R"), session_date = iso(v), session_number = v$session_number,
    condition = condition[v$patient], pain_before = forget(half(before), .04), pain_after = forget(half(after), .08),
    course_outcome = outcome),
  "pain-scores.csv")
