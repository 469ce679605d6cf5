# Writes clinic.csv: simulated sessions of dry needling at a clinic that does not exist. R 4.2.2, no packages.
# Run in this folder: Rscript clinic.R
RNGversion("4.2.2")
set.seed(20250602)

patients <- 300
export_from <- as.Date("2024-01-02")
export_to <- as.Date("2025-06-30")

sites <- c("Harbour", "Mill Lane", "Station Road")
therapists <- list(
  "Harbour" = c("H1", "H2", "H3"),
  "Mill Lane" = c("M1", "M2"),
  "Station Road" = c("S1", "S2", "S3"))
regions <- list(
  "low back pain" = c("quadratus lumborum", "gluteus medius", "piriformis", "multifidus"),
  "neck pain" = c("upper trapezius", "levator scapulae", "suboccipitals"),
  "shoulder pain" = c("infraspinatus", "deltoid", "subscapularis"),
  "knee pain" = c("vastus lateralis", "vastus medialis", "popliteus"),
  "tension-type headache" = c("upper trapezius", "suboccipitals", "temporalis"))
deep_muscles <- c("quadratus lumborum", "piriformis", "multifidus", "suboccipitals", "subscapularis", "popliteus")
condition_share <- c(.32, .26, .18, .13, .11)

# Share of sessions with each event. Bleeding, bruising and pain during needling: Boyce 2020. Pain after the session,
# aggravation, drowsiness, headache and fatigue: Brady 2014. The major events share the 20 in 20,464 sessions of Boyce
# 2020; how they divide is invented, and so are fainting and stiffness.
rates <- c(
  bruising = .077, bleeding = .16, pain_during = .059, pain_after_session = .0219, fatigue = .0004, fainting = .002,
  stiffness = .01, headache = .0014, drowsiness = .0026, aggravation = .0088,
  pneumothorax = .000001, infection = .0001, excessive_bleeding = .0003, prolonged_aggravation = .0006)

pick <- function(x, prob = NULL) x[sample.int(length(x), 1, prob = prob)]
forget <- function(x, share) {
  x[runif(length(x)) < share] <- NA
  x
}
bounded <- function(x) pmin(10, pmax(0, x))

# One course: sessions until some time after relief, until the patient stays away, or until the export ends.
course <- function(patient, site, condition, start, need) {
  chronicity <- pick(c("acute", "subacute", "chronic"), c(.3, .25, .45))
  therapist <- pick(therapists[[site]])
  region <- pick(regions[[condition]])
  technique <- pick(c("deep", "superficial"), c(.7, .3))
  baseline <- sample(4:9, 1)
  pace <- c(acute = .17, subacute = .13, chronic = .09)[[chronicity]] * need
  level <- baseline
  day <- start
  number <- 1
  further <- NA
  rows <- list()
  repeat {
    before <- round(bounded(level + rnorm(1, 0, .5)))
    fall <- max(0, rnorm(1, pace, .08)) * baseline
    after <- round(bounded(level - 1.6 * fall))
    level <- bounded(level - fall)
    relieved <- (baseline - level) / baseline + rnorm(1, 0, .15) >= .4
    rows[[number]] <- data.frame(
      patient, session_date = day, session_number = number, site, therapist, condition, chronicity, technique, region,
      needles = max(1, rpois(1, if (technique == "deep") 5 else 8)),
      pain_before = if (number == 1) baseline else before, pain_after = after, relief = relieved, course_outcome = NA)
    if (relieved && is.na(further)) further <- rbinom(1, 2, .25)
    over <- if (!is.na(further) && further == 0) "completed"
      else if (number >= 10) "completed"
      else if (runif(1) < .07) "dropped_out"
      else ""
    if (!is.na(further)) further <- further - 1
    if (over != "") break
    number <- number + 1
    day <- day + pick(c(3, 4, 5, 6, 7, 7, 7, 8, 10, 14))
  }
  rows <- do.call(rbind, rows)
  rows$course_outcome[nrow(rows)] <- over
  seen <- rows$session_date >= export_from & rows$session_date <= export_to
  if (any(seen) && max(rows$session_date) > export_to) rows$course_outcome[max(which(seen))] <- "ongoing"
  rows[seen, ]
}

people <- data.frame(
  patient = sprintf("P%04d", sample(1000:9999, patients)),
  site = sample(sites, patients, replace = TRUE, prob = c(.45, .2, .35)),
  age = round(pmin(88, pmax(16, rnorm(patients, 47, 15)))),
  tendency = rnorm(patients),
  soreness = rnorm(patients),
  need = exp(rnorm(patients, 0, .35)))
people$anticoagulant <- runif(patients) < ifelse(people$age > 60, .08, .01)

sessions <- list()
for (i in seq_len(patients)) {
  p <- people[i, ]
  mine <- NULL
  while (is.null(mine) || nrow(mine) == 0) {
    condition <- pick(names(regions), condition_share)
    start <- export_from + sample(-35:535, 1)
    mine <- course(p$patient, p$site, condition, start, p$need)
  }
  if (runif(1) < .12) {
    other <- pick(setdiff(names(regions), condition))
    mine <- rbind(mine, course(p$patient, p$site, other, start + sample(5:40, 1), p$need))
  } else if (runif(1) < .08) {
    mine <- rbind(mine, course(p$patient, p$site, condition, max(mine$session_date) + sample(100:200, 1), p$need))
  }
  sessions[[i]] <- mine
}
sessions <- do.call(rbind, sessions)
sessions <- sessions[order(sessions$session_date, sessions$site, sessions$patient), ]
n <- nrow(sessions)
who <- match(sessions$patient, people$patient)
sessions$age <- people$age[who]
sessions$anticoagulant <- people$anticoagulant[who]
sessions$muscle_depth <- ifelse(sessions$region %in% deep_muscles, "deep", "superficial")
deep <- sessions$technique == "deep"

# Events: patients differ (standard deviation 1 of log-odds, half of it common to all events), deep needling and
# anticoagulants add; the intercept is such that the expected share over these sessions is the one above.
events <- list()
for (event in names(rates)) {
  own <- rnorm(patients)
  bleeds <- event %in% c("bruising", "bleeding", "excessive_bleeding")
  linear <- sqrt(.5) * people$tendency[who] + sqrt(.5) * own[who] + .4 * deep + .9 * (bleeds & sessions$anticoagulant) +
    .3 * (event == "pain_during" & sessions$session_number == 1)
  intercept <- uniroot(function(a) mean(plogis(a + linear)) - rates[[event]], c(-40, 5), tol = 1e-10)$root
  events[[event]] <- runif(n) < plogis(intercept + linear)
}
events <- as.data.frame(events)

# Soreness: half of the sessions, longer after deep needling; told in whole hours, mostly as parts of days. Some
# patients are asked once at 48 or 72 hours and are still sore.
sore <- runif(n) < plogis(.1 + .5 * deep + .6 * people$soreness[who])
hours <- exp(rnorm(n, log(22) + .25 * deep + .25 * people$soreness[who], .55))
told <- ifelse(runif(n) < .6, c(2, 6, 12, 18, 24, 36, 48, 60, 72, 96, 120)[findInterval(hours, c(0, 4, 9, 15, 21, 30, 42, 54, 66, 84, 108))], round(hours))
told <- pmax(1, told)
asked <- ifelse(runif(n) < .25, ifelse(runif(n) < .6, 48, 72), Inf)
sessions$soreness_hours <- ifelse(sore, pmin(told, asked), 0)
sessions$soreness_resolved <- ifelse(sore, told <= asked, TRUE)
unreached <- runif(n) < .18
sessions$soreness_hours[unreached] <- NA
sessions$soreness_resolved[unreached | runif(n) < .02] <- NA

# What was not filled in: whole forms of adverse events, and single answers.
blank_form <- runif(n) < .03
events[] <- lapply(events, function(x) forget(replace(x, blank_form, NA), .008))
sessions$relief <- forget(sessions$relief, .06)
sessions$pain_before <- forget(sessions$pain_before, .03)
sessions$pain_after <- forget(sessions$pain_after, .05)
sessions$course_outcome <- forget(sessions$course_outcome, .2)
sessions$therapist <- forget(sessions$therapist, .01)
sessions$needles <- forget(sessions$needles, .04)
sessions$chronicity <- forget(sessions$chronicity, .03)
sessions$region <- forget(sessions$region, .02)
sessions$muscle_depth[is.na(sessions$region)] <- NA
people$unasked <- runif(patients) < .04
sessions$anticoagulant[people$unasked[who]] <- NA
sessions$age <- forget(sessions$age, .01)

words <- function(x) ifelse(is.na(x), "", ifelse(x, "yes", "no"))
text <- function(x) ifelse(is.na(x), "", as.character(x))
out <- data.frame(
  session_id = sprintf("S%05d", seq_len(n)), patient_id = sessions$patient,
  session_date = format(sessions$session_date, "%Y-%m-%d"), session_number = sessions$session_number,
  site = sessions$site, therapist = text(sessions$therapist), condition = sessions$condition,
  chronicity = text(sessions$chronicity), technique = sessions$technique, region = text(sessions$region),
  muscle_depth = text(sessions$muscle_depth), needles = text(sessions$needles), reported_by = "patient",
  lapply(events, words),
  soreness_hours = text(sessions$soreness_hours), soreness_resolved = words(sessions$soreness_resolved),
  pain_before = text(sessions$pain_before), pain_after = text(sessions$pain_after), relief = words(sessions$relief),
  course_outcome = text(sessions$course_outcome), age = text(sessions$age),
  anticoagulant = words(sessions$anticoagulant))
con <- file("clinic.csv", "wb")
writeLines(c(paste(names(out), collapse = ","), do.call(paste, c(unname(out), sep = ","))), con, sep = "\n")
close(con)
