# R 4.2.2, package stats. Writes the exports of this folder (simulated, seeded) and their argument files, one argument
# a line. Run from this folder: Rscript generate.R; then Rscript oracle.R for the expected results.
RNGversion("4.2.2")
options(scipen = 15)

pick <- function(x, n, prob = NULL) x[sample.int(length(x), n, replace = TRUE, prob = prob)]
words <- function(answer, plain = FALSE) {
  n <- length(answer)
  yes <- if (plain) "yes" else c("yes", "Y", "1", "true", "x", "Yes", "checked")
  no <- if (plain) "no" else c("no", "N", "0", "false", "No", "unchecked")
  out <- ifelse(answer, pick(yes, n), pick(no, n))
  out[is.na(out)] <- pick(if (plain) "" else c("", "", "", "na", "N/A", "unknown", "-99", "NR"), sum(is.na(out)))
  out
}
forget <- function(x, share) { x[runif(length(x)) < share] <- NA; x }
blank <- function(x) { x <- as.character(x); x[is.na(x)] <- ""; x }

# One row a session of every course of every patient, in order of the day of the session.
simulate <- function(patients, conditions, sites = "", therapists = 6, techniques = c("deep", "superficial"), mean_sessions = 3.5,
                     second = .4, reuse_ids = FALSE, late = 0, days = 540, spread = 1, soreness = 30) {
  rows <- list()
  for (p in seq_len(patients)) {
    site <- pick(sites, 1)
    id <- if (reuse_ids) sprintf("P%03d", sample.int(ceiling(patients / 2), 1)) else sprintf("P%03d", p)
    tendency <- rnorm(1, 0, spread)
    courses <- 1 + (runif(1) < second) + (runif(1) < second / 4)
    start <- as.Date("2023-02-01") + sample.int(days, 1)
    condition <- pick(conditions, 1)
    for (course in seq_len(courses)) {
      if (course > 1) {
        other <- runif(1) < .5
        if (other) { condition <- pick(conditions, 1); start <- start + sample.int(20, 1) } else start <- last + 91 + sample.int(120, 1)
      }
      n <- 1 + rpois(1, mean_sessions)
      dates <- start + cumsum(c(0, sample(2:14, n - 1, replace = TRUE)))
      first <- if (runif(1) < late) 1 + sample.int(4, 1) else 1
      pain <- pmin(10, pmax(0, round(2 * (sample(3:9, 1) - cumsum(c(0, runif(n - 1, -.4, 1.6))))) / 2))
      after <- pmin(10, pmax(0, round(2 * (pain - runif(n, -.5, 3))) / 2))
      relieved <- cumsum(rbinom(n, 1, .3)) > 0
      last <- max(dates)
      rows[[length(rows) + 1]] <- data.frame(patient_id = id, site = site, condition = condition, session_date = dates,
        session_number = first - 1 + seq_len(n), course = length(rows) + 1, pain_before = pain, pain_after = after, relief = relieved,
        outcome = if (relieved[n] && runif(1) < .5) "completed" else pick(c("completed", "dropped_out", "ongoing", NA), 1),
        therapist = sprintf("T%d", sample.int(therapists, 1)), technique = pick(techniques, 1), tendency = tendency)
    }
  }
  d <- do.call(rbind, rows)
  d <- d[order(d$session_date, runif(nrow(d))), ]
  n <- nrow(d)
  earlier <- duplicated(d$course, fromLast = TRUE)
  d$outcome[earlier & runif(n) < .2] <- "ongoing"
  d$needles <- sample(0:14, n, replace = TRUE)
  d$hours <- ifelse(runif(n) < .25, 0, pmax(.5, round(2 * rexp(n) * soreness * exp(d$tendency * .4)) / 2))
  d
}
events_of <- function(d, rate) runif(nrow(d)) < plogis(qlogis(rate) + d$tendency)
as_table <- function(d) d[, setdiff(names(d), "tendency")]
write_export <- function(columns, name) {
  text <- lapply(columns, blank)
  quoted <- lapply(text, function(x) ifelse(grepl("[,\"\n]", x), paste0("\"", gsub("\"", "\"\"", x), "\""), x))
  con <- file(paste0(name, ".csv"), "wb")
  writeLines(c(paste(names(columns), collapse = ","), do.call(paste, c(quoted, sep = ","))), con, sep = "\n")
  close(con)
}
write_args <- function(name, ...) {
  con <- file(paste0(name, ".args"), "wb")
  writeLines(c(...), con, sep = "\n")
  close(con)
}

# 1. Several sites that use the same patient ids, blank therapists, conditions at once, numbers that start again.
set.seed(101)
d <- simulate(190, c("neck pain", "low back pain", "shoulder pain", "plantar heel pain", NA), sites = c("North", "South", "West"), reuse_ids = TRUE)
n <- nrow(d)
hours <- forget(d$hours, .15)
resolved <- ifelse(is.na(hours), NA, ifelse(hours == 0, TRUE, runif(n) < .85))
resolved[!is.na(hours)] <- forget(resolved[!is.na(hours)], .06)
write_export(list(patient_id = d$patient_id, session_date = d$session_date, session_number = d$session_number, site = forget(d$site, 0),
  therapist = forget(d$therapist, .08), condition = d$condition, technique = forget(d$technique, .1), needles = forget(d$needles, .1),
  bruising = words(forget(events_of(d, .09), .05)), bleeding = words(forget(events_of(d, .15), .12)), pain_during = words(forget(events_of(d, .06), .1)),
  fainting = words(forget(events_of(d, .004), .1)), pneumothorax = words(forget(rep(FALSE, n), .04)), infection = words(forget(runif(n) < .004, .06)),
  soreness_hours = hours, soreness_resolved = words(resolved), relief = words(forget(d$relief, .2)),
  course_outcome = forget(d$outcome, .4), pain_before = forget(d$pain_before, .1), pain_after = forget(d$pain_after, .1)), "clinic")
write_args("clinic", "report", "clinic.csv", "--by", "condition")
write_args("clinic-therapist", "report", "clinic.csv", "--by", "technique", "--cluster", "therapist", "--confidence", "0.9")
write_args("clinic-filtered", "report", "clinic.csv", "--where", "site=North", "--where", "site=South", "--where", "technique=deep",
  "--from", "2023-05-01", "--to", "2024-04-30", "--interval", "korn-graubard", "--course-gap", "45")
write_args("clinic-crossed", "rates", "clinic.csv", "--cluster", "therapist,site", "--interval", "korn-graubard", "--by", "technique")
write_args("clinic-stated", "rates", "clinic.csv", "--design-effect", "1.7")
write_args("clinic-plain", "soreness", "clinic.csv", "--conf-type", "plain", "--by", "condition", "--stratify", "site")
write_args("clinic-log", "soreness", "clinic.csv", "--conf-type", "log", "--by", "technique", "--stratify", "site,condition", "--confidence", "0.9")
write_args("clinic-sustained", "relief", "clinic.csv", "--sustained")
write_args("clinic-pain-at-most-3", "relief", "clinic.csv", "--relief", "pain<=3", "--by", "site")
write_args("clinic-pain-2", "relief", "clinic.csv", "--relief", "pain -2", "--by", "site")

# 2. No session numbers: courses by the gap between dates; some rows without a date are not possible then; relief by
# pain; soreness without soreness_resolved.
set.seed(102)
d <- simulate(130, c("neck pain", "headache", NA), therapists = 4, second = .6)
n <- nrow(d)
hours <- forget(d$hours, .2)
write_export(list(`Patient ID` = d$patient_id, `Session-Date` = d$session_date, therapist = d$therapist, Condition = d$condition, Arm = pick(c("A", "B", ""), n, c(5, 5, 1)),
  bruising = words(forget(events_of(d, .12), .1), TRUE), dizziness = words(forget(events_of(d, .02), .2), TRUE), stiffness = words(forget(events_of(d, .3), .3), TRUE),
  allergic_reaction = words(forget(runif(n) < .002, .3), TRUE), needles = forget(d$needles, .3), soreness_hours = hours,
  pain_before = forget(d$pain_before, .06), pain_after = forget(d$pain_after, .12)), "dates-only")
write_args("dates-only", "report", "dates-only.csv", "--by", "Arm")
write_args("dates-only-sustained", "relief", "dates-only.csv", "--sustained", "--by", "Arm")
write_args("dates-only-50-sustained", "relief", "dates-only.csv", "--relief", "pain -50%", "--sustained")
write_args("dates-only-50", "relief", "dates-only.csv", "--relief", "pain -50%", "--confidence", "0.99")

# 3. Named courses, late courses, graded events, a diary; shuffled rows.
set.seed(103)
d <- simulate(120, c("neck pain", "low back pain", "tennis elbow"), sites = c("10", "9"), therapists = 7, late = .35, mean_sessions = 4.5)
d <- d[sample.int(nrow(d)), ]
n <- nrow(d)
grade <- function(rate, share) { g <- ifelse(events_of(d, rate), pick(c("mild", "moderate", "severe", "1", "2", "3"), n), pick(c("none", "0", "None"), n)); g[runif(n) < share] <- ""; g }
diary_hours <- c(1.5, 6, 24, 48, 72)
diary <- function(n, hours, missing, soreness) {
  end <- ifelse(runif(n) < .3, 0, rexp(n) * soreness)
  sapply(hours, function(h) {
    score <- ifelse(end > h, pmax(1, round(8 * exp(-h / 40) * runif(n, .3, 1))), 0)
    score[runif(n) < .03] <- 2
    ifelse(runif(n) < missing, NA, score)
  })
}
scores <- diary(n, diary_hours, .15, 30)
named <- ifelse(runif(max(d$course)) < .75, sprintf("C%04d", seq_len(max(d$course))), NA)[d$course]
write_export(c(list(patient_id = d$patient_id, session_date = d$session_date, session_number = d$session_number, course_id = named, site = d$site,
  therapist = forget(d$therapist, .1), condition = d$condition, bruising = grade(.1, .1), fatigue = grade(.05, .2), nerve_injury = grade(.003, .05),
  relief = words(forget(d$relief, .25)), course_outcome = forget(d$outcome, .6), pain_before = d$pain_before, pain_after = forget(d$pain_after, .3)),
  setNames(as.list(as.data.frame(scores)), paste0("soreness_at_", diary_hours, "h"))), "course-ids")
write_args("course-ids", "report", "course-ids.csv", "--by", "site", "--cluster", "therapist")
write_args("course-ids-condition", "relief", "course-ids.csv", "--confidence", "0.8")
write_args("course-ids-pain", "relief", "course-ids.csv", "--relief", "pain -30%")
write_args("course-ids-diary", "soreness", "course-ids.csv", "--by", "condition")

# 4. A list of adverse events; numbers without dates; one session a patient has a soreness record.
set.seed(104)
d <- simulate(240, NA, therapists = 9, second = 0, mean_sessions = 2)
d <- d[order(as.integer(factor(d$patient_id)), d$session_number), ]
n <- nrow(d)
named <- list(bruising = events_of(d, .1), bleeding = events_of(d, .12), drowsiness = events_of(d, .04), excessive_bleeding = runif(n) < .006)
list_of <- apply(as.data.frame(named), 1, function(k) if (any(k)) paste(names(named)[k], collapse = "; ") else "none")
hours <- ifelse(d$session_number == 1, ifelse(d$technique == "deep", d$hours, round(d$hours * .6, 1)), NA)
hours[which(hours == 0)] <- 0
write_export(list(patient_id = d$patient_id, session_number = d$session_number, therapist = d$therapist, technique = d$technique, needles = d$needles + 1,
  adverse_events = forget(list_of, .1), soreness_hours = hours,
  soreness_resolved = words(ifelse(is.na(hours), NA, hours == 0 | runif(n) < .8), TRUE), relief = words(forget(d$relief, .1), TRUE)), "event-list")
write_args("event-list", "report", "event-list.csv", "--by", "technique", "--interval", "korn-graubard")

# 5. A diary with relapses and gaps, by a column of its own.
set.seed(105)
d <- simulate(90, "low back pain", mean_sessions = 2.5, second = .2)
n <- nrow(d)
diary_hours <- c(.5, 1.5, 4, 20, 44)
scores <- diary(n, diary_hours, .25, 18)
write_export(c(list(patient_id = d$patient_id, session_date = d$session_date, condition = d$condition, treat = pick(c("0", "1"), n)),
  setNames(as.list(as.data.frame(scores)), paste0("soreness_at_", diary_hours, "h")),
  list(nausea = words(forget(events_of(d, .05), .1), TRUE), headache = words(forget(events_of(d, .1), .5), TRUE))), "diary")
write_args("diary", "report", "diary.csv", "--by", "treat", "--interval", "wilson")

# 6. Soreness as intervals; only minor events; no relief.
set.seed(106)
d <- simulate(100, c("neck pain", "headache"), sites = c("Aachen", "Bonn", "Ulm"), mean_sessions = 2)
n <- nrow(d)
end <- pmax(.1, round(rexp(n) * 30, 1))
looks <- c(0, 2, 6, 12, 24, 36, 48, 72, 96, 120, 168)
k <- findInterval(end, looks, left.open = TRUE)
skip <- sample(0:2, n, replace = TRUE)
lower <- looks[pmax(1, k - skip)]
upper <- c(looks, NA)[pmin(length(looks) + 1, k + 1 + sample(0:1, n, replace = TRUE))]
exact <- runif(n) < .12
lower[exact] <- upper[exact] <- end[exact]
gone <- runif(n) < .2 & !exact
upper[gone] <- NA
never <- runif(n) < .15
upper[never] <- 0; lower[never] <- 0
lower <- ifelse(!is.na(lower) & lower == 0 & !is.na(upper) & runif(n) < .5, NA, lower)
none <- runif(n) < .15
lower[none] <- upper[none] <- NA
write_export(list(patient_id = d$patient_id, session_date = d$session_date, site = d$site, condition = d$condition, bruising = words(forget(events_of(d, .2), .1)),
  aggravation = words(forget(events_of(d, .02), .1)), soreness_last_sore_hours = lower, soreness_first_clear_hours = upper), "intervals")
write_args("intervals", "report", "intervals.csv", "--by", "site", "--cluster", "site")
write_args("intervals-from", "soreness", "intervals.csv", "--from", "2023-06-01", "--where", "condition=neck pain")

# 7. A long record without pneumothorax: a benchmark held; another lost to what was not recorded.
set.seed(107)
m <- 900
d <- data.frame(patient_id = rep(seq_len(m), times = rep(c(3, 4, 5), length.out = m)))
n <- nrow(d)
d$number <- ave(d$patient_id, d$patient_id, FUN = seq_along)
air <- rep("0", n)
air[sample.int(n, 40)] <- ""
infection <- rep("0", n)
infection[sample.int(n, 520)] <- ""
write_export(list(patient_id = d$patient_id, session_number = d$number, pneumothorax = air, infection = infection), "long-record")
write_args("long-record", "rates", "long-record.csv")
write_args("long-record-independent", "rates", "long-record.csv", "--cluster", "none", "--confidence", "0.9")
write_args("long-record-wilson", "rates", "long-record.csv", "--interval", "wilson", "--confidence", "0.8")

# 8. Major events more often than the benchmark; two columns of strata; one date missing here and there.
set.seed(108)
d <- simulate(170, c("neck pain", "low back pain"), sites = c("A", "B", "C, old"), therapists = 3, mean_sessions = 3)
n <- nrow(d)
number <- d$session_number
dates <- d$session_date
dates[sample.int(n, 12)] <- NA
hours <- forget(round(d$hours * c(A = 1, B = 1.6, `C, old` = .8)[d$site], 2), .2)
hours[which(hours > 0 & hours < .05)] <- .5
write_export(list(session_id = sprintf("S%05d", sample.int(n)), patient_id = d$patient_id, session_date = dates, session_number = number, site = d$site, therapist = d$therapist,
  condition = d$condition, technique = forget(d$technique, .05), broken_needle = words(forget(runif(n) < .02, .05)), prolonged_aggravation = words(forget(events_of(d, .01), .05)),
  pain_after_session = words(forget(events_of(d, .5), .1)), drowsiness = words(forget(events_of(d, .03), .1)), needles = d$needles, soreness_hours = hours, relief = words(forget(d$relief, .1))), "majors")
write_args("majors", "report", "majors.csv", "--by", "site,technique", "--interval", "clopper-pearson", "--confidence", "0.99")
write_args("majors-crossed", "rates", "majors.csv", "--cluster", "patient,therapist")
write_args("majors-site", "report", "majors.csv", "--by", "site", "--heterogeneity", "2")
write_args("majors-dated", "relief", "majors.csv", "--from", "2023-04-01", "--to", "2024-01-31")

# 9. Late courses by numbers alone in a fully numbered export, interleaved conditions, relief by pain and by the column.
set.seed(109)
d <- simulate(110, c("hip pain", "knee pain"), late = .5, mean_sessions = 5, second = .5, therapists = 2)
n <- nrow(d)
drop <- runif(n) < .1
d <- d[!drop, ]
n <- nrow(d)
write_export(list(patient_id = d$patient_id, session_date = d$session_date, session_number = d$session_number, condition = d$condition, therapist = d$therapist,
  bruising = words(forget(events_of(d, .1), .1)), relief = words(forget(d$relief, .3)), pain_before = forget(d$pain_before, .1), pain_after = forget(d$pain_after, .2)), "late-courses")
write_args("late-courses", "report", "late-courses.csv")
write_args("late-courses-pain", "relief", "late-courses.csv", "--relief", "pain -30%", "--course-gap", "60")
write_args("late-courses-sustained", "relief", "late-courses.csv", "--sustained")
write_args("late-courses-gap", "relief", "late-courses.csv", "--by", "therapist", "--course-gap", "30")

# 10. Hardly any data.
set.seed(110)
write_export(list(patient_id = c("a", "a", "b", "c", "c", "d", "d", "d"), session_date = as.Date("2024-03-01") + c(0, 7, 1, 2, 9, 3, 10, 17),
  pneumothorax = c("no", "no", "no", "", "no", "no", "no", "no"), bruising = c("yes", "no", "", "", "no", "no", "yes", "no")), "tiny")
write_args("tiny", "report", "tiny.csv")

# 11. Written by hand: two patients alike, so that the clustered variance is 0 where half have resolved; a condition
# with late courses alone; a named course whose numbers fall; a course without dates; strata in the order of code points.
writeLines(c("patient_id,course_id,session_date,session_number,condition,arm,bruising,soreness_hours,soreness_resolved,relief,course_outcome",
  "P1,,2024-01-01,1,Zoster,10,no,1,yes,no,", "P1,,2024-01-08,2,Zoster,9,yes,4,yes,yes,completed",
  "P2,,2024-01-02,1,Zoster,10,no,2,yes,no,", "P2,,2024-01-09,2,Zoster,9,no,3,yes,no,ongoing",
  "P3,,2024-01-03,4,elbow,a,no,,,no,", "P3,,2024-01-10,5,elbow,a,yes,,,yes,completed", "P4,,2024-01-03,3,elbow,a,,,,no,", "P4,,2024-01-11,6,elbow,a,no,,,no,dropped_out",
  "P5,A,2024-01-04,3,\u00e4rm,b,no,,,,", "P5,A,2024-01-05,1,\u00e4rm,b,no,,,no,", "P5,A,2024-01-06,2,\u00e4rm,b,no,,,yes,",
  "P6,B,2024-01-04,2,\u00e4rm,b,no,,,yes,", "P6,B,2024-01-09,4,\u00e4rm,,no,,,yes,",
  "P7,,,1,arm,,no,,,no,", "P7,,,2,arm,,no,,,,", "P7,,,2,arm,,no,,,yes,", "P7,,,1,arm,,no,,,no,dropped_out",
  "P8,,2024-01-20,,arm,b,no,0,,no,", "P8,,2024-02-20,7,arm,b,no,,no,yes,", "P8,,2024-06-20,,arm,b,no,0,yes,no,ongoing", "P8,,2024-06-20,2,arm,b,no,5,,no,"),
  con <- file("edges.csv", "wb", encoding = "bytes"), sep = "\n", useBytes = TRUE)
close(con)
write_args("edges", "report", "edges.csv", "--by", "arm")
write_args("edges-condition", "report", "edges.csv", "--by", "condition", "--confidence", "0.9")

# 12. Grades as words and as numbers, "1" beside them, a yes without a grade, events that only say yes and no, hours until
# bruising and fatigue were gone (also with an event that is not recorded), a life-threatening and a fatal infection.
set.seed(112)
d <- simulate(70, c("neck pain", "low back pain"), sites = c("East", "West"), therapists = 4, mean_sessions = 3)
n <- nrow(d)
graded <- function(happened, words, none) {
  out <- ifelse(happened, pick(words, length(happened)), pick(none, length(happened)))
  forget(out, .08)
}
hours <- function(cell, no, happened = .85) {
  drawn <- pick(c("0", "0.5", "6", "23.99", "23.992", "24", "36", "72", "150", "167.99", "167.992", "168", "400"), length(cell))
  ifelse(cell %in% no, pick(c("", "0"), length(cell)), ifelse(runif(length(cell)) < happened, drawn, ""))
}
no <- c("no", "none", "0")
bruising <- graded(events_of(d, .3), c("mild", "Mild", "1", "moderate", "2", "severe", "3", "yes"), no)
fatigue <- graded(events_of(d, .25), c("1", "1", "2", "3", "4", "x"), "0")
write_export(list(patient_id = d$patient_id, session_date = d$session_date, site = d$site, therapist = forget(d$therapist, .1), technique = forget(d$technique, .1),
  needles = forget(d$needles, .1), bruising = bruising, bruise_hours = hours(bruising, no), pain_during = graded(events_of(d, .2), c("1", "2"), "0"),
  fatigue = fatigue, fatigue_hours = hours(fatigue, no, .6), fainting = words(forget(events_of(d, .05), .03)), dizziness = graded(events_of(d, .1), "1", "0"),
  infection = forget(ifelse(runif(n) < .02, pick(c("4", "5", "yes"), n), "0"), .02), pneumothorax = words(forget(events_of(d, .01), .02))), "graded")
write_args("graded", "report", "graded.csv")
write_args("graded-technique", "rates", "graded.csv", "--by", "technique", "--interval", "korn-graubard", "--confidence", "0.9")
write_args("graded-therapist", "rates", "graded.csv", "--by", "site,technique", "--cluster", "therapist")
write_args("graded-filtered", "rates", "graded.csv", "--where", "site=East", "--where", "technique=deep", "--from", "2023-06-01", "--interval", "wilson")
write_args("graded-crossed", "rates", "graded.csv", "--cluster", "patient,therapist", "--by", "site")
